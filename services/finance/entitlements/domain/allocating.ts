import { isRejection, type Rejection } from "../../../../shared/decider/index.ts";
import { type Fen, subtract, sum } from "../../../../shared/money/index.ts";
import { type AllocatedReceipt, type Entitlement, owedBy } from "./entitlement.ts";
import { badInput, notNow, refuse } from "./refusals.ts";

/** Money that came from a payer, as it is booked. */
export interface ReceivedMoney {
  readonly id: string;
  readonly payer: string;
  readonly on: string;
  readonly amount: Fen;
}

/** A part of a receipt for one named entitlement. */
export interface ReceiptPart {
  readonly entitlement: string;
  readonly amount: Fen;
}

/** What an allocation leaves: the entitlements it changed and what of the receipt is still free. */
export interface Allocation {
  readonly entitlements: readonly Entitlement[];
  readonly free: Fen;
}

/**
 * Allocates a receipt to named entitlements, whole or not at all. `entitlements` holds every one that the receipt may touch or has
 * touched. Refuses another payer, more than the receipt, more than is outstanding, and a receipt that an entitlement holds already.
 * An open promise takes any amount: it is an advance on it.
 */
export function allocateReceipt(
  receipt: ReceivedMoney,
  parts: readonly ReceiptPart[],
  entitlements: readonly Entitlement[],
): Allocation | Rejection {
  const allocated = sum(
    entitlements.flatMap(({ receipts }) =>
      receipts.filter((one) => one.receipt === receipt.id).map(({ amount }) => amount),
    ),
  );
  const free = subtract(receipt.amount, allocated);
  const asked = sum(parts.map(({ amount }) => amount));
  const changed: Entitlement[] = [];
  for (const [at, part] of parts.entries()) {
    if (changed.some(({ id }) => id === part.entitlement))
      return badInput("finance.allocated-twice", { entitlement: part.entitlement }, `/parts/${at}/entitlement`);
    const next = take(receipt, part, entitlements);
    if (isRejection(next)) return next;
    changed.push(next);
  }
  if (asked > free) return refuse("finance.allocated-above-receipt", { free, asked });
  return { entitlements: changed, free: subtract(free, asked) };
}

function take(receipt: ReceivedMoney, part: ReceiptPart, all: readonly Entitlement[]): Entitlement | Rejection {
  const found = all.find(({ id }) => id === part.entitlement);
  const named = { entitlement: part.entitlement };
  if (found === undefined) return badInput("finance.allocated-to-unknown", named);
  if (part.amount <= 0) return badInput("finance.allocation-not-positive", named);
  if (found.payer !== receipt.payer) return refuse("finance.allocated-to-other-payer", named);
  if (receipt.on < found.promisedOn) return refuse("finance.receipt-before-promise", named);
  if (found.receipts.some((one) => one.receipt === receipt.id)) return notNow("finance.allocated-already", named);
  const owed = owedBy(found);
  const isAdvance = found.basis.kind !== "amount" && found.fixed === undefined;
  const outstanding = owed === undefined ? undefined : subtract(owed, sum(found.receipts.map(({ amount }) => amount)));
  const isAbove = !isAdvance && outstanding !== undefined && part.amount > outstanding;
  if (isAbove) return refuse("finance.allocated-above-outstanding", { ...named, outstanding });
  const taken: AllocatedReceipt = { receipt: receipt.id, on: receipt.on, amount: part.amount, isAdvance };
  return { ...found, receipts: [...found.receipts, taken] };
}
