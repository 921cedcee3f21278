import type { Rejection } from "../../../../shared/decider/index.ts";
import type { Fen } from "../../../../shared/money/index.ts";
import { type AllocatedReceipt, type Entitlement, outstandingOf } from "./entitlement.ts";
import { notNow, refuse } from "./refusals.ts";

/** A part of the money that came from a payer, as it is booked. */
export interface ReceivedMoney {
  /** The entry in the books. */
  readonly receipt: string;
  readonly payer: string;
  readonly on: string;
  readonly amount: Fen;
}

type Taking = Pick<Entitlement, "title" | "payer" | "promisedOn" | "basis" | "fixed" | "setOff" | "receipts">;

/**
 * Puts a part of a receipt down to an entitlement. Refuses another payer, more than is outstanding, and a receipt of which it holds
 * a part already. An open promise and a range take any amount: it is an advance on them.
 */
export function takeReceipt(
  found: Taking,
  { receipt, payer, on, amount }: ReceivedMoney,
): AllocatedReceipt | Rejection {
  const named = { entitlement: found.title };
  if (found.payer !== payer) return refuse("finance.allocated-to-other-payer", named);
  if (on < found.promisedOn) return refuse("finance.receipt-before-promise", named);
  if (found.receipts.some((one) => one.receipt === receipt)) return notNow("finance.allocated-already", named);
  const isAdvance = found.basis.kind !== "amount" && found.fixed === undefined;
  const outstanding = outstandingOf(found);
  if (!isAdvance && outstanding !== undefined && amount > outstanding)
    return refuse("finance.allocated-above-outstanding", { ...named, outstanding });
  return { receipt, on, amount, isAdvance };
}
