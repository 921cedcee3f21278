import { type Context, type Decision, deciderOf } from "../../../../shared/decider/index.ts";
import type { Fen } from "../../../../shared/money/index.ts";
import { notNow, type OpeningRefusal, refuse } from "./refusals.ts";

/** A settled figure of a year before the system, with its document. */
export interface BaseYear {
  readonly year: number;
  readonly document: string;
  readonly amount: Fen;
}
/** What the town took over at its first start: once, with documents, and balanced. It has the id `town`. */
export interface TakingOver {
  readonly document: string;
  readonly on: string;
  /** Debts of the town, in the register as in the books. */
  readonly debts: Fen;
  /** Assets, in the register as in the books. */
  readonly assets: Fen;
  readonly baseYears: readonly BaseYear[];
}
export interface TakeOver {
  readonly type: "take-over";
  readonly document: string;
  /** Whether the book of the town is open: its opening entries balance, and none is added. */
  readonly isBookOpen: boolean;
  /** What was locked; undefined while the old debt is counted. */
  readonly lockedDebts: Fen | undefined;
  readonly registeredAssets: Fen;
  /** What the opening entries say of the same. */
  readonly booked: { readonly debts: Fen; readonly assets: Fen };
  readonly needsBaseYears: boolean;
  readonly baseYears: readonly BaseYear[];
}
export interface TakenOver {
  readonly type: "finance.taking-over.taken-over";
  readonly data: TakingOver;
}

/** F-35, F-47: registers and books say the same of debts and assets, and base years stand with their documents. */
function takeOver(
  { document, isBookOpen, lockedDebts, registeredAssets, booked, needsBaseYears, baseYears }: TakeOver,
  { today }: Context,
): Decision<TakenOver> {
  if (!isBookOpen) return notNow("finance.opening-book-not-open");
  if (lockedDebts === undefined) return notNow("finance.opening-debts-not-locked");
  if (booked.debts !== lockedDebts)
    return refuse("finance.opening-debts-differ", { books: booked.debts, register: lockedDebts });
  if (booked.assets !== registeredAssets)
    return refuse("finance.opening-assets-differ", { books: booked.assets, register: registeredAssets });
  if (needsBaseYears && baseYears.length === 0) return refuse("finance.opening-base-years-missing");
  const data = { document, on: today.toString(), debts: lockedDebts, assets: registeredAssets, baseYears };
  return [{ type: "finance.taking-over.taken-over", data }];
}

/** The taking over of a town. */
export const takingOver = deciderOf<{
  readonly state: TakingOver;
  readonly command: TakeOver;
  readonly event: TakenOver;
  readonly moves: Record<never, never>;
  readonly begins: "take-over";
  readonly begun: "finance.taking-over.taken-over";
  readonly refusal: OpeningRefusal;
}>({
  aggregate: "taking-over",
  shape: 1,
  begin: { "take-over": takeOver },
  always: { "take-over": ({ on }) => notNow("finance.taken-over-already", { on }) },
  begun: { "finance.taking-over.taken-over": ({ data }) => data },
  effects: {},
});
/** The one of a town. */
export const theTown = "town";
