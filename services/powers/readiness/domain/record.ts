import { Temporal } from "temporal-polyfill";
import { endOfDay } from "../../../../shared/calendar/index.ts";
import { type Context, type Decision, deciderOf, type MovesOf, type OfType } from "../../../../shared/decider/index.ts";
import { domainCodes } from "../../../../shared/town/domains.ts";
import { badInput, type ReadinessRefusal } from "./refusals.ts";

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
} as const satisfies MovesOf<ReadinessRecord, RecordCommand>;

interface RecordWords {
  readonly state: ReadinessRecord;
  readonly command: RecordCommand;
  readonly event: RecordEvent;
  readonly moves: typeof recordMoves;
  readonly begins: "make";
  readonly begun: "powers.readiness-record.made";
  readonly refusal: ReadinessRefusal;
}

/** A secondment, a training, a seal or a venue, from its first to its last day (P4). */
export const readinessRecord = deciderOf<RecordWords>({
  aggregate: "readiness-record",
  shape: 1,
  moves: recordMoves,
  impossible: "powers.record-ended-already",
  begin: { make },
  // Made twice it is the same record.
  always: { make: () => [] },
  steps: {
    end: (state, _command, context) => end(state, "decision", context),
    expire: (state, _command, context) => expire(state, context),
  },
  begun: { "powers.readiness-record.made": ({ data, personal }) => ({ ...data, ...personal, status: "standing" }) },
  effects: {
    "powers.readiness-record.ended": {
      standing: (state, { data: { on: endedOn } }) => ({ ...state, status: "ended", endedOn }),
    },
  },
  listed: (state, id) => ({ byCode: { partition: "readiness-records", sort: `${state.from}#${id}` } }),
  nextDeadline: (state) =>
    state.status === "standing" && state.until !== undefined ? endOfDay(state.until) : undefined,
  onDeadline: () => ({ type: "expire" }),
});

function end(state: ReadinessRecord, by: "term" | "decision", { today }: Context): Decision<RecordEvent> {
  const { kind, domain, direction } = state;
  const about = { kind, domain, ...(direction === undefined ? {} : { direction }) };
  return [{ type: "powers.readiness-record.ended", data: { ...about, on: today.toString(), by } }];
}

const expire = (state: ReadinessRecord, context: Context): Decision<RecordEvent> =>
  state.until === undefined || context.today.toString() <= state.until ? [] : end(state, "term", context);

export const dayAfter = (day: string) => Temporal.PlainDate.from(day).add({ days: 1 }).toString();

function make({ record, person }: OfType<RecordCommand, "make">, { town, today }: Context): Decision<RecordEvent> {
  const { domain, from, until } = record;
  const known = domainCodes(town);
  if (!known.includes(domain)) return badInput("powers.unknown-domain", { domain, known }, "/domain");
  if (until !== undefined && until < from) return badInput("powers.period-inverted", { from, to: until }, "/until");
  if (until !== undefined && until < today.toString())
    return badInput("powers.date-past", { date: until, today: today.toString() }, "/until");
  const made = { type: "powers.readiness-record.made" as const, data: record };
  return [person === undefined ? made : { ...made, personal: { person } }];
}
