import * as z from "zod";
import { present } from "../../../../shared/decider/index.ts";
import type { Route } from "../../../../shared/http/index.ts";
import { negate } from "../../../../shared/money/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { factReferences, member } from "../../../../shared/store/index.ts";
import { lineOf, textOf } from "../../../../shared/text/index.ts";
import { accountFor, bankLineMember, lineUsed } from "../../bank-lines/index.ts";
import { budgetLine } from "../../budget/domain/decider.ts";
import { blamesItsDay, bookBefore, bookHeld, postedTogether } from "../../ledger/index.ts";
import { carryOverCommandFor, comesBackTo } from "../domain/on-the-line.ts";
import { bankMovedDraft } from "./booking.ts";
import { payments, requesters } from "./payment-view.ts";
import { holding, onTheLine, payeeHeld, type Standing, standingOf } from "./standing.ts";

const bank = { serial: lineOf(60, 1), on: z.iso.date() };
interface Moved {
  readonly serial: string;
  readonly on: string;
}

const heldBook = ({ runtime }: { readonly runtime: Runtime }) => bookHeld(runtime.town.finance.paymentAccounts.book);

/** The payment, its line, and what is posted when the bank moved it; nothing is posted of what never left. */
async function movedOf(
  { id, body: { serial, on }, runtime }: { readonly id: string; readonly body: Moved; readonly runtime: Runtime },
  comesBack: boolean,
) {
  const standing = await standingOf({ id, runtime });
  if (standing === undefined) return undefined;
  const { payment, line } = standing;
  if (comesBack && payment.status !== "paid") return { standing, posted: undefined };
  const text = comesBack ? "退回款项" : payment.purpose;
  const moved = { id, amount: payment.amount, item: line.item, on, serial, text, comesBack };
  const draft = bankMovedDraft({ ...moved, postedFor: { record: "payment", id } }, runtime);
  return { standing, posted: postedTogether(draft, await bookBefore(runtime, draft.book), runtime) };
}
const nothingPosted = { entries: [], balances: [] };

/** The line of the bank that moved the money: out with a payment, and in again with its return. Nothing moved: no line. */
function bankLineOf(
  { id, serial, comesBack }: { readonly id: string; readonly serial: string; readonly comesBack: boolean },
  learnt: Awaited<ReturnType<typeof movedOf>>,
  runtime: Runtime,
) {
  if (learnt?.posted === undefined) return { members: [], commands: [] };
  const account = accountFor(runtime, runtime.town.finance.paymentAccounts);
  const { amount } = learnt.standing.payment;
  return {
    members: [bankLineMember(account, serial)],
    commands: [lineUsed({ account, serial, amount: comesBack ? amount : negate(amount) }, `payment:${id}`)],
  };
}

/** What takes the money that comes back; nothing was paid: the line lets go of it. */
const takenBy = (standing: Standing, on: string) =>
  standing?.payment.status === "paid" ? comesBackTo(standing.line, on) : "line";

/** What comes back in its year restores its line; in a later one what was carried over. */
function returning(
  id: string,
  standing: Standing,
  { serial, on, reasons, carryOver }: Moved & { readonly reasons: string; readonly carryOver?: string },
) {
  if (standing === undefined || takenBy(standing, on) === "line")
    return onTheLine(id, standing, { type: "return", serial, on, reasons, seen: standing?.payment.status ?? "sent" });
  return carryOver === undefined
    ? { members: [], commands: [] }
    : { members: [member(budgetLine, carryOver)], commands: [carryOverCommandFor(standing.payment.amount, serial)] };
}

/** A later year asks for a line of carry-over, save where the money became surplus. */
function laterOf(taken: ReturnType<typeof takenBy>, carryOver: string | undefined) {
  if (taken === "line") return {};
  if (carryOver !== undefined) return { later: "with-carry-over" as const };
  return taken === "surplus" ? {} : { later: "without-carry-over" as const };
}

/** What the bank says of a payment, and what its requester does then. */
export const bankRoutes: readonly Route[] = [
  payments.step("confirm", {
    summary: { zh: "登记银行已付，记账", en: "Record that the bank paid; it is posted in the same commit" },
    allow: ["accountant"],
    body: z.strictObject(bank),
    facts: heldBook,
    learn: (asking) => movedOf(asking, false),
    run: ({ body }) => ({ type: "confirm", ...body }),
    blames: blamesItsDay,
    others: {
      members: ({ id, body, learnt, runtime }) => ({
        bank: bankLineOf({ id, serial: body.serial, comesBack: false }, learnt, runtime).members,
        lines: onTheLine(id, learnt?.standing, { type: "confirm", ...body }).members,
        ...(learnt?.posted?.members ?? nothingPosted),
      }),
      commands: ({ id, body, learnt, facts, runtime }) => ({
        bank: bankLineOf({ id, serial: body.serial, comesBack: false }, learnt, runtime).commands,
        lines: onTheLine(id, learnt?.standing, { type: "confirm", ...body }).commands,
        ...(learnt?.posted?.commands(facts.standing) ?? nothingPosted),
      }),
    },
  }),
  payments.step("return", {
    summary: {
      zh: "登记银行退回；本年恢复指标，跨年恢复结转指标",
      en: "Record that the bank sent it back: its line, or in a later year a carry-over, has the money again",
    },
    allow: ["accountant"],
    body: z.strictObject({ ...bank, reasons: textOf(300, 2), carryOver: lineOf(60).exactOptional() }),
    facts: ({ body: { carryOver }, runtime }) => ({
      ...heldBook({ runtime }),
      into: factReferences(budgetLine, carryOver === undefined ? [] : [carryOver]),
    }),
    learn: (asking) => movedOf(asking, true),
    run: ({ body: { carryOver, ...body }, learnt, facts: { into } }) => ({
      ...present({ into: into[0], carryOver }),
      ...{ type: "return", ...body, seen: learnt?.standing.payment.status ?? "sent" },
      ...laterOf(takenBy(learnt?.standing, body.on), carryOver),
    }),
    blames: blamesItsDay,
    others: {
      members: ({ id, body, learnt, runtime }) => ({
        bank: bankLineOf({ id, serial: body.serial, comesBack: true }, learnt, runtime).members,
        lines: returning(id, learnt?.standing, body).members,
        ...(learnt?.posted?.members ?? nothingPosted),
      }),
      commands: ({ id, body, learnt, facts, runtime }) => ({
        bank: bankLineOf({ id, serial: body.serial, comesBack: true }, learnt, runtime).commands,
        lines: returning(id, learnt?.standing, body).commands,
        ...(learnt?.posted?.commands(facts.standing) ?? nothingPosted),
      }),
    },
  }),
  payments.step("correct", {
    summary: { zh: "更正收款人，重新申请", en: "Ask again for another payee; all steps are taken anew" },
    allow: requesters,
    body: z.strictObject({ payee: lineOf(60) }),
    facts: payeeHeld,
    learn: standingOf,
    run: ({ body, facts }) => ({ type: "correct", ...body, standing: facts.standing }),
    others: {
      members: ({ learnt }) => ({ lines: learnt === undefined ? [] : [member(budgetLine, learnt.payment.line)] }),
      commands: ({ id, learnt }) => ({ lines: learnt === undefined ? [] : [holding(id, learnt.payment.amount)] }),
    },
  }),
  payments.step("give-up", {
    summary: { zh: "退回后不再支付", en: "Do not pay it after its return" },
    allow: requesters,
    body: z.strictObject({}),
    run: () => ({ type: "give-up" }),
  }),
];
