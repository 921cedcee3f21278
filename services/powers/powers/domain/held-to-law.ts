import type { Context, Decision } from "../../../../shared/decider/index.ts";
import { heldOn } from "../../../../shared/powers-in-force/index.ts";
import { type Condition, conditionsOf } from "../../common/domain/conditions.ts";
import { entryOn } from "./entry.ts";
import type { Power, PowerEvent } from "./power.ts";

/**
 * CF-42, QZ-18: the conditions of a handover, and the law's where it asks for less. Towns were opened before the law's
 * conditions were known here: their powers are in force, and are judged by the law as soon as the clock looks at them.
 */
export function withLawfulConditions(
  { category }: Pick<Power, "category">,
  from: string,
  own: readonly Condition[] = [],
): Pick<Power, "conditions" | "judgedByLawFrom"> {
  const conditions = conditionsOf(category, own);
  const asksLess = JSON.stringify(officersOf(conditions)) !== JSON.stringify(officersOf(own));
  return asksLess ? { conditions, judgedByLawFrom: from } : { conditions };
}
const officersOf = (all: readonly Condition[]) => all.filter(({ kind }) => kind === "officers");

/** The day on which a power is judged by the law: the first of its handover. Undefined: it is judged already. */
export const nextHolding = ({ judgedByLawFrom }: Power): string | undefined => judgedByLawFrom;

/** CF-42: from today the readiness of the town judges the power. Nothing reaches back: what was done under it stands. */
export function holdToLaw(state: Power, { today }: Context): Decision<PowerEvent> {
  const { code, judgedByLawFrom, conditions = [] } = state;
  if (judgedByLawFrom === undefined || today.toString() < judgedByLawFrom) return [];
  const from = today.toString();
  const { domain } = entryOn(state, today);
  const end = heldOn(state, today) === undefined ? from : nextRecall(state, from);
  const until = end === undefined ? {} : { until: end };
  return [{ type: "powers.power.held-to-law", data: { code, from, ...until, domain, conditions } }];
}

/** The first day on which it is taken back, if that is known; a later handover is judged by its own event. */
const nextRecall = ({ changes }: Power, from: string) =>
  changes
    .filter((change) => change.kind === "recalled" && change.from > from)
    .map((change) => change.from)
    .sort()[0];

export const heldToLaw = ({ judgedByLawFrom: _judged, ...state }: Power): Power => state;
