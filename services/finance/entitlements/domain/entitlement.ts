import type { Rejection } from "../../../../shared/decider/index.ts";
import { add, type Fen, fen, subtract } from "../../../../shared/money/index.ts";
import type { AnnouncedTransfer } from "./announced.ts";
import { notNow, refuse } from "./refusals.ts";

/** A paper and its day, an ISO date. */
export interface DatedDocument {
  readonly number: string;
  readonly on: string;
}

/**
 * What an entitlement owes. `amount`: computed or fixed, with its formula. `range`: its lower bound is owed until a document fixes
 * it. `promise`: nothing says how much; it is open, never zero. `announced`: a transfer of next year; it is expected, and not yet due.
 */
export type EntitlementBasis =
  | { readonly kind: "amount"; readonly amount: Fen; readonly formula: string }
  | { readonly kind: "range"; readonly lower: Fen; readonly upper: Fen }
  | { readonly kind: "promise" }
  | AnnouncedTransfer;

/** A receipt, or a part of one, that was allocated to this entitlement. An advance came before the amount was settled. */
export interface AllocatedReceipt {
  /** The entry in the books. */
  readonly receipt: string;
  readonly on: string;
  readonly amount: Fen;
  readonly isAdvance: boolean;
}

/** What a payer owes the town (应得), from its document to the money that came. */
export interface Entitlement {
  readonly id: string;
  readonly title: string;
  readonly payer: string;
  readonly promisedOn: string;
  /** Absent for a promise by word: it is shown as such. */
  readonly document?: DatedDocument;
  readonly basis: EntitlementBasis;
  /** The document that fixed a range or a promise. */
  readonly fixed?: { readonly amount: Fen; readonly document: DatedDocument };
  /** Last day for the payer; absent while nothing sets one. */
  readonly dueOn?: string;
  /** Advances that a settlement set off (预算法 52: 先预付后结算). */
  readonly setOff?: Fen;
  readonly receipts: readonly AllocatedReceipt[];
  /** F-32: the entry by which money left the books that the upper level took outside the budget. */
  readonly entry?: string;
}

/** What is owed now: fixed, else computed, else the lower bound; undefined for a promise that is open and a transfer that is expected. */
export function owedBy({ basis, fixed }: Pick<Entitlement, "basis" | "fixed">): Fen | undefined {
  if (fixed !== undefined) return fixed.amount;
  if (basis.kind === "amount") return basis.amount;
  return basis.kind === "range" ? basis.lower : undefined;
}

/** What came so far: advances that were set off, and receipts. */
export const receivedFor = ({ setOff = fen(0), receipts }: Pick<Entitlement, "setOff" | "receipts">): Fen =>
  add(setOff, ...receipts.map(({ amount }) => amount));

/** What is still to come; negative when more came than is owed, undefined for a promise that is open. */
export function outstandingOf(
  entitlement: Pick<Entitlement, "basis" | "fixed" | "setOff" | "receipts">,
): Fen | undefined {
  const owed = owedBy(entitlement);
  return owed === undefined ? undefined : subtract(owed, receivedFor(entitlement));
}

/** A document fixes a range or a promise, once. Refuses an amount outside of the range. */
export function fixingRefusal(
  { basis, fixed, title }: Pick<Entitlement, "basis" | "fixed" | "title">,
  amount: Fen,
  document: DatedDocument,
): Rejection | undefined {
  if (basis.kind === "amount") return refuse("finance.fixing-not-needed", { entitlement: title });
  if (fixed !== undefined) return notNow("finance.fixed-already", { document: fixed.document.number });
  const isOutside = basis.kind === "range" && (amount < basis.lower || amount > basis.upper);
  return isOutside
    ? refuse("finance.fixed-outside-range", { entitlement: title, document: document.number }, "/amountFen")
    : undefined;
}
