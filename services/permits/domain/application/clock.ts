import { Temporal } from "temporal-polyfill";
import { extendLimit, isOverdue, pauseLimit, resumeLimit, startOfDay } from "../../../../shared/calendar/index.ts";
import { type Context, type Decision, notYou, refuse } from "../../../../shared/decider/index.ts";
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

/** How much longer at the most, once, and by whose approval: of the organ's head, or where it is joint the government's. */
const extensions = {
  "XK-42-1": { longest: 10, approver: "organ", article: "行政许可法42(1)" },
  "XK-42-2": { longest: 15, approver: "government", article: "行政许可法42(2)" },
} as const;

/** The organ's head for a case: of the office that decides it, or whoever leads the government and with it the organ. */
function isHeadFor(
  office: string,
  sub: string,
  approver: "organ" | "government",
  heads: Context["town"]["heads"],
): boolean {
  const posts = heads.filter((head) => head.sub === sub);
  const leadsTheTown = posts.some(({ of }) => of === "government");
  return posts.some((post) => post.of === approver && (leadsTheTown || post.office === office));
}

/** XK-42: ten working days more, fifteen for joint handling, if the head approves and the applicant is told the reasons. */
export function extend(state: Accepted, { workingDays, reasons }: Command<"extend">, context: Context): Decided {
  const { town, actor, calendar } = context;
  const { statutory } = state.limits;
  const rule = statutory?.rule === "XK-42-2" ? "XK-42-2" : "XK-42-1";
  const { longest, approver, article } = extensions[rule];
  const source = { article, rule };
  if (!isHeadFor(state.office, actor.sub, approver, town.heads)) return notYou("permits.head-must-approve", source);
  if (statutory === undefined) return refuse("permits.no-statutory-limit", source);
  if (statutory.extensions.length > 0) return refuse("permits.already-extended", source);
  if (workingDays > longest) return refuse("permits.extension-too-long", { longest, ...source }, "/workingDays");
  if (isPast(statutory, context)) return refuse("permits.limit-already-passed", { due: statutory.due, ...source });
  const limits = eachLimit(state.limits, (limit) => extendLimit(calendar, limit, { length: workingDays, ...source }));
  const on = context.today.toString();
  return [{ type: "permits.application.extended", data: { workingDays, on, limits }, personal: { reasons } }];
}

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
