import { Temporal } from "temporal-polyfill";
import type * as z from "zod";
import { startOfDay, todayIn } from "../../../../../shared/calendar/index.ts";
import type * as published from "../../../../../shared/contracts/permits-people.ts";
import {
  become,
  type Context,
  type Decision,
  deciderOf,
  keep,
  type OfType,
} from "../../../../../shared/decider/index.ts";
import { officesOf } from "../assignment/posts.ts";
import { badInput, type DutyRefusal, notYou } from "../refusals.ts";

/** An application of which the person who leaves had a duty. */
export interface Passed {
  readonly application: string;
  readonly done: boolean;
}

/** Somebody leaves: all his open work goes to another, case by case; the list and how far it has got. */
export interface Departure {
  readonly status: "running" | "done";
  readonly person: string;
  readonly to: string;
  readonly reason: string;
  readonly startedOn: string;
  readonly startedBy: string;
  readonly cases: readonly Passed[];
  /** The last day on which was looked for what is left. */
  readonly sweptOn: string;
  readonly doneOn?: string;
}

export interface StartDeparture {
  readonly type: "start";
  readonly person: string;
  readonly to: string;
  readonly reason: string;
  /** Whether the receiver is away today. */
  readonly toAway: boolean;
}
export type DepartureCommand =
  | StartDeparture
  | { readonly type: "sweep" }
  | { readonly type: "gather"; readonly applications: readonly string[] }
  | { readonly type: "note"; readonly applications: readonly string[] }
  | { readonly type: "complete" };

type Sweep = z.infer<typeof published.departureStarted>;
export type DepartureEvent =
  | {
      readonly type: "permits.departure.started";
      readonly data: Sweep;
      readonly personal: { readonly reason: string };
    }
  | { readonly type: "permits.departure.swept"; readonly data: Sweep }
  | { readonly type: "permits.departure.gathered"; readonly data: { readonly applications: readonly string[] } }
  | { readonly type: "permits.departure.handed-over"; readonly data: { readonly applications: readonly string[] } }
  | { readonly type: "permits.departure.completed"; readonly data: z.infer<typeof published.departureCompleted> };

interface DepartureWords {
  readonly state: Departure;
  readonly command: DepartureCommand;
  readonly event: DepartureEvent;
  readonly moves: Record<never, never>;
  readonly begins: "start";
  readonly begun: "permits.departure.started";
  readonly refusal: DutyRefusal;
}

type Decided = Decision<DepartureEvent>;
type Lasting = Omit<Departure, "status" | "cases" | "doneOn">;

const lasting = keep<Lasting>({
  person: true,
  to: true,
  reason: true,
  startedOn: true,
  startedBy: true,
  sweptOn: true,
});

/**
 * Hand-over of all open work when somebody leaves: one command, carried out case by case, going on where it stopped.
 * When all is done it looks once more, on the next day, for what has come in meanwhile: `gather` opens it again.
 */
export const departure = deciderOf<DepartureWords>({
  aggregate: "departure",
  shape: 1,
  logins: ["person", "to"],
  ended: ({ status }) => status === "done",
  retainedAs: "duty",
  begin: { start },
  always: {
    // Started twice it is the same departure.
    start: () => [],
    sweep: ({ person, to }, _command, { today }) => [
      { type: "permits.departure.swept", data: { person, to, on: today.toString() } },
    ],
    gather,
    note,
    complete: (state, _command, context) => complete(state, context),
  },
  begun: {
    "permits.departure.started": ({ data: { person, to, on }, personal: { reason }, actor: startedBy }) => ({
      ...{ person, to, reason, startedOn: on, startedBy, cases: [], sweptOn: on },
      status: "running",
    }),
  },
  effects: {
    "permits.departure.swept": (state, { data: { on: sweptOn } }) => ({ ...state, sweptOn }),
    "permits.departure.gathered": (state, { data: { applications } }) => {
      const before = state.cases.filter(({ application }) => !applications.includes(application));
      const found = applications.map((application) => ({ application, done: false }));
      const cases = [...before, ...found];
      return become<Departure, Lasting>(lasting(state), { status: "running", cases, doneOn: undefined });
    },
    "permits.departure.handed-over": (state, { data: { applications } }) => ({
      ...state,
      cases: state.cases.map((one) => (applications.includes(one.application) ? { ...one, done: true } : one)),
    }),
    "permits.departure.completed": (state, { time }) => ({
      ...{ ...state, doneOn: todayIn(time).toString() },
      status: "done",
    }),
  },
  listed: ({ status, startedOn }, id) => ({
    byStatus: { partition: `departure:${status}`, sort: `${startedOn}#${id}` },
  }),
  nextDeadline: ({ status, sweptOn, doneOn }) =>
    status === "done" && doneOn !== undefined && sweptOn > doneOn ? undefined : startOfDay(dayAfter(sweptOn)),
  onDeadline: () => ({ type: "sweep" }),
});

const dayAfter = (day: string) => Temporal.PlainDate.from(day).add({ days: 1 });

/** By the head of the person's office or a leader, never by who leaves; to somebody who is here. */
function start({ person, to, reason, toAway }: StartDeparture, { actor, today, town }: Context): Decided {
  if (person === to) return badInput("permits.same-person", {}, "/to");
  if (person === actor.sub) return notYou("permits.own-departure");
  const offices = officesOf(person, town);
  if (!actor.roles.includes("leader") && !offices.some((office) => office === actor.office))
    return notYou("permits.not-your-office", { office: offices[0] ?? person });
  if (toAway) return badInput("permits.receiver-absent", { rule: "S-6" }, "/to");
  return [{ type: "permits.departure.started", data: { person, to, on: today.toString() }, personal: { reason } }];
}

const openOf = ({ cases }: Departure) => cases.filter(({ done }) => !done).map(({ application }) => application);

/** Found to be the person's, and not on the list yet. */
function gather(state: Departure, command: OfType<DepartureCommand, "gather">): Decided {
  const open = openOf(state);
  const applications = command.applications.filter((id) => !open.includes(id));
  return applications.length === 0 ? [] : [{ type: "permits.departure.gathered", data: { applications } }];
}

/** Has gone to the other. */
function note(state: Departure, command: OfType<DepartureCommand, "note">): Decided {
  const open = openOf(state);
  const applications = command.applications.filter((id) => open.includes(id));
  return applications.length === 0 ? [] : [{ type: "permits.departure.handed-over", data: { applications } }];
}

function complete(state: Departure, { today }: Context): Decided {
  const { status, person, cases } = state;
  if (status === "done" || openOf(state).length > 0) return [];
  return [{ type: "permits.departure.completed", data: { person, on: today.toString(), duties: cases.length } }];
}
