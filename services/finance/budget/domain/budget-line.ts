import type { DomainEvent, MovesOf } from "../../../../shared/decider/index.ts";
import { add, type Fen, smaller, subtract, sum } from "../../../../shared/money/index.ts";

/**
 * What a line rests on: the congress's approval, what may be spent before it (YS 54), the same purpose of last year (F-6), the reserve
 * (预备费), by a decision of the town government (F-37), or an earmarked transfer that came meanwhile (F-12).
 */
export const grounds = ["congress", "before-approval", "carry-over", "reserve", "earmarked"] as const;
export type Ground = (typeof grounds)[number];

/** A line of the budget (预算指标) of one year: one item, so that of two requests that meet one wins. */
export interface BudgetLine {
  readonly status: "open" | "lapsed";
  readonly year: number;
  /** Code of the class of expenditure (F-18). */
  readonly item: string;
  readonly purpose: string;
  readonly ground: Ground;
  readonly document: string;
  readonly approved: Fen;
  /** What the use plan (用款计划) has set free so far (F-40). */
  readonly planned: Fen;
  readonly paid: Fen;
  /** What is held for requests that are neither paid nor refused. */
  readonly reserved: Readonly<Record<string, Fen>>;
  /** What was left when the year was over, and what becomes of it (F-6). */
  readonly left?: Fen;
  readonly becomes?: Unspent;
  /** The lapsed line of last year that it carries over. */
  readonly from?: string;
  /** The entry that booked the earmarked transfer that it spends (F-12). */
  readonly entry?: string;
  /** What was carried over from it into the next year. */
  readonly carried?: Fen;
}
/** What becomes of money that is unspent at the end of a year: the same purpose goes on, or it is surplus. */
export const unspentKinds = ["carry-over", "surplus"] as const;
export type Unspent = (typeof unspentKinds)[number];

/** What is held for requests. */
export const pendingOf = ({ reserved }: Pick<BudgetLine, "reserved">): Fen => sum(Object.values(reserved));

/** Spent or held: no change may take the line below it. */
export const takenOf = (line: BudgetLine): Fen => add(line.paid, pendingOf(line));

/** F-2, F-40: what can still be asked for: within the budget and within the use plan. */
export const availableOf = (line: BudgetLine): Fen => subtract(smaller(line.approved, line.planned), takenOf(line));

export type BudgetLineCommand =
  | {
      readonly type: "approve";
      readonly year: number;
      readonly item: string;
      readonly purpose: string;
      readonly ground: Ground;
      readonly document: string;
      readonly amount: Fen;
      readonly from?: string;
      /** F-12: the entry that booked the earmarked transfer, and the day on which it counts. */
      readonly entry?: string;
      readonly cameOn?: string;
    }
  /** F-6: what is left goes on in the next year for the same purpose. */
  | {
      readonly type: "carry";
      readonly into: string;
      readonly year: number;
      readonly item: string;
      readonly purpose: string;
      readonly amount: Fen;
    }
  /** F-1, F-12: an adjustment (调整) is the congress's; a shift (调剂, F-38) is on record with who allowed it. */
  | {
      readonly type: "change";
      readonly kind: "adjustment" | "shift";
      readonly by: Fen;
      readonly document: string;
      readonly decidedBy: "congress" | "finance-office";
      /** Money that a payment of an earlier year brought back. */
      readonly comesBack?: true;
      /** A shift that leads back to the same line. */
      readonly within?: boolean;
    }
  | { readonly type: "plan"; readonly upTo: Fen; readonly document: string }
  | { readonly type: "reserve"; readonly request: string; readonly amount: Fen }
  | { readonly type: "release"; readonly request: string }
  /** `on`: the day on which the bank moved the money. The budget is on a cash basis (F-10). */
  | { readonly type: "pay"; readonly request: string; readonly on: string }
  | { readonly type: "take-back"; readonly request: string; readonly amount: Fen; readonly on: string }
  | { readonly type: "lapse" };

interface Said<Type extends string, Data extends object> extends DomainEvent {
  readonly type: `finance.budget-line.${Type}`;
  readonly data: Data;
}
export type BudgetLineEvent =
  | Said<
      "approved",
      Pick<BudgetLine, "year" | "item" | "purpose" | "ground" | "document" | "from" | "entry"> & {
        readonly amountFen: Fen;
      }
    >
  | Said<"adjusted", { readonly byFen: Fen; readonly document: string }>
  | Said<"shifted", { readonly byFen: Fen; readonly document: string }>
  | Said<"planned", { readonly upToFen: Fen; readonly document: string }>
  | Said<"reserved", { readonly request: string; readonly amountFen: Fen }>
  | Said<"released", { readonly request: string }>
  | Said<"paid", { readonly request: string; readonly amountFen: Fen; readonly on: string }>
  | Said<"taken-back", { readonly request: string; readonly amountFen: Fen; readonly on: string }>
  | Said<"carried", { readonly into: string; readonly amountFen: Fen }>
  | Said<"lapsed", { readonly leftFen: Fen; readonly requests: readonly string[]; readonly becomes?: Unspent }>;

/** States of a line and what moves them. */
export const budgetLineMoves = {
  open: {
    change: "open",
    plan: "open",
    reserve: "open",
    release: "open",
    pay: "open",
    "take-back": "open",
    lapse: "lapsed",
  },
  lapsed: { carry: "lapsed" },
} as const satisfies MovesOf<BudgetLine, BudgetLineCommand>;
