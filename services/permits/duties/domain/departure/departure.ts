import { Temporal } from "temporal-polyfill";
import type * as z from "zod";
import { startOfDay, todayIn } from "../../../../../shared/calendar/index.ts";
import type * as published from "../../../../../shared/contracts/permits-people.ts";
import type { Decider, Decision, Recorded } from "../../../../../shared/decider/index.ts";
import { officesOf } from "../assignment/posts.ts";
import { badInput, notYou } from "../refusals.ts";

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

/**
 * Hand-over of all open work when somebody leaves: one command, carried out case by case, going on where it stopped.
 * When all is done it looks once more, on the next day, for what has come in meanwhile: `gather` opens it again.
 */
export const departure: Decider<Departure, DepartureCommand, DepartureEvent> = {
  aggregate: "departure",
  shape: 1,
  decide(state, command, { actor, today, town }): Decision<DepartureEvent> {
    const on = today.toString();
    if (state === undefined) {
      if (command.type !== "start") return [];
      const { person, to, reason, toAway } = command;
      if (person === to) return badInput("permits.same-person", {}, "/to");
      if (person === actor.sub) return notYou("permits.own-departure");
      const offices = officesOf(person, town);
      if (!actor.roles.includes("leader") && !offices.some((office) => office === actor.office))
        return notYou("permits.not-your-office", { office: offices[0] ?? person });
      if (toAway) return badInput("permits.receiver-absent", { rule: "S-6" }, "/to");
      return [{ type: "permits.departure.started", data: { person, to, on }, personal: { reason } }];
    }
    if (command.type === "start") return [];
    const { person, to, cases } = state;
    switch (command.type) {
      case "sweep":
        return [{ type: "permits.departure.swept", data: { person, to, on } }];
      case "gather": {
        const open = cases.filter(({ done }) => !done).map(({ application }) => application);
        const applications = command.applications.filter((id) => !open.includes(id));
        return applications.length === 0 ? [] : [{ type: "permits.departure.gathered", data: { applications } }];
      }
      case "note": {
        const open = cases.filter(({ done }) => !done).map(({ application }) => application);
        const applications = command.applications.filter((id) => open.includes(id));
        return applications.length === 0 ? [] : [{ type: "permits.departure.handed-over", data: { applications } }];
      }
      case "complete":
        if (state.status === "done" || cases.some(({ done }) => !done)) return [];
        return [{ type: "permits.departure.completed", data: { person, on, duties: cases.length } }];
    }
  },
  evolve,
  listed: ({ status, startedOn }, id) => ({
    byStatus: { partition: `departure:${status}`, sort: `${startedOn}#${id}` },
  }),
  nextDeadline: ({ status, sweptOn, doneOn }) =>
    status === "done" && doneOn !== undefined && sweptOn > doneOn ? undefined : startOfDay(dayAfter(sweptOn)),
  onDeadline: () => ({ type: "sweep" }),
};

const dayAfter = (day: string) => Temporal.PlainDate.from(day).add({ days: 1 });

function evolve(state: Departure | undefined, event: Recorded<DepartureEvent>): Departure {
  if (event.type === "permits.departure.started") {
    const { person, to, on } = event.data;
    const { reason } = event.personal;
    return { status: "running", person, to, reason, startedOn: on, startedBy: event.actor, cases: [], sweptOn: on };
  }
  if (state === undefined) throw new TypeError("a departure begins by being started");
  switch (event.type) {
    case "permits.departure.swept":
      return { ...state, sweptOn: event.data.on };
    case "permits.departure.gathered": {
      const { doneOn: _doneOn, ...open } = state;
      const kept = state.cases.filter(({ application }) => !event.data.applications.includes(application));
      const found = event.data.applications.map((application) => ({ application, done: false }));
      return { ...open, status: "running", cases: [...kept, ...found] };
    }
    case "permits.departure.handed-over": {
      const { applications } = event.data;
      const cases = state.cases.map((one) => (applications.includes(one.application) ? { ...one, done: true } : one));
      return { ...state, cases };
    }
    case "permits.departure.completed":
      return { ...state, status: "done", doneOn: todayIn(event.time).toString() };
  }
}
