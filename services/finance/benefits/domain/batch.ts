import type { DomainEvent, MovesOf } from "../../../../shared/decider/index.ts";
import { type Fen, sum } from "../../../../shared/money/index.ts";
import type { BudgetLine } from "../../budget/domain/budget-line.ts";
import type { LineFault } from "./payment.ts";

/** A line of a batch: who gets how much. */
export interface BatchLine {
  readonly beneficiary: string;
  readonly amount: Fen;
}
/** The lines of a batch, as the accountant gave them: they never change. */
export interface BatchLines {
  readonly lines: readonly BatchLine[];
}
/** So many lines a batch has at the most, and so many are looked at in one commit. */
export const mostLinesInBatch = 2000;
export const linesAtOnce = 20;

/** What the clockwork does with the lines of a batch, a few at a time. */
export type BatchWork = "check" | "free";
export const batchHands = ["draft", "approve", "send"] as const;
export type BatchHand = (typeof batchHands)[number];

interface Drafted {
  readonly programme: string;
  /** The month that it is for, `2026-03`. */
  readonly period: string;
  /** The line of the budget that pays it. */
  readonly line: string;
  readonly document: string;
  readonly count: number;
}
export interface RefusedLine {
  readonly at: number;
  readonly fault: LineFault;
}
/** A batch of benefits and what became of it. */
export interface BenefitBatch extends Drafted {
  readonly status: "checking" | "checked" | "approved" | "sent" | "paid" | "dropping" | "dropped";
  readonly by: Readonly<Partial<Record<BatchHand, string>>>;
  /** The instant from which its lines are looked at. */
  readonly workSince: string;
  /** How many lines were looked at. */
  readonly done: number;
  readonly due: Fen;
  readonly dueCount: number;
  readonly refused: readonly RefusedLine[];
  readonly paidOn?: string;
  readonly serial?: string;
  readonly returned: Fen;
  readonly returnedCount: number;
}

/** F13: how much of what was due was paid, in basis points rounded down. */
export const paymentRateOf = ({ status, due, returned }: Pick<BenefitBatch, "status" | "due" | "returned">): number =>
  status !== "paid" || due === 0 ? 0 : Number(((BigInt(due) - BigInt(returned)) * 10_000n) / BigInt(due));

/** What was found about some lines, from `done` on. */
export interface Looked {
  readonly from: number;
  readonly faults: readonly (LineFault | undefined)[];
  readonly amounts: readonly Fen[];
}

export type BatchCommand =
  | ({ readonly type: "draft"; readonly lines: readonly BatchLine[]; readonly runs: boolean } & Omit<Drafted, "count">)
  | ({ readonly type: "look" } & Looked)
  | { readonly type: "approve"; readonly seen: Fen }
  | { readonly type: "send" }
  | { readonly type: "confirm"; readonly serial: string; readonly on: string; readonly seen: Fen }
  | {
      readonly type: "return";
      readonly on: string;
      readonly amounts: readonly (Fen | undefined)[];
      /** The line of carry-over that was named. */
      readonly into?: Pick<BudgetLine, "from">;
    }
  /** `seen`: its state when the line of the budget was thought of. */
  | { readonly type: "drop"; readonly reason: string; readonly seen: BenefitBatch["status"] }
  /** P-15: a cashier is shown accounts and names in full. */
  | { readonly type: "disclose" }
  | { readonly type: "free"; readonly from: number; readonly count: number };

interface Said<Type extends string, Data extends object> extends DomainEvent {
  readonly type: `finance.benefit-batch.${Type}`;
  readonly data: Data;
}
export type BatchEvent =
  | Said<"drafted", Drafted & { readonly by: string; readonly at: string }>
  | Said<
      "looked-at",
      { readonly upTo: number; readonly dueFen: Fen; readonly due: number; readonly refused: readonly RefusedLine[] }
    >
  | Said<"approved", { readonly by: string }>
  | Said<"sent", { readonly by: string }>
  | Said<"confirmed", { readonly serial: string; readonly on: string }>
  | Said<"returned", { readonly amountFen: Fen; readonly count: number; readonly on: string }>
  | Said<"dropped", { readonly reason: string; readonly at: string }>
  | Said<"disclosed", object>
  | Said<"freed", { readonly upTo: number }>;

/** States of a batch and what moves them. */
export const batchMoves = {
  checking: { look: ["checking", "checked"] },
  checked: { approve: "approved", drop: ["dropping", "dropped"] },
  approved: { send: "sent", drop: ["dropping", "dropped"] },
  sent: { confirm: "paid" },
  paid: { return: "paid" },
  dropping: { free: ["dropping", "dropped"] },
  dropped: {},
} as const satisfies MovesOf<BenefitBatch, BatchCommand>;

export const totalOfLines = (lines: readonly BatchLine[]): Fen => sum(lines.map(({ amount }) => amount));
