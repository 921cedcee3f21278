import { Temporal } from "temporal-polyfill";
import { isOverdue, recalculate, startOfDay } from "../../../../../shared/calendar/index.ts";
import type { Context, Decision } from "../../../../../shared/decider/index.ts";
import { present } from "../../../../../shared/decider/index.ts";
import { passes } from "../../../common/domain/passes.ts";
import { accepted, isPast } from "./acceptance.ts";
import type { Accepted, Application, ApplicationEvent, Limits, Paused, Received, Running } from "./application.ts";
import { passPause } from "./clock.ts";
import { passInspection } from "./inspection.ts";
import { limitNames, recounted } from "./limits.ts";
import { missedBy } from "./overdue.ts";

type Decided = Decision<ApplicationEvent>;

/** What becomes true because time passes: deemed acceptance, the end of a pause, limits missed, and limits counted again. */
export function passTime(state: Received | Accepted | Paused, context: Context): Decided {
  if (state.status === "received") return passAcceptanceLimit(state, context);
  if (state.status === "paused") return passPause(state, context);
  return [...recount(state, context), ...missedBy(state, context), ...passInspection(state, context)];
}

function recount(state: Accepted, { calendar, today }: Context): ApplicationEvent[] {
  const limits = recounted(state.limits, calendar);
  const unannounced = firstUnannounced(state);
  const reached = unannounced !== undefined && Temporal.PlainDate.compare(unannounced, today) <= 0;
  if (!reached && !differ(limits, state.limits)) return [];
  const data = { limits, ...(reached ? { recountedFor: unannounced } : {}) };
  return [{ type: "permits.application.limits-recounted", data }];
}

/** XK-32-4, T-10: silence is taken for acceptance once the limit has certainly passed; until then the case is looked at weekly. */
function passAcceptanceLimit(state: Received, context: Context): Decided {
  const { calendar, today } = context;
  if (isPast(state.acceptanceLimit, context)) return accepted(state, context, { deemed: true });
  const again = recalculate(calendar, state.acceptanceLimit);
  const waits = isOverdue(again, today);
  if (!waits && again.due === state.acceptanceLimit.due) return [];
  const lookAgainOn = waits ? today.add({ days: daysBetweenLooks }).toString() : undefined;
  return [
    { type: "permits.application.acceptance-recounted", data: { acceptanceLimit: again, ...present({ lookAgainOn }) } },
  ];
}

const daysBetweenLooks = 7;

const differ = (one: Limits, other: Limits) => limitNames.some((name) => one[name]?.due !== other[name]?.due);

/** The first day, not looked at yet, whose year was not announced when the limits were counted (T-10). */
const firstUnannounced = ({ limits, recountedFor }: Running) =>
  limitNames
    .map((name) => limits[name]?.provisionalFrom)
    .filter((day) => day !== undefined && day !== recountedFor)
    .sort()[0];

/** The next instant at which `passTime` has something to do. */
export function nextDeadline(state: Application): string | undefined {
  if (state.status === "received")
    return state.lookAgainOn === undefined ? passes(state.acceptanceLimit) : startOfDay(state.lookAgainOn);
  if (state.status === "paused") return state.pause.told === undefined ? undefined : passes(state.pause.told);
  return state.status === "accepted" ? nextOfRunning(state) : undefined;
}

function nextOfRunning(state: Accepted): string | undefined {
  const { missed, limits, inspection } = state;
  const unannounced = firstUnannounced(state);
  const waiting = limitNames.filter((name) => !missed.includes(name)).map((name) => limits[name]);
  const unassigned = inspection?.inspectors === undefined && inspection?.late !== true;
  const instants = [...waiting, ...(unassigned ? [inspection?.limit] : [])].map((limit) =>
    limit === undefined ? undefined : passes(limit),
  );
  if (unannounced !== undefined) instants.push(startOfDay(unannounced));
  return instants.filter((instant) => instant !== undefined).sort()[0];
}
