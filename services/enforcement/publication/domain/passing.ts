import { type Limit, recalculate, startOfDay, toDate } from "../../../../shared/calendar/index.ts";
import type { Context, Decision } from "../../../../shared/decider/index.ts";
import type { PublicationEvent } from "./messages.ts";
import type { LateFor, Publication } from "./publication.ts";
import { about, takeDownOf } from "./said.ts";

interface Watched {
  readonly what: LateFor;
  readonly limit: Limit;
}

/** What has a term in this state and is not late yet. */
function watched(state: Publication): readonly Watched[] {
  const terms: readonly (Watched | undefined)[] = [
    state.status === "proposed" ? { what: "publish", limit: state.publishBy } : undefined,
    state.status === "published" && state.repair !== undefined
      ? { what: "repair", limit: state.repair.decideBy }
      : undefined,
    "takeDown" in state && state.takeDown !== undefined && state.takeDown.doneOn === undefined
      ? { what: "take-down", limit: state.takeDown.by }
      : undefined,
  ];
  return terms.filter((one) => one !== undefined).filter(({ what }) => !state.late.includes(what));
}

const dayAfter = ({ due, start }: Limit) =>
  toDate(due ?? start)
    .add({ days: 1 })
    .toString();

/** CF-48, CF-48a: a term that passed is told once; what was shown its longest time is shown no more. */
export function passTime(state: Publication, context: Context): Decision<PublicationEvent> {
  const on = context.today.toString();
  if (state.status === "published" && on >= state.credit.until)
    return [
      {
        type: "enforcement.publication.expired",
        data: { ...about(state), on, ...takeDownOf(state, on, context) },
        personal: {},
      },
    ];
  for (const { what, limit: before } of watched(state)) {
    if (on < dayAfter(before)) continue;
    const limit = recalculate(context.calendar, before);
    if (limit.due !== before.due)
      return [{ type: "enforcement.publication.limit-recounted", data: { what, limit }, personal: {} }];
    return [
      {
        type: "enforcement.publication.overdue",
        data: { ...about(state), what, due: limit.due ?? limit.start },
        personal: {},
      },
    ];
  }
  return [];
}

export function nextDeadline(state: Publication): string | undefined {
  const days = [
    ...watched(state).map(({ limit }) => dayAfter(limit)),
    ...(state.status === "published" ? [state.credit.until] : []),
  ];
  const [first] = days.toSorted();
  return first === undefined ? undefined : startOfDay(first);
}
