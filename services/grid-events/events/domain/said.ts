import type { Context, Rejection } from "../../../../shared/decider/index.ts";
import type { GridEventRules } from "../../../../shared/town/grid-events.ts";
import type { EventPause, GridEvent, Proof, Whereabouts } from "./event.ts";
import type { About } from "./messages.ts";
import { badInput, refuse } from "./refusals.ts";
import { type Term, termFrom } from "./term.ts";

export type Category = GridEventRules["categories"][number];
export const categoryOf = (code: string, { gridEvents }: Context["town"]): Category | undefined =>
  gridEvents.categories.find((one) => one.code === code);

/** What every event says of its matter. */
export const about = ({ number, category, where }: Pick<GridEvent, "number" | "category" | "where">): About => ({
  number: number.text.zh,
  category,
  ...(where.grid === undefined ? {} : { grid: where.grid }),
});

/** A category of the town with terms for this urgency; G5: one of special grids only where such a grid lies. */
export function categoryFault(
  { category, urgency }: Pick<GridEvent, "category" | "urgency">,
  special: Whereabouts["special"],
  { town }: Pick<Context, "town">,
): Rejection | undefined {
  const known = categoryOf(category, town);
  if (known === undefined) return badInput("grid-events.unknown-category", { category }, "/category");
  if (known.terms[urgency] === undefined || known.unitTerms[urgency] === undefined)
    return badInput("grid-events.unknown-urgency", { urgency }, "/urgency");
  const here = known.special === undefined || special.some(({ kind }) => known.special?.includes(kind) === true);
  return here ? undefined : refuse("grid-events.category-not-here", { category, rule: "G5" }, "/category");
}

/** G-8 (D): the term of a category and an urgency, from an instant. */
export function categoryTerm(
  { category, urgency }: Pick<GridEvent, "category" | "urgency">,
  of: "terms" | "unitTerms",
  start: string,
  { pauses, context }: { readonly pauses: readonly EventPause[]; readonly context: Pick<Context, "town" | "calendar"> },
): Term {
  const spec = categoryOf(category, context.town)?.[of][urgency];
  if (spec === undefined) throw new Error(`no term for ${category}, ${urgency}`);
  const since = pauses.filter(({ to }) => to === undefined || to > start);
  const counted = since.map(({ from, to }) => ({
    from: from > start ? from : start,
    ...(to === undefined ? {} : { to }),
  }));
  const rule = `${of === "terms" ? "event" : "unit"}:${category}:${urgency}`;
  return termFrom({ ...spec, rule, warnBefore: context.town.gridEvents.warnBeforeMinutes }, start, counted, context);
}

/** G2: a picture after, or in words why there is none. */
export const proofFault = (proof: Proof): Rejection | undefined =>
  "without" in proof
    ? proof.without.trim() === ""
      ? badInput("grid-events.picture-missing", { rule: "G2" }, "/proof")
      : undefined
    : proof.pictures.length === 0
      ? badInput("grid-events.picture-missing", { rule: "G2" }, "/proof")
      : undefined;
