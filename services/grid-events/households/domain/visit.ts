import { endOfDay } from "../../../../shared/calendar/index.ts";
import {
  type Context,
  type Decision,
  type DomainEvent,
  deciderOf,
  type MovesOf,
} from "../../../../shared/decider/index.ts";
import { unknownPeople } from "../../../../shared/people/index.ts";
import { plannedDayFault } from "../../common/domain/planned.ts";
import type { HouseholdContact } from "./contact.ts";
import { badInput, type HouseholdsRefusal, notNow, notYou } from "./refusals.ts";

/** A visit to a household (G9): planned, held with notes, and the matters that came of it. */
export interface HouseholdVisit {
  readonly status: "arranged" | "held" | "dropped";
  readonly contact: string;
  readonly village: string;
  readonly on: string;
  readonly arrangedAt: string;
  readonly cadre: string;
  readonly missed: boolean;
  readonly heldOn?: string;
  readonly notes?: string;
  /** How many went: each is a person-visit. */
  readonly went: number;
  readonly matters: readonly string[];
}
export type VisitCommand =
  | {
      readonly type: "arrange";
      readonly contact: string;
      readonly on: string;
      readonly of: HouseholdContact | undefined;
    }
  | { readonly type: "hold"; readonly notes: string; readonly with: readonly string[] }
  | { readonly type: "report-need"; readonly event: string }
  | { readonly type: "drop"; readonly reasons: string }
  | { readonly type: "disclose"; readonly reason: string }
  | { readonly type: "pass-time" };

interface Told<T extends string, D extends object, P extends object = object> extends DomainEvent {
  readonly type: `grid-events.household-visit.${T}`;
  readonly data: D & Readonly<Record<string, unknown>>;
  readonly personal: P & Readonly<Record<string, unknown>>;
}
export type VisitEvent =
  | Told<
      "arranged",
      { readonly contact: string; readonly village: string; readonly on: string },
      { readonly cadre: string }
    >
  | Told<
      "held",
      { readonly on: string; readonly went: number },
      { readonly notes: string; readonly with: readonly string[] }
    >
  | Told<"raised", { readonly event: string }>
  | Told<"dropped", { readonly on: string }, { readonly reasons: string }>
  | Told<"missed", { readonly due: string }>
  | Told<"disclosed", object, { readonly reason: string }>;

export const visitMoves = {
  arranged: { hold: "held", drop: "dropped", "pass-time": "arranged" },
  held: { "report-need": "held", disclose: "held" },
  dropped: {},
} as const satisfies MovesOf<HouseholdVisit, VisitCommand>;

interface VisitWords {
  readonly state: HouseholdVisit;
  readonly command: VisitCommand;
  readonly event: VisitEvent;
  readonly moves: typeof visitMoves;
  readonly begins: "arrange";
  readonly begun: "grid-events.household-visit.arranged";
  readonly refusal: HouseholdsRefusal;
}
type Decided = Decision<VisitEvent>;
type CommandOf<T extends VisitCommand["type"]> = Extract<VisitCommand, { type: T }>;
const on = ({ today }: Context): string => today.toString();
const notHis = (cadre: string, { actor }: Context) =>
  actor.sub === cadre ? undefined : notYou("grid-events.not-the-cadre", { rule: "G9" });

/** G9: the cadre of a household plans his own visit, of a contact that stands. Another's contact is none to him. */
function arrange({ contact, on: day, of }: CommandOf<"arrange">, context: Context): Decided {
  if (of === undefined || of.status !== "linked" || of.cadre !== context.actor.sub)
    return notNow("grid-events.contact-ended", { contact });
  const fault = plannedDayFault(day, context, "/on");
  if (fault !== undefined) return fault;
  const data = { contact, village: of.village, on: day };
  return [{ type: "grid-events.household-visit.arranged", data, personal: { cadre: of.cadre } }];
}

/** Who went, each once, and what was spoken of. A visit is never held before its day. G-13: no check-in, no track, no picture. */
function hold(state: HouseholdVisit, { notes, with: others }: CommandOf<"hold">, context: Context): Decided {
  const refused = notHis(state.cadre, context);
  if (refused !== undefined) return refused;
  if (on(context) < state.on) return notNow("grid-events.visit-not-yet", { on: state.on });
  const [unknown] = unknownPeople(others, context.town);
  if (unknown !== undefined) return badInput("grid-events.unknown-worker", { person: unknown }, "/with");
  const went = new Set([state.cadre, ...others]).size;
  const personal = { notes, with: [...new Set(others)] };
  return [{ type: "grid-events.household-visit.held", data: { on: on(context), went }, personal }];
}

/** What a household needs becomes a matter of the grid. */
const raise = (state: HouseholdVisit, { event }: CommandOf<"report-need">, context: Context): Decided =>
  notHis(state.cadre, context) ?? [{ type: "grid-events.household-visit.raised", data: { event }, personal: {} }];

const drop = (state: HouseholdVisit, { reasons }: CommandOf<"drop">, context: Context): Decided =>
  notHis(state.cadre, context) ?? [
    { type: "grid-events.household-visit.dropped", data: { on: on(context) }, personal: { reasons } },
  ];

function passTime({ missed, on: due }: HouseholdVisit, context: Context): Decided {
  if (missed || on(context) <= due) return [];
  return [{ type: "grid-events.household-visit.missed", data: { due }, personal: {} }];
}

/** A visit to a household, whose notes nobody but its cadre reads (G9). */
export const householdVisit = deciderOf<VisitWords>({
  aggregate: "household-visit",
  shape: 1,
  ended: ({ status }) => status !== "arranged",
  retainedAs: "voice",
  moves: visitMoves,
  impossible: "grid-events.visit-not-in-this-state",
  byItself: ["pass-time"],
  begin: { arrange },
  steps: {
    ...{ hold, "report-need": raise, drop },
    // P-15: who read the notes, and why, is on record.
    disclose: (_state, { reason }) => [
      { type: "grid-events.household-visit.disclosed", data: {}, personal: { reason } },
    ],
    "pass-time": (state, _command, context) => passTime(state, context),
  },
  begun: {
    "grid-events.household-visit.arranged": ({ data, personal: { cadre }, time }) => ({
      ...{ status: "arranged", arrangedAt: time, missed: false, went: 0, matters: [], cadre },
      ...{ contact: data.contact, village: data.village, on: data.on },
    }),
  },
  effects: {
    "grid-events.household-visit.held": (state, { data, personal: { notes } }) => ({
      ...state,
      ...{ status: "held", heldOn: data.on, went: data.went, notes },
    }),
    "grid-events.household-visit.raised": (state, { data: { event } }) => ({
      ...state,
      matters: [...state.matters, event],
    }),
    "grid-events.household-visit.dropped": (state) => ({ ...state, status: "dropped" }),
    "grid-events.household-visit.missed": (state) => ({ ...state, missed: true }),
    "grid-events.household-visit.disclosed": (state) => state,
  },
  listed: ({ status, on: day, cadre, contact }, id) => {
    const sort = `${day}#${id}`;
    return {
      byStatus: { partition: `household-visit:${status}`, sort },
      byDoer: { partition: `household-visit:${cadre}`, sort },
      byCode: { partition: `household-visit:${contact}`, sort },
    };
  },
  nextDeadline: ({ status, missed, on: day }) => (status === "arranged" && !missed ? endOfDay(day) : undefined),
  onDeadline: () => ({ type: "pass-time" }),
});
