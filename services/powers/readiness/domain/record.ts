import { Temporal } from "temporal-polyfill";
import { startOfDay } from "../../../../shared/calendar/index.ts";
import type { Context, Decider, Decision, Moves, Recorded } from "../../../../shared/decider/index.ts";
import { badInput, checkMove } from "./refusals.ts";

export const recordKinds = ["training", "secondment", "seal", "venue"] as const;
export type RecordKind = (typeof recordKinds)[number];

/** Something that makes the town ready in a domain (P4): people trained or seconded, a seal, a venue. Last day included. */
export interface Made {
  readonly kind: RecordKind;
  readonly domain: string;
  /** The course, the organ somebody is seconded to or from, the seal, the address. */
  readonly what: string;
  readonly from: string;
  readonly until?: string;
  /** A secondment: up 上挂 to the county to learn, or down 下派 to the town to help. */
  readonly direction?: "up" | "down";
}

/** Whom it is about, as tokens name the person. */
export interface Person {
  readonly sub: string;
  readonly name: string;
}
export type ReadinessRecord = Made & { readonly person?: Person } & (
    | { readonly status: "standing" }
    | { readonly status: "ended"; readonly endedOn: string }
  );

export type RecordCommand =
  | { readonly type: "make"; readonly record: Made; readonly person?: Person }
  | { readonly type: "end" }
  | { readonly type: "expire" };

type RecordAbout = Pick<Made, "kind" | "domain" | "direction">;
export type RecordEvent =
  | {
      readonly type: "powers.readiness-record.made";
      readonly data: Made;
      readonly personal?: { readonly person: Person };
    }
  | {
      readonly type: "powers.readiness-record.ended";
      readonly data: RecordAbout & { readonly on: string; readonly by: "term" | "decision" };
    };

export const recordMoves = {
  standing: { end: "ended", expire: "ended" },
  ended: {},
} as const satisfies Moves;

/** A secondment, a training, a seal or a venue, from its first to its last day (P4). */
export const readinessRecord: Decider<ReadinessRecord, RecordCommand, RecordEvent> = {
  aggregate: "readiness-record",
  shape: 1,
  decide(state, command, context) {
    if (command.type === "make") return state === undefined ? make(command, context) : [];
    if (state === undefined) return [];
    const impossible = checkMove(recordMoves, "powers.record-ended-already", state.status, command.type);
    if (impossible !== undefined) return impossible;
    const on = context.today.toString();
    const { kind, domain, direction } = state;
    const about = { kind, domain, ...(direction === undefined ? {} : { direction }) };
    if (command.type === "end")
      return [{ type: "powers.readiness-record.ended", data: { ...about, on, by: "decision" } }];
    if (state.until === undefined || on <= state.until) return [];
    return [{ type: "powers.readiness-record.ended", data: { ...about, on, by: "term" } }];
  },
  evolve,
  listed: (state, id) => ({ byCode: { partition: "readiness-records", sort: `${state.from}#${id}` } }),
  nextDeadline: (state) =>
    state.status === "standing" && state.until !== undefined ? startOfDay(dayAfter(state.until)) : undefined,
  onDeadline: () => ({ type: "expire" }),
};

export const dayAfter = (day: string) => Temporal.PlainDate.from(day).add({ days: 1 }).toString();

type Make = Extract<RecordCommand, { type: "make" }>;

function make({ record, person }: Make, { town, today }: Context): Decision<RecordEvent> {
  const { domain, from, until } = record;
  const known = town.domains.map(({ id }) => id);
  if (!known.includes(domain)) return badInput("powers.unknown-domain", { domain, known }, "/domain");
  if (until !== undefined && until < from) return badInput("powers.period-inverted", { from, to: until }, "/until");
  if (until !== undefined && until < today.toString())
    return badInput("powers.date-past", { date: until, today: today.toString() }, "/until");
  const made = { type: "powers.readiness-record.made" as const, data: record };
  return [person === undefined ? made : { ...made, personal: { person } }];
}

function evolve(state: ReadinessRecord | undefined, event: Recorded<RecordEvent>): ReadinessRecord {
  if (event.type === "powers.readiness-record.made") return { ...event.data, ...event.personal, status: "standing" };
  if (state === undefined) throw new TypeError("a record begins by being made");
  return { ...state, status: "ended", endedOn: event.data.on };
}
