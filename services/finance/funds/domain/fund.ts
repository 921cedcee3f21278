import type { DomainEvent, MovesOf } from "../../../../shared/decider/index.ts";
import { type Fen, fen, subtract, sum } from "../../../../shared/money/index.ts";

/** `special`: 专项资金 (F5). `acquisition`: money for land that was taken (征收专户, F16). */
export const fundKinds = ["special", "acquisition"] as const;
export type FundKind = (typeof fundKinds)[number];

/** Who gives how much to a fund, by which document. */
export interface FundSource {
  readonly name: string;
  readonly amount: Fen;
  readonly document: string;
  /** F-31: money of the town that a transfer from above asks for. */
  readonly isMatching?: boolean;
  /** The State Council's document that says the matter is shared. */
  readonly sharedBy?: string;
}
/** F-42: an account of its own has its approval; else the fund is a sub-ledger of a lawful account. */
export type FundAccount =
  | { readonly kind: "approved"; readonly document: string }
  | { readonly kind: "sub-ledger"; readonly book: string; readonly account: string };

interface SetUp {
  readonly kind: FundKind;
  readonly title: string;
  readonly project: string;
  readonly document: string;
  /** Classes of expenditure that its purpose allows, as prefixes. */
  readonly items: readonly string[];
  readonly sources: readonly FundSource[];
  readonly account?: FundAccount;
}
/** Money that came into a fund: from which source, by which entry. */
export interface FundReceipt {
  readonly entry: string;
  readonly source: string;
  readonly amount: Fen;
}

/** A fund whose money has an owner: it is spent for its purpose and its beneficiaries only. */
export interface Fund extends SetUp {
  readonly status: "open" | "closed";
  readonly receipts: readonly FundReceipt[];
  readonly allotted: Fen;
  readonly paid: Fen;
}

export const sourcesOf = ({ sources }: Pick<Fund, "sources">): Fen => sum(sources.map(({ amount }) => amount));
export const fundReceived = ({ receipts }: Pick<Fund, "receipts">): Fen => sum(receipts.map(({ amount }) => amount));
/** What is in a fund. */
export const leftIn = (fund: Pick<Fund, "receipts" | "paid">): Fen => subtract(fundReceived(fund), fund.paid);
export const receivedFrom = ({ receipts }: Pick<Fund, "receipts">, source: string): Fen =>
  sum(receipts.filter((one) => one.source === source).map(({ amount }) => amount));
/** The part of a source in all that is promised, in basis points rounded down. */
export const shareOf = (fund: Pick<Fund, "sources">, { amount }: FundSource): number =>
  Number((BigInt(amount) * 10_000n) / BigInt(sourcesOf(fund) || fen(1)));

export type FundCommand =
  | ({ readonly type: "set-up" } & SetUp)
  | ({ readonly type: "receive" } & FundReceipt)
  | { readonly type: "take-back"; readonly entry: string }
  /** In the commit of a share. */
  | { readonly type: "allot"; readonly amount: Fen }
  | { readonly type: "pay"; readonly amount: Fen; readonly items: readonly string[] }
  | { readonly type: "unpay"; readonly amount: Fen }
  | { readonly type: "close"; readonly document: string };

interface Said<Type extends string, Data extends object> extends DomainEvent {
  readonly type: `finance.fund.${Type}`;
  readonly data: Data;
}
export type FundEvent =
  | Said<"set-up", SetUp>
  | Said<"received", FundReceipt>
  | Said<"taken-back", { readonly entry: string }>
  | Said<"allotted", { readonly amount: Fen }>
  | Said<"paid", { readonly amount: Fen }>
  | Said<"unpaid", { readonly amount: Fen }>
  | Said<"closed", { readonly document: string }>;

/** States of a fund and what moves them. */
export const fundMoves = {
  open: {
    receive: "open",
    "take-back": "open",
    allot: "open",
    pay: "open",
    unpay: "open",
    close: "closed",
  },
  closed: {},
} as const satisfies MovesOf<Fund, FundCommand>;
