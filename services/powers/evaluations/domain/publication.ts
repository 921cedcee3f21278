import type { Decider, Recorded } from "../../../../shared/decider/index.ts";
import type { Decided, Evaluation } from "./evaluation.ts";
import { notNow } from "./refusals.ts";

/** What a year's evaluation has changed on the list, with the reasons. */
export interface Change extends Omit<Decided, "adjustment"> {
  readonly code: string;
  readonly from: string;
}
/** The list as published again after a year's evaluation (P6). The id is the year. */
export interface Publication {
  readonly year: number;
  /** Counted through all years. */
  readonly version: number;
  readonly on: string;
  /** How many powers were kept as they are. */
  readonly kept: number;
  readonly changes: readonly Change[];
}
export interface Publish {
  readonly type: "publish";
  readonly year: number;
  readonly evaluations: readonly Evaluation[];
}
export type PublicationEvent = { readonly type: "powers.list.republished"; readonly data: Publication };

/** P6: once everything has been decided, the list is published again, once for a year. */
export const publication: Decider<Publication, Publish, PublicationEvent> = {
  aggregate: "publication",
  shape: 1,
  decide(state, { year, evaluations }, { today, numbers }) {
    if (state !== undefined) return notNow("powers.list-republished-already", { year, on: state.on });
    const yearly = evaluations.filter(({ interim }) => !interim);
    const open = yearly.filter(({ status }) => status === "open").map(({ code }) => code);
    if (yearly.length === 0 || open.length > 0)
      return notNow("powers.evaluations-undecided", { year, open: open.length });
    const decided = yearly.flatMap(({ code, decision }) => (decision === undefined ? [] : [{ code, ...decision }]));
    const changes = decided
      .filter(({ outcome }) => outcome !== "keep")
      .map(({ on, adjustment: _adjustment, ...change }) => ({ ...change, from: on }));
    const kept = decided.length - changes.length;
    const data = { year, version: numbers.take("list-version"), on: today.toString(), kept, changes };
    return [{ type: "powers.list.republished", data }];
  },
  evolve: (_state: Publication | undefined, { data }: Recorded<PublicationEvent>) => data,
  listed: ({ year }) => ({ byCode: { partition: "publications", sort: `${year}` } }),
};
