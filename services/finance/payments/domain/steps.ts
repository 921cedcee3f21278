import type { Context, Decision, OfType } from "../../../../shared/decider/index.ts";
import { mostFen } from "../../../../shared/money/index.ts";
import type { Payment, PaymentCommand, PaymentEvent } from "./payment.ts";
import { badInput, notNow, notYou, refuse as refused } from "./refusals.ts";
import { dutyRefusal } from "./who.ts";

type Ask<T extends PaymentCommand["type"]> = OfType<PaymentCommand, T>;

/** Asks for a payment from a budget line, with its document. The line holds the money in the same commit. */
export function request(
  { type: _type, standing, ...asked }: Ask<"request">,
  { actor }: Context,
): Decision<PaymentEvent> {
  const unknown = payeeRefusal(asked.payee, standing);
  if (unknown !== undefined) return unknown;
  if (!(Number.isSafeInteger(asked.amount) && asked.amount > 0 && asked.amount <= mostFen))
    return badInput("finance.payment-amount", {}, "/amountFen");
  if (asked.document.trim() === "")
    return badInput("finance.payment-without-document", { article: "会计法 14" }, "/document");
  if (actor.roles.includes("cashier")) return notYou("finance.cashier-only-pays", { article: "会计法 35(2)" });
  return [{ type: "finance.payment.requested", data: { ...asked, by: actor.sub } }];
}

const payeeRefusal = (payee: string, standing: Ask<"request">["standing"]) =>
  standing?.status === "open" ? undefined : badInput("finance.payee-unknown", { payee }, "/payee");

/** The same asked again is a repetition: F-48, nothing of it is edited. */
export const requestAgain = (
  { line, payee, amount, document }: Payment,
  asked: Ask<"request">,
): Decision<PaymentEvent> =>
  asked.line === line && asked.payee === payee && asked.amount === amount && asked.document === document
    ? []
    : notNow("finance.payment-requested-otherwise");

export const review = (payment: Payment, _command: Ask<"review">, { actor }: Context): Decision<PaymentEvent> =>
  dutyRefusal("review", payment, actor) ?? [{ type: "finance.payment.reviewed", data: { by: actor.sub } }];

export function agree(payment: Payment, _command: Ask<"agree">, { actor }: Context): Decision<PaymentEvent> {
  const other = dutyRefusal("agree", payment, actor);
  if (other !== undefined) return other;
  return payment.by.agree === undefined ? [{ type: "finance.payment.agreed", data: { by: actor.sub } }] : [];
}

/** F10: above the amount of the mode the county has agreed first; that amount itself needs no agreement. */
export function approve(payment: Payment, _command: Ask<"approve">, { actor }: Context): Decision<PaymentEvent> {
  const other = dutyRefusal("approve", payment, actor);
  if (other !== undefined) return other;
  const { agreementAbove: limit, agreementBy: document, amount, by } = payment;
  if (limit !== undefined && amount > limit && by.agree === undefined)
    return refused("finance.county-has-not-agreed", { limit, document: document ?? "乡财县管" });
  return [{ type: "finance.payment.approved", data: { by: actor.sub } }];
}

/** F-49: sent with a file by a cashier, into an account that somebody else entered. */
export function send(payment: Payment, { file, enteredBy }: Ask<"send">, { actor }: Context): Decision<PaymentEvent> {
  const other = dutyRefusal("pay", payment, actor);
  if (other !== undefined) return other;
  if (enteredBy === actor.sub) return notYou("finance.paid-into-own-entry", { article: "会计法 25(1)" });
  return [{ type: "finance.payment.sent", data: { by: actor.sub, file } }];
}

/** The bank's file shows the money gone. */
export const confirm = (_payment: Payment, { serial, on }: Ask<"confirm">): Decision<PaymentEvent> => [
  { type: "finance.payment.confirmed", data: { serial, on } },
];

/**
 * The bank sends it back, before or after it was shown as gone: line and claim are as before. In a later year the claim rests on the
 * carry-over that took the money (F-6): a corrected payment is held there, for its own line has lapsed.
 */
export function takeReturn(
  { status, line }: Payment,
  { serial, on, reasons, later, seen, into, carryOver }: Ask<"return">,
): Decision<PaymentEvent> {
  if (into?.from !== undefined && into.from !== line)
    return refused("finance.goes-on-elsewhere", { article: "预算法42" }, "/carryOver");
  if (later === "without-carry-over") return badInput("finance.carry-over-missing", {}, "/carryOver");
  if (seen !== status) return notNow("finance.payment-moved-meanwhile");
  const moved = later === "with-carry-over" && carryOver !== undefined ? { line: carryOver } : {};
  return [{ type: "finance.payment.returned", data: { serial, on, reasons, ...moved } }];
}

/** F-6: a reservation goes on in the next year, on the carry-over of its own line and on no other. */
export const goOn = (payment: Payment, { line, standing }: Ask<"go-on">): Decision<PaymentEvent> =>
  standing?.from === payment.line
    ? [{ type: "finance.payment.gone-on", data: { line } }]
    : refused("finance.goes-on-elsewhere", { article: "预算法42" }, "/line");

const requesterOnly = ({ by }: Payment, { actor }: Context) =>
  by.request === actor.sub ? undefined : notYou("finance.not-the-requester");

/** A returned payment is asked for again, with a payee whose account is right: all steps are taken anew. */
export const correct = (
  payment: Payment,
  { payee, standing }: Ask<"correct">,
  context: Context,
): Decision<PaymentEvent> =>
  payeeRefusal(payee, standing) ??
  requesterOnly(payment, context) ?? [{ type: "finance.payment.corrected", data: { by: context.actor.sub, payee } }];

export const withdraw = (payment: Payment, _command: Ask<"withdraw">, context: Context): Decision<PaymentEvent> =>
  requesterOnly(payment, context) ?? [{ type: "finance.payment.withdrawn", data: {} }];

export const giveUp = (payment: Payment, _command: Ask<"give-up">, context: Context): Decision<PaymentEvent> =>
  requesterOnly(payment, context) ?? [{ type: "finance.payment.given-up", data: {} }];

/** Who would review or approve refuses, with reasons. */
export function refusePayment(
  payment: Payment,
  { reasons }: Ask<"refuse">,
  { actor }: Context,
): Decision<PaymentEvent> {
  const duty = payment.status === "requested" ? "review" : "approve";
  return dutyRefusal(duty, payment, actor) ?? [{ type: "finance.payment.refused", data: { reasons } }];
}
