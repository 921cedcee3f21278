import type { MovesOf } from "../../../../../shared/decider/index.ts";
import type { Fen } from "../../../../../shared/money/index.ts";
import type { LineChange } from "../compare-sheets.ts";
import type { FiscalEntry, SchemeFacts } from "../facts.ts";
import type { KeptSheet, LineRef } from "./kept-sheet.ts";

/** A paper and its day. */
export interface PaperNamed {
  readonly document: string;
  readonly on: string;
}

/** A line on which the county has another figure. */
export interface Dispute extends LineRef {
  readonly ours: Fen;
  readonly theirs: Fen;
  readonly reasons: string;
}
/** What a document settles a disputed line with. */
export interface Ruling extends LineRef {
  readonly amount: Fen;
}

/** Money that the promise of a line holds already. */
export interface LineReceived extends LineRef {
  readonly amount: Fen;
}

interface Computed {
  readonly year: number;
  /** The first sheet of a year has number 1; each change makes the next one. */
  readonly number: number;
  readonly computedOn: string;
  readonly sheet: KeptSheet;
  /** Facts that were told with this settlement. Those of the profile stand beside them. */
  readonly facts: SchemeFacts;
  /** Lines that differ from the sheet before. */
  readonly changes: readonly LineChange[];
  /** What had come for a line before it was answered: paid first, settled later (预算法 52). Absent: nothing. */
  readonly received?: readonly LineReceived[];
}

/** The settlement of a year (结算) and what became of it. */
export interface Settlement extends Computed {
  readonly status: "draft" | "sent" | "agreed" | "disputed" | "resolved" | "paid";
  readonly sent?: PaperNamed;
  readonly answered?: PaperNamed;
  readonly disputes: readonly Dispute[];
  readonly settled?: PaperNamed;
  readonly rulings: readonly Ruling[];
  readonly paidOn?: string;
}

/** Money of the books that paid what the town owes by a line. */
export interface Remittance extends LineRef {
  readonly entry: string;
  readonly amount: Fen;
}
/** What came for a line that pays the town. */
export interface LinePaid extends LineRef {
  readonly outstanding: Fen | undefined;
}
/** The number of the sheet that somebody saw: what follows from an answer is worked out from it. */
interface Seen {
  readonly seen: number;
}

export interface ComputeSettlement {
  readonly type: "compute";
  readonly year: number;
  readonly entries: readonly FiscalEntry[];
  readonly facts: SchemeFacts;
  /** What came by each entry that an advance names: transfers only. */
  readonly transfers: Readonly<Record<string, Fen>>;
  /** What came for lines that pay the town, put down to their promises. */
  readonly received: readonly LineReceived[];
}
export type SettlementCommand =
  | ComputeSettlement
  | { readonly type: "send"; readonly document: string }
  | ({ readonly type: "agree"; readonly document: string } & Seen)
  | ({
      readonly type: "dispute";
      readonly document: string;
      readonly disputes: readonly Omit<Dispute, "ours">[];
    } & Seen)
  | ({ readonly type: "resolve"; readonly document: string; readonly rulings: readonly Ruling[] } & Seen)
  | ({
      readonly type: "pay";
      readonly remittances: readonly Remittance[];
      readonly received: readonly LinePaid[];
    } & Seen);

export type SettlementEvent =
  | { readonly type: "finance.settlement.computed"; readonly data: Computed }
  | { readonly type: "finance.settlement.sent"; readonly data: PaperNamed }
  | { readonly type: "finance.settlement.agreed"; readonly data: PaperNamed }
  | {
      readonly type: "finance.settlement.disputed";
      readonly data: PaperNamed & { readonly disputes: readonly Dispute[] };
    }
  | {
      readonly type: "finance.settlement.settled";
      readonly data: PaperNamed & { readonly rulings: readonly Ruling[] };
    }
  | {
      readonly type: "finance.settlement.paid";
      readonly data: { readonly on: string; readonly remittances: readonly Remittance[] };
    };

/** States of a settlement and what moves them. It is computed again in each state: another result makes it a draft again. */
export const settlementMoves = {
  draft: { send: "sent" },
  sent: { agree: "agreed", dispute: "disputed" },
  agreed: { pay: "paid" },
  disputed: { resolve: "resolved" },
  resolved: { pay: "paid" },
  paid: {},
} as const satisfies MovesOf<Settlement, SettlementCommand>;
