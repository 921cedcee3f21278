import type { Context, Decision } from "../../../../shared/decider/index.ts";
import type { Fine, Payment } from "./fine.ts";
import type { FineEvent, NotePayment, TakePaymentBack } from "./messages.ts";
import { type Owed, owedOn } from "./owed.ts";
import { badInput, refuse } from "./refusals.ts";

export const about = ({ case: of, proceeding }: Pick<Fine, "case" | "proceeding">) => ({ case: of, proceeding });

/**
 * Money that came in, told by finance or by the bank's slip. The same receipt again changes nothing; with another sum it is
 * refused. CF-70: money without a receipt does not count.
 */
export function notePayment(
  state: Fine,
  { type: _type, ...payment }: NotePayment,
  context: Context,
): Decision<FineEvent> {
  const today = context.today.toString();
  if (payment.by === "goods")
    return refuse("enforcement.goods-by-auction-only", { article: "行政强制法46(3)", rule: "QZ-46" }, "/by");
  if (payment.on > today) return badInput("enforcement.day-to-come", { on: payment.on }, "/on");
  if (payment.on < state.receivedOn)
    return badInput("enforcement.day-before-service", { receivedOn: state.receivedOn }, "/on");
  if (state.before?.payments.some(({ receipt }) => receipt === payment.receipt) === true)
    return refuse("enforcement.receipt-used", { receipt: payment.receipt, rule: "CF-70" }, "/receipt");
  const before = state.payments.find(({ receipt }) => receipt === payment.receipt);
  if (before !== undefined) {
    const same = before.amountFen === payment.amountFen && before.on === payment.on;
    return same ? [] : refuse("enforcement.receipt-used", { receipt: payment.receipt, rule: "CF-70" }, "/receipt");
  }
  const paidIn: FineEvent = { type: "enforcement.fine.paid-in", data: { ...about(state), ...payment } };
  const after = { ...state, payments: [...state.payments, payment] };
  return [paidIn, ...settled(after, owedOn(after, today, context), today)];
}

/**
 * F-47: finance took this payment back: it was another one's money. A fine that is no more paid without it is owed again, with its
 * surcharge. Of what was said to go back only so much stays as is still beyond the fine.
 */
export function takePaymentBack(state: Fine, { receipt }: TakePaymentBack, context: Context): Decision<FineEvent> {
  const on = context.today.toString();
  const earlier = state.before?.payments.find((one) => one.receipt === receipt && one.by !== "goods");
  if (earlier !== undefined) return takenOfBefore(state, earlier, on);
  const gone = state.payments.find((one) => one.receipt === receipt && one.by !== "goods");
  if (gone === undefined) return [];
  const payments = state.payments.filter((one) => one !== gone);
  const alone = owedOn({ ...state, payments, refundedFen: 0 }, on, context);
  const refundDueFen = Math.min(state.refundedFen, state.status === "annulled" ? alone.paidFen : alone.surplusFen);
  const all = refundDueFen + (state.before?.refundedFen ?? 0);
  const data = { ...about(state), on, receipt, amountFen: gone.amountFen, refundDueFen: all };
  const { openFen } = owedOn({ ...state, payments, refundedFen: refundDueFen }, on, context);
  return [
    { type: "enforcement.fine.payment-taken-back", data },
    ...(state.status === "paid" && openFen > 0
      ? [{ type: "enforcement.fine.reopened" as const, data: { ...about(state), on } }]
      : []),
  ];
}

/** Money of a decision that fell went to a wrong claim: it does not go back to this party. */
function takenOfBefore({ before, ...state }: Fine, { receipt, amountFen }: Payment, on: string): FineEvent[] {
  const refundDueFen = Math.max(0, (before?.refundedFen ?? 0) - amountFen) + state.refundedFen;
  return [
    { type: "enforcement.fine.payment-taken-back", data: { ...about(state), on, receipt, amountFen, refundDueFen } },
  ];
}

/** That all is paid, and what goes back: told when the last fen came in, or when less is owed than was paid. */
export function settled(state: Fine, { openFen, ...owed }: Owed, on: string): FineEvent[] {
  if (state.status === "annulled") return backTo(state, owed.paidFen, on);
  if (state.status === "paid" || state.status === "ended") return backTo(state, owed.surplusFen, on);
  if (openFen > 0) return [];
  const { fineFen, gainsFen, surchargeFen, surplusFen } = owed;
  return [
    { type: "enforcement.fine.settled", data: { ...about(state), on, fineFen, gainsFen, surchargeFen, surplusFen } },
    ...backTo(state, surplusFen, on),
  ];
}

/** QZ-39 (行政强制法41), F-36: of all that should go back, what was not said before. */
export function backTo(state: Fine, allFen: number, on: string): FineEvent[] {
  const amountFen = allFen - state.refundedFen;
  return amountFen > 0 ? [{ type: "enforcement.fine.refund-due", data: { ...about(state), on, amountFen } }] : [];
}
