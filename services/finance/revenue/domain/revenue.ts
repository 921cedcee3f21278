import type { MovesOf } from "../../../../shared/decider/index.ts";
import type { Fen } from "../../../../shared/money/index.ts";
import type { RevenueKind } from "../../../../shared/town/finance.ts";
import type { TreasuryLevel } from "../../../../shared/town/fiscal-scheme.ts";

export const payerKinds = ["organisation", "person", "government", "various"] as const;
/**
 * Who paid. A body is named, a person only known by his key: neither name nor number of a person is kept. `various`: many small
 * payers in one line of the treasury.
 */
export type Payer =
  | { readonly kind: "organisation"; readonly name: string; readonly key: string }
  | { readonly kind: "person"; readonly key: string }
  | { readonly kind: "government"; readonly name: string }
  | { readonly kind: "various" };

/** F-41: who notified a transfer. Only a finance office may. */
export const notifiers = ["finance-office", "other-office"] as const;
export type Notifier = (typeof notifiers)[number];

/** What is said of income when it is booked. */
export interface Income {
  /** Class of revenue (F-15). */
  readonly item: string;
  readonly level: TreasuryLevel;
  readonly paidBy: Payer;
  /** The month for which it was paid, `2026-03`. It counts when the money is there (F-10). */
  readonly period: string;
  readonly document: string;
  readonly notifiedBy?: Notifier;
  /** Serial number of the line of the treasury's statement. */
  readonly serial: string;
  readonly amount: Fen;
  readonly on: string;
}

/** Income in the treasury, booked by class (预算法 27). */
export interface Revenue extends Income {
  readonly status: "booked" | "reversed";
  /** The row of the profile that it rests on, as it stood then. */
  readonly source: string;
  readonly kind: RevenueKind;
  readonly basis: string;
  readonly postedAs: string;
  /** Who booked it. */
  readonly bookedBy: string;
  readonly reasons?: string;
}

/**
 * F17, CF-70: whether income has a fiscal receipt of the town: other non-tax income and land proceeds of one payer. Tax has the receipts of
 * the tax office, a transfer needs none, and many small payers in one line got theirs when they paid.
 */
export const isReceipted = ({
  kind,
  paidBy,
}: {
  readonly kind: RevenueKind;
  readonly paidBy: { readonly kind: Payer["kind"] };
}) => (kind === "non-tax" || kind === "land") && (paidBy.kind === "organisation" || paidBy.kind === "person");

export type RevenueCommand =
  | ({ readonly type: "record"; readonly postedAs: string } & Income)
  | { readonly type: "reverse"; readonly reasons: string };

export type RevenueEvent =
  | {
      readonly type: "finance.revenue.booked";
      readonly data: Omit<Revenue, "status" | "reasons" | "amount" | "bookedBy"> & { readonly amountFen: Fen };
    }
  | { readonly type: "finance.revenue.reversed"; readonly data: { readonly reasons: string } };

/** States of booked income and what moves them. */
export const revenueMoves = {
  booked: { reverse: "reversed" },
  reversed: {},
} as const satisfies MovesOf<Revenue, RevenueCommand>;
