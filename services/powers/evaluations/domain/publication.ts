import { type Context, type Decision, deciderOf } from "../../../../shared/decider/index.ts";
import type { Decided, Evaluation } from "./evaluation.ts";
import { type EvaluationRefusal, notNow } from "./refusals.ts";

/** What a year's evaluation has changed on the list, with the reasons. */
export interface Change extends Omit<Decided, "adjustment" | "side"> {
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

interface PublicationWords {
  readonly state: Publication;
  readonly command: Publish;
  readonly event: PublicationEvent;
  readonly moves: Record<never, never>;
  readonly begins: "publish";
  readonly begun: "powers.list.republished";
  readonly refusal: EvaluationRefusal;
}

/** P6: once everything has been decided, the list is published again, once for a year. */
export const publication = deciderOf<PublicationWords>({
  aggregate: "publication",
  shape: 1,
  begin: { publish },
  always: { publish: ({ on }, { year }) => notNow("powers.list-republished-already", { year, on }) },
  begun: { "powers.list.republished": ({ data }) => data },
  effects: {},
  listed: ({ year }) => ({ byCode: { partition: "publications", sort: `${year}` } }),
});

function publish({ year, evaluations }: Publish, { today, numbers }: Context): Decision<PublicationEvent> {
  const yearly = evaluations.filter(({ interim }) => !interim);
  const open = yearly.filter(({ status }) => status === "open").map(({ code }) => code);
  if (yearly.length === 0 || open.length > 0)
    return notNow("powers.evaluations-undecided", { year, open: open.length });
  const decided = yearly.flatMap(({ code, decision }) => (decision === undefined ? [] : [{ code, ...decision }]));
  const changes = decided
    .filter(({ outcome }) => outcome !== "keep")
    .map(({ on, adjustment: _adjustment, side: _side, ...change }) => ({ ...change, from: on }));
  const kept = decided.length - changes.length;
  const data = { year, version: numbers.take("list-version"), on: today.toString(), kept, changes };
  return [{ type: "powers.list.republished", data }];
}
