import type { Context, Decision, OfType } from "../../../../shared/decider/index.ts";
import { add, type Fen, fen, larger, smaller, sum } from "../../../../shared/money/index.ts";
import { owedOfPenalty, type PenaltyChange, type PenaltyTerms, termsAfter } from "./penalty.ts";
import { keptOf, type Receivable, type ReceivableCommand, type ReceivableEvent, receivedOf } from "./receivable.ts";
import { badInput, notYou, refuse } from "./refusals.ts";
import { standing } from "./standing.ts";

/**
 * F-47, F-49: money that was booked to a wrong claim is taken back, with reasons, by another person than the one who booked it. Claim
 * and line of the bank are free again. Money that went back to a payer, or is about to, is not taken back: it was this claim's.
 */
export function takeBack(
  state: Receivable,
  { serial, reasons }: OfType<ReceivableCommand, "reverse-receipt">,
  context: Context,
): Decision<ReceivableEvent> {
  const { actor, today } = context;
  const known = state.received.find((one) => one.serial === serial);
  if (known === undefined) return badInput("finance.line-not-received", { serial }, "/serial");
  if (actor.roles.includes("cashier")) return notYou("finance.receipt-by-cashier", { article: "会计法 35(2)" });
  if (known.by === actor.sub) return notYou("finance.same-person-takes-back", { article: "会计法 25(1)" });
  const on = today.toString();
  const after = withoutReceipt(state, serial, on);
  const least = state.status === "cancelled" ? fen(0) : state.due;
  if (state.refunds.length > 0 && keptOf({ ...after, refunds: asPaid(state.refunds) }) < least)
    return refuse("finance.receipt-refunded", { article: "预算法60" });
  const { amount, on: receivedOn, receipt } = known;
  return [
    {
      type: "finance.payment.reversed",
      data: {
        for: { service: state.service, id: state.claim },
        ...{ amountFen: amount, receivedOn, receipt, serial, on },
        ...(state.terms === undefined ? { dueFen: state.due, staysWhole: keptOf(after) >= state.due } : {}),
      },
      personal: { reasons },
    },
    ...standing(state, after, context),
  ];
}

/** A refund that runs counts as if it were paid. */
const asPaid = (refunds: Receivable["refunds"]): Receivable["refunds"] =>
  refunds.map((one) => ({ ...one, paidOn: one.paidOn ?? "" }));

/** The claim without one payment. What its service had on record by the same receipt counts no more either. */
export function withoutReceipt(state: Receivable, serial: string, on: string): Receivable {
  const gone = state.received.find((one) => one.serial === serial);
  if (gone === undefined) return state;
  const received = state.received.filter((one) => one !== gone);
  const takenBack = [...(state.takenBack ?? []), { ...gone, takenBackOn: on }];
  return withRefundDue({ ...state, ...withoutTold(state, gone.receipt, received), received, takenBack }, on);
}

/** A penalty that was paid whole has no receipt of its own: the payment of the bank told of it. */
function withoutTold({ terms }: Receivable, receipt: string, received: Receivable["received"]) {
  if (terms === undefined) return {};
  const isGone = (told: string) => told === receipt || (told === "" && received.length === 0);
  return { terms: { ...terms, told: terms.told.filter((one) => !isGone(one.receipt)) } };
}

/** The claim after its service told one thing more. Of a payment taken back it also says what may still go back. */
export function retoldClaim(state: Receivable, change: PenaltyChange): Receivable {
  if (state.terms === undefined) return state;
  const after = { ...state, terms: termsAfter(state.terms, change) };
  if (change.what === "begun-anew") return begunAnew(after);
  if (change.what !== "payment-taken-back") return after;
  const refundDue = larger(fen(change.refundDueFen), proposedOf(after));
  const { before } = after.terms;
  if (before?.receipts.includes(change.receipt) !== true) return { ...after, refundDue };
  const left = {
    receipts: before.receipts.filter((one) => one !== change.receipt),
    refundDue: Math.max(0, before.refundDue - (state.refundDue - refundDue)),
  };
  return { ...after, refundDue, terms: { ...after.terms, before: left } };
}

/** A claim that was gone is owed again. What came in for the decision that fell goes back, and pays nothing of this one. */
function begunAnew({ reason: _reason, ...after }: Receivable & { readonly terms: PenaltyTerms }): Receivable {
  const { terms, received, refundDue } = after;
  return {
    ...after,
    ...{ status: "open", due: add(fen(terms.fineFen), fen(terms.gainsFen)), dueOn: terms.due.due ?? terms.due.start },
    terms: { ...terms, before: { receipts: received.map(({ receipt }) => receipt), refundDue } },
  };
}

const proposedOf = ({ refunds }: Receivable): Fen => sum(refunds.map(({ amount }) => amount));

/** F-36: no more goes back than is there beyond the claim. */
function withRefundDue(after: Receivable, on: string): Receivable {
  const { terms, status, refundDue } = after;
  if (terms === undefined || refundDue === 0) return after;
  const most =
    status === "cancelled" ? receivedOf(after) : owedOfPenalty({ ...after, terms, refundDue: fen(0) }, on).surplusFen;
  return { ...after, refundDue: smaller(refundDue, larger(fen(most), proposedOf(after))) };
}
