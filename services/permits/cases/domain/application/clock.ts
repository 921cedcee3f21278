import { Temporal } from "temporal-polyfill";
import {
  extendLimit,
  isOverdue,
  type Limit,
  limitFrom,
  mayHavePassed,
  pauseLimit,
  recalculate,
  resumeLimit,
} from "../../../../../shared/calendar/index.ts";
import type { Context, Decision, Rejection } from "../../../../../shared/decider/index.ts";
import { isHeadFor } from "../../../../../shared/people/index.ts";
import { notYou, refuse } from "../refusals.ts";
import type { Accepted, ApplicationEvent, CommandOf, Pause, Paused, Running } from "./application.ts";
import { eachLimit, workingDaysUsed } from "./limits.ts";

type Decided = Decision<ApplicationEvent>;

/**
 * XK-45: the clock stops only if the applicant has been told in writing how long it will take, and for no longer than that.
 * For a hearing it stops with the call, until the day on which it is held (XK-48).
 */
export function pause(state: Accepted, { kind, notice }: CommandOf<"pause">, context: Context): Decided {
  const { actor, calendar, today } = context;
  if (actor.office !== state.office) return notYou("permits.not-your-office", { office: state.office });
  if (kind === "hearing")
    return refuse("permits.no-hearing-called", { article: "行政许可法48", rule: "XK-48" }, "/kind");
  if (notice === undefined) return refuse("permits.no-written-notice", article45, "/notice");
  if (Temporal.PlainDate.compare(notice.deliveredOn, today) > 0)
    return refuse("permits.notice-not-delivered-yet", article45, "/notice/deliveredOn");
  const unlawful = unlawfulNotice(state, kind, notice, context);
  if (unlawful !== undefined) return unlawful;
  const from = today.toString();
  const limits = eachLimit(state.limits, (limit) => pauseLimit(calendar, limit, { from, reason: kind }));
  const spec = { ...article45, unit: "working-day", length: notice.neededDays } as const;
  const told = limitFrom(calendar, spec, today.subtract({ days: 1 }));
  return [
    {
      type: "permits.application.paused",
      data: { pause: { kind, notice, from, told }, limits, notices: noticesWith(state, notice.number) },
    },
  ];
}

/**
 * XK-45: a notice is dated within the case, bears a number of its own, and tells of no longer than the town allows to all pauses of
 * its kind together.
 */
function unlawfulNotice(
  state: Accepted,
  kind: Pause["kind"],
  { number, deliveredOn, neededDays }: Pause["notice"],
  context: Context,
): Rejection | undefined {
  const { pauses } = context.town.limits;
  if (deliveredOn < state.receivedOn)
    return refuse("permits.notice-before-case", { since: state.receivedOn, ...article45 }, "/notice/deliveredOn");
  const longest = pauses.workingDays[kind];
  const stood = stoodFor(state, kind, context);
  if (stood + neededDays > longest)
    return refuse(
      "permits.pause-too-long",
      { longest, stood, source: pauses.source, ...article45 },
      "/notice/neededDays",
    );
  return noticeUsed(state, number, "/notice/number");
}

/** Working days before today, after the acceptance, on which the clock stood for pauses of a kind; each day once. */
export function stoodFor({ limits: { promised } }: Running, kind: Pause["kind"], { calendar, today }: Context): number {
  const yesterday = today.subtract({ days: 1 });
  const ran = (pauses: Limit["pauses"]) => workingDaysUsed({ ...promised, pauses }, yesterday, calendar);
  return ran([]) - ran(promised.pauses.filter(({ reason }) => reason === kind));
}

/** The number of a notice stands for one notice. */
export const noticeUsed = ({ notices = [] }: Running, number: string, pointer: string): Rejection | undefined =>
  notices.includes(number) ? refuse("permits.notice-number-used", { number, ...article45 }, pointer) : undefined;

/** The numbers of the notices of a case, with one more. */
export const noticesWith = ({ notices = [] }: Running, number: string): readonly string[] => [...notices, number];

const article45 = { article: "行政许可法45", rule: "XK-45" };

/** The last day of the pause, if it ends today: no later than the applicant was told. */
function lastDay({ pause: { told } }: Paused, { calendar, today }: Context): string {
  const on = today.toString();
  const { due = null } = told === undefined ? {} : recalculate(calendar, told);
  return due !== null && due < on ? due : on;
}

const resumed = (state: Paused, on: string, { calendar }: Context) => ({
  on,
  limits: eachLimit(state.limits, (limit) => resumeLimit(calendar, limit, on)),
});

/** The days from the pause to this one, both included, have not counted; the clock goes on with the next. */
export function resume(state: Paused, context: Context): Decided {
  if (context.actor.office !== state.office) return notYou("permits.not-your-office", { office: state.office });
  return [{ type: "permits.application.resumed", data: resumed(state, lastDay(state, context), context) }];
}

/** The time told is over: the clock runs on by itself, for only what was told in writing is excluded (XK-45). */
export function passPause(state: Paused, context: Context): ApplicationEvent[] {
  const { pause: stands, limits } = state;
  if (stands.told === undefined) return [];
  const told = recalculate(context.calendar, stands.told);
  if (!isOverdue(told, context.today))
    return told.due === stands.told.due
      ? []
      : [{ type: "permits.application.paused", data: { pause: { ...stands, told }, limits } }];
  const data = { ...resumed(state, lastDay(state, context), context), told: true as const };
  return [{ type: "permits.application.resumed", data }];
}

/** How much longer at the most, once, and by whose approval: of the organ's head, or where it is joint the government's. */
const extensions = {
  "XK-42-1": { longest: 10, approver: "organ", article: "行政许可法42(1)" },
  "XK-42-2": { longest: 15, approver: "government", article: "行政许可法42(2)" },
} as const;

const extensionOf = (statutory: Limit | undefined) =>
  statutory?.rule === "XK-42-2" ? ("XK-42-2" as const) : ("XK-42-1" as const);

/** XK-42: ten working days more, fifteen for joint handling, if the head approves and the applicant is told the reasons. */
export function extend(state: Accepted, { workingDays, reasons }: CommandOf<"extend">, context: Context): Decided {
  const { town, actor, calendar } = context;
  const { statutory } = state.limits;
  const rule = extensionOf(statutory);
  const { longest, approver, article } = extensions[rule];
  const source = { article, rule };
  if (!isHeadFor(state.office, actor.sub, approver, { heads: town.heads, today: context.today }))
    return notYou("permits.head-must-approve", source);
  if (statutory === undefined) return refuse("permits.no-statutory-limit", source);
  if (statutory.rule === "XK-43")
    return refuse("permits.review-not-extended", { article: statutory.article, rule: statutory.rule });
  if (statutory.extensions.length > 0) return refuse("permits.already-extended", source);
  if (workingDays > longest) return refuse("permits.extension-too-long", { longest, ...source }, "/workingDays");
  if (mayHavePassed(calendar, statutory, context.today))
    return refuse("permits.limit-already-passed", { due: statutory.due, ...source });
  const limits = eachLimit(state.limits, (limit) => extendLimit(calendar, limit, { length: workingDays, ...source }));
  const on = context.today.toString();
  return [{ type: "permits.application.extended", data: { workingDays, on, limits }, personal: { reasons } }];
}
