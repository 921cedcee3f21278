import { type Context, type Decision, deciderOf, present } from "../../../../../shared/decider/index.ts";
import { nextNumberIn } from "../../../../../shared/papers/numbering.ts";
import type { Entitlement } from "../entitlement.ts";
import { badInput, type EntitlementRefusal, refuse } from "../refusals.ts";
import { type EntitlementStanding, entitlementOf, standingOn } from "../standing.ts";
import type { KeptEntitlement } from "../words.ts";

/** A line of a letter: how an entitlement stood on the day of the letter. */
export type DemandedLine = EntitlementStanding & {
  readonly document?: string;
  readonly formula?: string;
};
/** A letter that asks a payer for what is due (商请拨付函). What it says does not change. */
export interface DemandLetter {
  readonly number: string;
  readonly on: string;
  readonly payer: string;
  readonly lines: readonly DemandedLine[];
}
export interface DrawUpLetter {
  readonly type: "draw-up";
  readonly payer: string;
  readonly entitlements: readonly { readonly id: string; readonly state: KeptEntitlement | undefined }[];
}
export interface LetterDrawnUp {
  readonly type: "finance.demand-letter.drawn-up";
  readonly data: DemandLetter;
}
/** So many lines stand on one letter. */
export const mostDemanded = 20;

const documentOf = ({ document, fixed }: Pick<Entitlement, "document" | "fixed">): string | undefined =>
  fixed?.document.number ?? document?.number;

/** F7: asks for what is overdue or has no amount yet. Refuses what is paid or not due, and what another payer owes. */
function drawUp({ payer, entitlements }: DrawUpLetter, context: Context): Decision<LetterDrawnUp> {
  const on = context.today.toString();
  const lines: DemandedLine[] = [];
  for (const [at, { id, state }] of entitlements.entries()) {
    const where = `/entitlements/${at}`;
    if (lines.some((one) => one.id === id)) return badInput("finance.demanded-twice", {}, where);
    if (state === undefined || state.status === "dropped") return badInput("finance.nothing-to-demand", {}, where);
    if (state.payer !== payer) return badInput("finance.letter-to-other-payer", { entitlement: state.title }, where);
    const stands = standingOn(on, entitlementOf({ id, state }));
    if (stands.state !== "overdue" && stands.state !== "open")
      return refuse("finance.nothing-to-demand", { entitlement: state.title }, where);
    const { basis } = state;
    const formula = basis.kind === "amount" ? basis.formula : undefined;
    lines.push({ ...stands, ...present({ document: documentOf(state), formula }) });
  }
  const number = nextNumberIn(context.town.finance.entitlements.letters, on, context);
  return [{ type: "finance.demand-letter.drawn-up", data: { number, on, payer, lines } }];
}

/** A letter to a payer. */
export const demandLetter = deciderOf<{
  readonly state: DemandLetter;
  readonly command: DrawUpLetter;
  readonly event: LetterDrawnUp;
  readonly moves: Record<never, never>;
  readonly begins: "draw-up";
  readonly begun: "finance.demand-letter.drawn-up";
  readonly refusal: EntitlementRefusal;
}>({
  aggregate: "demand-letter",
  shape: 1,
  begin: { "draw-up": drawUp },
  begun: { "finance.demand-letter.drawn-up": ({ data }) => data },
  effects: {},
  listed: ({ on }, id) => ({ byStatus: { partition: everyLetter, sort: `${on}|${id}` } }),
});

/** The partition of `byStatus` with all letters. */
export const everyLetter = "demand-letter:all";
