import { endOfDay, hasCertainlyPassed, recalculate, startOfDay } from "../../../../../shared/calendar/index.ts";
import type { Context, Decision } from "../../../../../shared/decider/index.ts";
import type { Appeal, AppealEvent } from "./appeal.ts";
import { goesUp } from "./handling.ts";

const isOpen = ({ status }: Appeal): boolean => status === "received" || status === "assigned";

const waitsUntil = (state: Appeal) =>
  state.status === "answered" ? state.confirmBy : isOpen(state) && !state.overdue ? state.limit : undefined;

export function nextAppealDeadline(state: Appeal): string | undefined {
  if (state.status === "answered" && state.lookAgainOn !== undefined) return startOfDay(state.lookAgainOn);
  const due = waitsUntil(state)?.due;
  return typeof due === "string" ? endOfDay(due) : undefined;
}

/** Until which day a step is in time: what the house does by its term, what the person says by his. */
export function appealStepUntil({ limit, confirmBy, extended }: Appeal, verb: string): string | null | undefined {
  if (verb === "answer" || (verb === "extend" && !extended)) return limit.due;
  return verb === "confirm" || verb === "raise" ? confirmBy?.due : undefined;
}

/**
 * Late is put on record once. G8: silence is not consent: an answer that nobody confirms goes up, and above the county it stays
 * unconfirmed. T-10: nothing is taken from a person on a predicted day.
 */
export function passTime(state: Appeal, context: Context): Decision<AppealEvent> {
  const today = context.today.toString();
  const kept = waitsUntil(state);
  if (kept?.due == null || kept.due >= today) return [];
  const limit = recalculate(context.calendar, kept);
  if (limit.due !== null && limit.due >= today)
    return [{ type: "grid-events.appeal.limit-recounted", data: { limit }, personal: {} }];
  if (state.status !== "answered")
    return [{ type: "grid-events.appeal.overdue", data: { due: kept.due, level: state.level }, personal: {} }];
  if (!hasCertainlyPassed(context.calendar, limit, context.today)) {
    const lookAgainOn = context.today.add({ days: 7 }).toString();
    return [{ type: "grid-events.appeal.limit-recounted", data: { limit, lookAgainOn }, personal: {} }];
  }
  return [goesUp(state, context, {}) ?? { type: "grid-events.appeal.unconfirmed", data: { on: today }, personal: {} }];
}
