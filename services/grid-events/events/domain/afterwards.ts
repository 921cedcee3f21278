import { todayIn } from "../../../../shared/calendar/index.ts";
import { type Context, type Decision, present } from "../../../../shared/decider/index.ts";
import { redirect } from "./dispatching.ts";
import { assignmentOf, type GridEvent } from "./event.ts";
import { levelTerm, risen } from "./levels.ts";
import type { CommandOf, EventEvent } from "./messages.ts";
import { notYou, refuse } from "./refusals.ts";
import { about, categoryFault, categoryTerm } from "./said.ts";
import { answerTo } from "./told.ts";
import { byMachine, disclosureFault, isDispatcher, isReporter, notOnDuty } from "./who.ts";

type Decided = Decision<EventEvent>;

/** Who reported says whether he is content; once (G-6 评价). */
export function rate(state: GridEvent, { satisfied, receipt }: CommandOf<"rate">, { actor }: Context): Decided {
  if (!isReporter(state, actor, receipt)) return notYou("grid-events.not-the-reporter", {});
  return [{ type: "grid-events.event.rated", data: { ...about(state), satisfied }, personal: {} }];
}

/** Within the window after its end a matter is taken up again: another round, with a term of its own. */
export function reopen(state: GridEvent, { duty, reasons, receipt }: CommandOf<"reopen">, context: Context): Decided {
  const { actor, now, today, town } = context;
  const may = isReporter(state, actor, receipt) || notOnDuty(state, duty, actor) === undefined;
  if (!may || byMachine(actor) !== undefined) return notYou("grid-events.not-the-reporter", {});
  const last = todayIn(state.closedAt ?? now).add({ days: town.gridEvents.reopenDays });
  if (today.toString() > last.toString()) return refuse("grid-events.after-the-window", { until: last.toString() });
  const fault = categoryFault(state, state.where.special, context);
  if (fault !== undefined) return fault;
  const term = categoryTerm(state, "terms", now, { pauses: [], context });
  const data = {
    ...about(state),
    round: state.round + 1,
    term,
    ...present({ levelTerm: levelTerm(state.level, now, [], context) }),
    ...answerTo(state, "accepted", context, term),
  };
  return [{ type: "grid-events.event.reopened", data, personal: { reasons } }];
}

/**
 * Another category or urgency: the term is counted anew from the same start, by the new length. G2: with another unit the old one is
 * told that it is withdrawn and the new one that it is to act, in the same commit.
 */
export function recategorise(
  state: GridEvent,
  { category, urgency, reasons, unit, person }: CommandOf<"recategorise">,
  context: Context,
): Decided {
  const refused = byMachine(context.actor);
  if (refused !== undefined) return refused;
  if (!isDispatcher(context.actor)) return notYou("grid-events.not-your-grid", { rule: "G1" });
  if (category === state.category && urgency === state.urgency)
    return refuse("grid-events.nothing-changed", { category }, "/category");
  const fault = categoryFault({ category, urgency }, state.where.special, context);
  if (fault !== undefined) return fault;
  const changed = { ...state, category, urgency };
  const sent = unit === undefined ? [] : sentOn(changed, { unit, reasons, ...present({ person }) }, context);
  if ("rejected" in sent) return sent;
  const { pauses, acceptedAt } = state;
  const term =
    acceptedAt === undefined
      ? undefined
      : categoryTerm({ category, urgency }, "terms", acceptedAt, { pauses, context });
  const data = { ...about({ ...state, category }), urgency, ...present({ term }) };
  return [
    { type: "grid-events.event.recategorised", data, personal: { reasons } },
    ...risen(changed, context),
    ...sent,
  ];
}

/** The unit of the new category, where a unit has the matter. */
const sentOn = (
  state: GridEvent,
  to: { readonly unit: string; readonly person?: string; readonly reasons: string },
  context: Context,
): Decided =>
  assignmentOf(state) === undefined
    ? refuse("grid-events.with-no-unit", {}, "/unit")
    : redirect(state, { type: "redirect", ...to }, context);

/** Dispatchers read who reported, for a reason that stays on record. */
export function disclose(state: GridEvent, { reason }: CommandOf<"disclose">, { actor }: Context): Decided {
  if (!isDispatcher(actor)) return notYou("grid-events.not-your-grid", { rule: "P-1" });
  const fault = disclosureFault(state, actor);
  if (fault !== undefined) return fault;
  return [{ type: "grid-events.event.reporter-disclosed", data: about(state), personal: { reason } }];
}
