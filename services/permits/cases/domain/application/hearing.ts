import { Temporal } from "temporal-polyfill";
import {
  hasCertainlyPassed,
  isExpectedToWork,
  type LimitSpec,
  limitFrom,
  pauseLimit,
  recalculate,
  resumeLimit,
  type WorkingDayCalendar,
} from "../../../../../shared/calendar/index.ts";
import { type Context, type Decision, isRejection, present } from "../../../../../shared/decider/index.ts";
import { peopleNamed, type WithOfficers } from "../../../common/domain/named-people.ts";
import { handedInOn } from "../../../common/domain/posted.ts";
import { badInput, notYou, refuse } from "../refusals.ts";
import { isOwnCase, isStranger } from "./agent.ts";
import type { Accepted, ApplicationEvent, CommandOf, Decide, Limits, Pause, Paused, Running } from "./application.ts";
import { noticesWith, noticeUsed, stoodFor } from "./clock.ts";
import { eachLimit } from "./limits.ts";
import { chairOf, keptAway, unfitFor } from "./people.ts";
import { about } from "./said.ts";

const article46 = { article: "行政许可法46", rule: "XK-46" };
const article47 = { article: "行政许可法47", rule: "XK-47" };
const article48 = { article: "行政许可法48", rule: "XK-48" };

/** XK-47: held within twenty working days of being asked for. */
export const organise: LimitSpec = { ...article47, article: "行政许可法47、82", unit: "working-day", length: 20 };

/**
 * XK-47: within five working days of being told of the right, while the clock stands too; it costs nothing. T-4: what was
 * posted in time is in time.
 */
export function requestHearing(
  state: Accepted | Paused,
  { posted }: CommandOf<"request-hearing">,
  { actor, calendar, today }: Context,
): Decision<ApplicationEvent> {
  const { thirdParties, hearing } = state;
  if (isStranger(state, actor)) return notYou("permits.not-yours");
  if (thirdParties?.informed === undefined) return refuse("permits.third-parties-not-informed", article47);
  if (hearing !== undefined) return refuse("permits.hearing-already-requested", article47);
  const sent = handedInOn({ posted, own: isOwnCase(state, actor), since: thirdParties.on }, { actor, today });
  if (isRejection(sent)) return sent;
  const limit = recalculate(calendar, thirdParties.informed.request);
  if (hasCertainlyPassed(calendar, limit, sent))
    return refuse("permits.hearing-requested-late", { due: limit.due, ...article47 });
  const on = today.toString();
  const data = { on, organise: limitFrom(calendar, organise, on) };
  return [
    { type: "permits.application.hearing-requested", data, ...(posted === undefined ? {} : { personal: { posted } }) },
  ];
}

/**
 * XK-46 to XK-48: time and place are told in writing seven working days before, it is public, and the person who examined the
 * case does not preside. From the notice to the day it is held no time counts (XK-45), for all hearings of a case together no longer
 * than the town allows. Nobody loses a hearing by that: the clock runs on, and the hearing is held all the same.
 */
export function callHearing(
  state: Accepted,
  command: CommandOf<"call-hearing">,
  context: Context,
): Decision<ApplicationEvent> {
  const { type: _type, ground, chair, officers, power: _power, ...told } = command;
  if (context.actor.office !== state.office) return notYou("permits.not-your-office", { office: state.office });
  const groundless = notGrounded(state, ground, context);
  if (groundless !== undefined) return groundless;
  const { calendar, town, today } = context;
  const earliest = earliestHearing(calendar, today, town.hearingNotice);
  if (told.heldOn < earliest) return refuse("permits.hearing-noticed-late", { earliest, ...article48 }, "/heldOn");
  if (!isExpectedToWork(calendar, told.heldOn))
    return refuse("permits.hearing-on-a-rest-day", { heldOn: told.heldOn, rule: "T-9" }, "/heldOn");
  const used = noticeUsed(state, told.number, "/number");
  if (used !== undefined) return used;
  const timely = daysForHearing(state, earliest, context);
  if (timely !== undefined && told.heldOn > timely.latest)
    return refuse("permits.hearing-held-late", { due: timely.latest, ...article47 }, "/heldOn");
  const standsUntil = lastDayStanding(state, context);
  const latest = standsUntil === undefined || standsUntil < earliest ? fromToday(context) : standsUntil;
  if (timely === undefined && told.heldOn > latest)
    return refuse("permits.hearing-held-late", { due: latest, article: "行政许可法45", rule: "XK-45" }, "/heldOn");
  const chairing = chairNamed(state, { chair, ...present({ officers }) }, context);
  if (isRejection(chairing)) return chairing;
  const from = today.toString();
  const stands = standsUntil === undefined ? {} : standingFor(state, told, standsUntil, context);
  return [
    {
      type: "permits.application.hearing-called",
      data: {
        ...about(state),
        ground,
        number: told.number,
        noticedOn: from,
        heldOn: told.heldOn,
        heldAt: told.heldAt,
        ...present({ closed: told.closed, wasDue: timely?.wasDue }),
        limits: state.limits,
        ...stands,
        notices: noticesWith(state, told.number),
      },
      personal: { ...chairing, place: told.place },
    },
  ];
}

/**
 * XK-47: by when a hearing that was asked for is held; the ground named later does not count. The days may be over, after a
 * pause, a recusal or a year whose days off came late. The right to be heard stays: the organ then has as many days from
 * today, and it is said since when it is late.
 */
function daysForHearing(
  { hearing }: Running,
  earliest: string,
  { calendar, today }: Context,
): { readonly latest: string; readonly wasDue?: string } | undefined {
  if (hearing?.organise === undefined) return undefined;
  const { due } = recalculate(calendar, hearing.organise);
  if (due === null) return undefined;
  if (earliest <= due) return { latest: due };
  const latest = fromToday({ calendar, today });
  return { latest: latest < earliest ? earliest : latest, wasDue: due };
}

/** Twenty working days from today, for a hearing that is called anew or late. */
const fromToday = ({ calendar, today }: Pick<Context, "calendar" | "today">): string =>
  limitFrom(calendar, organise, today).due ?? today.toString();

/** XK-45: until when the clock may stand for hearings, all hearings of the case together; undefined: no longer. */
function lastDayStanding(state: Accepted, context: Context): string | undefined {
  const { calendar, town, today } = context;
  const length = town.limits.pauses.workingDays.hearing - stoodFor(state, "hearing", context);
  const spec: LimitSpec = { rule: "XK-45", article: "行政许可法45", unit: "working-day", length };
  return length < 1 ? undefined : (limitFrom(calendar, spec, today.subtract({ days: 1 })).due ?? undefined);
}

/** XK-48: the chair is a person the town knows, who has not examined the case. The parties are told his name. */
function chairNamed(
  state: Accepted | Paused,
  { chair, officers = [] }: WithOfficers & { readonly chair: string },
  context: Context,
) {
  const found = peopleNamed([chair], { officers }, context, "");
  if (isRejection(found)) return badInput("permits.unknown-person", { person: chair }, "/chair");
  const [person] = found;
  return unfitFor(state, chair, "chaired", "/chair") ?? { chair: person?.name ?? chair, chairedBy: chair };
}

/** XK-48(3): another person chairs the hearing that was called; its time and place stay as they were told. */
export function replaceChair(
  state: Accepted | Paused,
  { chair, officers = [] }: CommandOf<"replace-chair">,
  context: Context,
): Decision<ApplicationEvent> {
  const { actor, today } = context;
  if (actor.office !== state.office) return notYou("permits.not-your-office", { office: state.office });
  if (state.hearing?.notice === undefined) return refuse("permits.no-hearing-called", article48);
  if (state.hearing.held !== undefined) return refuse("permits.hearing-already-recorded", article48);
  // Nobody chairs what is over: the hearing is called anew.
  if (wasNotHeld(state, context))
    return refuse("permits.hearing-day-passed", { heldOn: state.hearing.notice.heldOn, ...article48 });
  const chairing = chairNamed(state, { chair, officers }, context);
  if (isRejection(chairing)) return chairing;
  return [{ type: "permits.application.chair-replaced", data: { on: today.toString() }, personal: chairing }];
}

/** A hearing whose day has passed without a record was not held: it is called anew, or nobody would be heard. */
const wasNotHeld = ({ hearing }: Running, { today }: Context): boolean =>
  hearing?.held === undefined && hearing?.notice !== undefined && hearing.notice.heldOn < today.toString();

function notGrounded(state: Running, ground: CommandOf<"call-hearing">["ground"], context: Context) {
  const { guide, hearing } = state;
  if (hearing?.notice !== undefined && !wasNotHeld(state, context))
    return refuse("permits.hearing-already-called", article48);
  if (ground === "request" && hearing?.requestedOn === undefined)
    return refuse("permits.hearing-not-requested", article47, "/ground");
  if (ground === "law" && guide.hearingRequired !== true)
    return refuse("permits.hearing-not-prescribed", article46, "/ground");
  return undefined;
}

/** T-12: the first working day that leaves so many between, the day of the notice counted and that of the hearing not. */
export function earliestHearing(
  calendar: WorkingDayCalendar,
  today: Temporal.PlainDate,
  { workingDays, clear }: { readonly workingDays: number; readonly clear: boolean },
): string {
  const length = clear ? workingDays + 1 : workingDays;
  const spec: LimitSpec = { ...article48, unit: "working-day", length };
  const { due } = limitFrom(calendar, spec, today.subtract({ days: 1 }));
  let earliest = Temporal.PlainDate.from(due ?? today).add({ days: 1 });
  while (!isExpectedToWork(calendar, earliest)) earliest = earliest.add({ days: 1 });
  return earliest.toString();
}

/**
 * The hearing's notice is the written one of XK-45; the time it tells of ends with the day of the hearing, or when the clock has stood
 * for hearings as long as it may.
 */
function standingFor(
  { limits }: Accepted,
  { number, heldOn }: { readonly number: string; readonly heldOn: string },
  until: string,
  { calendar, today }: Context,
): { readonly limits: Limits; readonly pause: Pause } {
  const from = today.toString();
  const neededDays = today.until(heldOn < until ? heldOn : until).days;
  const spec: LimitSpec = { rule: "XK-45", article: "行政许可法45", unit: "day", length: neededDays };
  const notice = { number, deliveredOn: from, neededDays };
  return {
    limits: eachLimit(limits, (limit) => pauseLimit(calendar, limit, { from, reason: "hearing" })),
    pause: { kind: "hearing", from, notice, told: limitFrom(calendar, spec, from) },
  };
}

/** XK-48: the record, read and signed by those who took part; the days up to the hearing do not count, those after it do. */
export function recordHearing(
  state: Accepted | Paused,
  { record, signed }: CommandOf<"record-hearing">,
  { actor, calendar, today }: Context,
): Decision<ApplicationEvent> {
  const chair = chairOf(state);
  if (actor.office !== state.office && actor.sub !== chair)
    return notYou("permits.not-your-office", { office: state.office });
  const heldOn = state.hearing?.notice?.heldOn;
  if (heldOn === undefined) return refuse("permits.no-hearing-called", article48);
  if (state.hearing?.held !== undefined) return refuse("permits.hearing-already-recorded", article48);
  if (Temporal.PlainDate.compare(heldOn, today) > 0) return refuse("permits.hearing-not-yet", { heldOn, ...article48 });
  if (!signed) return refuse("permits.record-not-signed", article48, "/signed");
  const away = chair === undefined ? undefined : keptAway(state, chair);
  if (away !== undefined) return away;
  const stands = state.status === "paused" && state.pause.kind === "hearing";
  const limits: Limits = stands
    ? eachLimit(state.limits, (limit) => resumeLimit(calendar, limit, heldOn))
    : state.limits;
  const held = { on: heldOn, record };
  return [{ type: "permits.application.hearing-recorded", data: { held, on: today.toString(), limits } }];
}

/** XK-46, XK-47: what must be heard is not decided unheard; XK-48: and then by the record. */
export function notByRecord({ guide, hearing }: Running, { hearingRecord }: Pick<Decide, "hearingRecord">) {
  const must = guide.hearingRequired === true || hearing !== undefined;
  if (!must) return undefined;
  if (hearing?.held === undefined)
    return refuse("permits.hearing-not-held", hearing?.requestedOn === undefined ? article46 : article47);
  if (hearingRecord !== hearing.held.record)
    return refuse("permits.not-by-the-record", { record: hearing.held.record, ...article48 }, "/hearingRecord");
  return undefined;
}
