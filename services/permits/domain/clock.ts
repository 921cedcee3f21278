import { Temporal } from "temporal-polyfill";
import { extendLimit, isOverdue, pauseLimit, resumeLimit, startOfDay } from "../../../shared/calendar/index.ts";
import { type Context, type Decision, notYou, refuse } from "../../../shared/decider/index.ts";
import { about, accepted, isPast } from "./acceptance.ts";
import type {
  Accepted,
  Application,
  ApplicationCommand,
  ApplicationEvent,
  Limits,
  Paused,
  Received,
  Running,
} from "./application.ts";
import { eachLimit, limitNames, passes, recounted } from "./limits.ts";

type Command<T extends ApplicationCommand["type"]> = Extract<ApplicationCommand, { type: T }>;
type Decided = Decision<ApplicationEvent>;

/** XK-45: the clock stops only if the applicant has been told in writing how long it will take. */
export function pause(state: Accepted, { kind, notice }: Command<"pause">, context: Context): Decided {
  if (context.actor.office !== state.office) return notYou("permits.not-your-office", { office: state.office });
  if (notice === undefined) return refuse("permits.no-written-notice", article45, "/notice");
  const today = context.today.toString();
  if (Temporal.PlainDate.compare(notice.deliveredOn, today) > 0)
    return refuse("permits.notice-not-delivered-yet", article45, "/notice/deliveredOn");
  const span = { from: today, reason: kind };
  const limits = eachLimit(state.limits, (limit) => pauseLimit(context.calendar, limit, span));
  return [{ type: "permits.application.paused", data: { pause: { kind, notice, from: today }, limits } }];
}

const article45 = { article: "行政许可法45", rule: "XK-45" };

/** The days from the pause to this one, both included, have not counted; the clock goes on with the next. */
export function resume(state: Paused, { today, calendar, actor }: Context): Decided {
  if (actor.office !== state.office) return notYou("permits.not-your-office", { office: state.office });
  const on = today.toString();
  const limits = eachLimit(state.limits, (limit) => resumeLimit(calendar, limit, on));
  return [{ type: "permits.application.resumed", data: { on, limits } }];
}

/** At most this much longer, once: XK-42-1. */
const longestExtension = 10;

/** The organ's head for a case: of the office that decides it, or whoever leads the government and with it the organ. */
function isHeadFor(office: string, sub: string, heads: Context["town"]["heads"]): boolean {
  const posts = heads.filter((head) => head.sub === sub);
  const leadsTheTown = posts.some(({ of }) => of === "government");
  return posts.some((post) => post.of === "organ" && (leadsTheTown || post.office === office));
}

/** XK-42-1: ten working days more, if the head of the town or of the deciding office approves, and the reasons are told. */
export function extend(state: Accepted, { workingDays, reasons }: Command<"extend">, context: Context): Decided {
  const { town, actor, calendar } = context;
  if (!isHeadFor(state.office, actor.sub, town.heads)) return notYou("permits.head-must-approve", article42);
  const { statutory } = state.limits;
  if (statutory === undefined) return refuse("permits.no-statutory-limit", article42);
  if (statutory.extensions.length > 0) return refuse("permits.already-extended", article42);
  if (workingDays > longestExtension)
    return refuse("permits.extension-too-long", { longest: longestExtension, ...article42 }, "/workingDays");
  if (isPast(statutory, context)) return refuse("permits.limit-already-passed", { due: statutory.due, ...article42 });
  const extension = { length: workingDays, rule: "XK-42-1", article: "行政许可法42(1)" };
  const limits = eachLimit(state.limits, (limit) => extendLimit(calendar, limit, extension));
  const on = context.today.toString();
  return [{ type: "permits.application.extended", data: { workingDays, on, limits }, personal: { reasons } }];
}

const article42 = { article: "行政许可法42(1)", rule: "XK-42-1" };

/** What becomes true because time passes: deemed acceptance, limits missed, and limits counted again. */
export function passTime(state: Application, context: Context): Decided {
  if (state.status === "received") return passAcceptanceLimit(state, context);
  if (state.status !== "accepted") return [];
  const { calendar, today } = context;
  const limits = recounted(state.limits, calendar);
  const events: ApplicationEvent[] = [];
  const unannounced = firstUnannounced(state);
  const reached = unannounced !== undefined && Temporal.PlainDate.compare(unannounced, today) <= 0;
  if (reached || differ(limits, state.limits))
    events.push({
      type: "permits.application.limits-recounted",
      data: { limits, ...(reached ? { recountedFor: unannounced } : {}) },
    });
  for (const name of limitNames) {
    const limit = limits[name];
    if (limit?.due == null || state.missed.includes(name) || !isOverdue(limit, today)) continue;
    events.push({ type: "permits.application.limit-missed", data: { ...about(state), limit: name, due: limit.due } });
  }
  return events;
}

function passAcceptanceLimit(state: Received, context: Context): Decided {
  if (isPast(state.acceptanceLimit, context)) return [accepted(state, context, true)];
  const again = recounted({ promised: state.acceptanceLimit }, context.calendar).promised;
  if (again.due === state.acceptanceLimit.due) return [];
  return [{ type: "permits.application.acceptance-recounted", data: { acceptanceLimit: again } }];
}

const differ = (one: Limits, other: Limits) => limitNames.some((name) => one[name]?.due !== other[name]?.due);

/** The first day, not looked at yet, whose year was not announced when the limits were counted (T-10). */
const firstUnannounced = ({ limits, recountedFor }: Running) =>
  limitNames
    .map((name) => limits[name]?.provisionalFrom)
    .filter((day) => day !== undefined && day !== recountedFor)
    .sort()[0];

/** The next instant at which `passTime` has something to do. */
export function nextDeadline(state: Application): string | undefined {
  if (state.status === "received") return passes(state.acceptanceLimit);
  if (state.status !== "accepted") return undefined;
  const unannounced = firstUnannounced(state);
  const instants = limitNames
    .filter((name) => !state.missed.includes(name))
    .map((name) => state.limits[name])
    .map((limit) => (limit === undefined ? undefined : passes(limit)));
  if (unannounced !== undefined) instants.push(startOfDay(unannounced));
  return instants.filter((instant) => instant !== undefined).sort()[0];
}
