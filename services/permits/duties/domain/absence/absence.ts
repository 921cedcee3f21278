import { Temporal } from "temporal-polyfill";
import type * as z from "zod";
import { startOfDay } from "../../../../../shared/calendar/index.ts";
import type * as published from "../../../../../shared/contracts/permits-people.ts";
import {
  type Context,
  type Decision,
  deciderOf,
  type OfType,
  type Recorded,
} from "../../../../../shared/decider/index.ts";
import { officesOf } from "../assignment/posts.ts";
import { badInput, type DutyRefusal, notNow, notYou, refuse } from "../refusals.ts";

export const absenceKinds = ["leave", "sick", "official-trip", "training", "other"] as const;
export type AbsenceKind = (typeof absenceKinds)[number];

/** Days on which somebody is away, both included. */
export interface Span {
  readonly from: string;
  readonly to: string;
}
export interface Absence extends Span {
  readonly no: number;
  readonly kind: AbsenceKind;
  readonly approvedBy: string;
  /** The other of the post is away on some of the days too: the head covers. */
  readonly toHead: boolean;
  readonly begun: boolean;
  readonly ended: boolean;
  /** The last day on which what was left of the work was moved. */
  readonly sweptOn?: string;
}

/** The absence calendar of one person (L6). */
export interface Absences {
  readonly person: string;
  readonly absences: readonly Absence[];
  /** The day from which the person is here no more. */
  readonly leftOn?: string;
}

export interface RecordAbsence extends Span {
  readonly type: "record";
  readonly person: string;
  readonly kind: AbsenceKind;
  readonly toHead: boolean;
  /** The calendars of those with whom the person shares a post. */
  readonly partners: readonly (Absences | undefined)[];
}
export type AbsenceCommand =
  | RecordAbsence
  | { readonly type: "shorten"; readonly no: number; readonly to: string }
  | { readonly type: "leave"; readonly person: string; readonly on: string }
  | { readonly type: "pass-time" };

type Day = z.infer<typeof published.absenceDay> & { readonly no: number };
export type AbsenceEvent =
  | {
      readonly type: "permits.absence.recorded";
      readonly data: Span & { readonly person: string; readonly no: number; readonly toHead: boolean };
      readonly personal: { readonly kind: AbsenceKind };
    }
  | {
      readonly type: "permits.absence.shortened";
      readonly data: { readonly no: number; readonly from: string; readonly to: string };
    }
  | {
      readonly type: "permits.absence.begun" | "permits.absence.continued" | "permits.absence.ended";
      readonly data: Day;
    }
  | { readonly type: "permits.absence.left"; readonly data: { readonly person: string; readonly on: string } };

/** How many absences a calendar remembers; older ones stay in its history. */
const remembered = 60;

/** Whether a person is away on a day; who has no calendar is here. */
export function isAway(state: Absences | undefined, day: string): boolean {
  if (state === undefined) return false;
  if (state.leftOn !== undefined && state.leftOn <= day) return true;
  return state.absences.some(({ from, to }) => from <= day && day <= to);
}

/** The calendar begins with an absence, or with the day from which the person is here no more. */
interface AbsenceWords {
  readonly state: Absences;
  readonly command: AbsenceCommand;
  readonly event: AbsenceEvent;
  readonly moves: Record<never, never>;
  readonly begins: "record" | "leave";
  readonly begun: "permits.absence.recorded" | "permits.absence.left";
  readonly refusal: DutyRefusal;
}

/** Absences of one person (S-6). What it means for the work follows from its events, on the first hour of its days. */
export const absence = deciderOf<AbsenceWords>({
  aggregate: "absence",
  shape: 1,
  logins: ["person"],
  ended: ({ absences }) => absences.every((one) => one.ended),
  retainedAs: "duty",
  // Why somebody was away is nobody's business any more.
  erasedTo: { kind: "other" },
  begin: {
    record: (command, context) => record(undefined, command, context),
    leave: (command) => leave(undefined, command),
  },
  always: {
    record,
    leave,
    shorten,
    "pass-time": (state, _command, { today }) => passTime(state, today.toString()),
  },
  begun: {
    "permits.absence.recorded": recorded,
    "permits.absence.left": ({ data: { person, on: leftOn } }, before) => ({
      ...{ absences: [], ...before },
      person,
      leftOn,
    }),
  },
  effects: {
    "permits.absence.shortened": (state, { data: { no, from, to } }) =>
      changed(state, no, { to, ...(to < from ? { ended: true } : {}) }),
    "permits.absence.begun": (state, { data: { no, on: sweptOn } }) => changed(state, no, { begun: true, sweptOn }),
    "permits.absence.continued": (state, { data: { no, on: sweptOn } }) => changed(state, no, { begun: true, sweptOn }),
    "permits.absence.ended": (state, { data: { no } }) => changed(state, no, { begun: true, ended: true }),
  },
  listed: ({ person, absences }, id) => {
    const open = absences.filter(({ ended }) => !ended).map(({ from }) => from);
    const first = open.sort()[0];
    return first === undefined
      ? {}
      : { byStatus: { partition: "absence:open", sort: `${first}#${id}` }, ...mine(person, id) };
  },
  nextDeadline: ({ absences }) => absences.flatMap(changesAt).sort()[0],
  onDeadline: () => ({ type: "pass-time" }),
});

function leave(state: Absences | undefined, { person, on }: OfType<AbsenceCommand, "leave">): Decision<AbsenceEvent> {
  if (state?.leftOn !== undefined && state.leftOn <= on) return [];
  return [{ type: "permits.absence.left", data: { person, on } }];
}

const mine = (person: string, id: string) => ({ byOwner: { partition: `absence:${person}`, sort: id } });
const dayAfter = (day: string) => Temporal.PlainDate.from(day).add({ days: 1 }).toString();

function changesAt({ from, to, begun, ended, sweptOn }: Absence): string[] {
  if (ended) return [];
  if (!begun) return [startOfDay(from)];
  const after = dayAfter(to);
  const next = dayAfter(sweptOn ?? from);
  return [startOfDay(next < after ? next : after)];
}

const meet = (one: Span, other: Span) => one.from <= other.to && other.from <= one.to;

/** Approved by the office's head or a leader, never by who is away; never both of a post, unless the head covers. */
function record(state: Absences | undefined, command: RecordAbsence, context: Context): Decision<AbsenceEvent> {
  const { person, from, to, kind, toHead, partners } = command;
  const { actor, town, today } = context;
  if (to < from) return badInput("permits.absence-ends-before-it-begins", { from, to }, "/to");
  if (actor.sub === person) return notYou("permits.own-absence", { rule: "S-6" });
  const offices = officesOf(person, town);
  const leads = actor.roles.includes("leader");
  if (!leads && offices.length > 0 && !offices.some((office) => office === actor.office))
    return notYou("permits.not-your-office", { office: offices[0] });
  const own = state?.absences.find((one) => meet(one, command));
  if (own !== undefined) return notNow("permits.absent-already", { from: own.from, to: own.to });
  const clash = partners.flatMap((partner) =>
    [...(partner?.absences ?? []), ...leaving(partner)].filter((one) => meet(one, command)),
  )[0];
  if (clash !== undefined && !toHead)
    return refuse("permits.partner-absent", { from: clash.from, to: clash.to, rule: "S-6" }, "/toHead");
  const no = (state?.absences.at(-1)?.no ?? 0) + 1;
  return [
    {
      type: "permits.absence.recorded",
      data: { person, no, from, to, toHead: clash !== undefined },
      personal: { kind },
    },
    ...(from <= today.toString() && today.toString() <= to
      ? [{ type: "permits.absence.begun" as const, data: { person, no, on: today.toString() } }]
      : []),
  ];
}

const leaving = (partner: Absences | undefined): Span[] =>
  partner?.leftOn === undefined ? [] : [{ from: partner.leftOn, to: "9999-12-31" }];

/** Back earlier than recorded, or not away at all; days that have passed stay as they were. */
function shorten(
  { person, absences }: Absences,
  { no, to }: OfType<AbsenceCommand, "shorten">,
  { actor, today, town }: Context,
): Decision<AbsenceEvent> {
  const found = absences.find((one) => one.no === no);
  if (found === undefined) return badInput("permits.no-such-absence", { no }, "/no");
  const offices = officesOf(person, town);
  if (!actor.roles.includes("leader") && offices.length > 0 && !offices.some((office) => office === actor.office))
    return notYou("permits.not-your-office", { office: offices[0] });
  if (found.ended) return notNow("permits.absence-over", { to: found.to });
  const yesterday = today.subtract({ days: 1 }).toString();
  if (to >= found.to || to < yesterday)
    return badInput("permits.absence-not-shortened", { from: yesterday, to: found.to }, "/to");
  const shortened = { type: "permits.absence.shortened" as const, data: { no, from: found.from, to } };
  if (!found.begun || to >= today.toString()) return [shortened];
  return [shortened, { type: "permits.absence.ended", data: { person, no, on: today.toString() } }];
}

/** What the first hour of a day brings: absences begin, go on, and end. Nothing is said twice for one day. */
function passTime({ person, absences }: Absences, on: string): Decision<AbsenceEvent> {
  return absences.flatMap((one): AbsenceEvent[] => {
    const data = { person, no: one.no, on };
    if (one.ended || on < one.from) return [];
    if (on > one.to) return [{ type: "permits.absence.ended", data }];
    if (!one.begun) return [{ type: "permits.absence.begun", data }];
    return (one.sweptOn ?? one.from) < on ? [{ type: "permits.absence.continued", data }] : [];
  });
}

type Event<T extends AbsenceEvent["type"]> = Recorded<OfType<AbsenceEvent, T>>;

function recorded(
  { data, personal: { kind }, actor: approvedBy, time }: Event<"permits.absence.recorded">,
  before: Absences | undefined,
): Absences {
  const { person, ...said } = data;
  const past = said.to < dayOf(time);
  const added: Absence = { ...said, kind, approvedBy, begun: past, ended: past };
  return { ...before, person, absences: [...(before?.absences ?? []), added].slice(-remembered) };
}

function changed(state: Absences, no: number, made: Partial<Absence>): Absences {
  return { ...state, absences: state.absences.map((one) => (one.no === no ? { ...one, ...made } : one)) };
}

const dayOf = (instant: string) =>
  Temporal.Instant.from(instant).toZonedDateTimeISO("Asia/Shanghai").toPlainDate().toString();
