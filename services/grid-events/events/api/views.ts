import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { present } from "../../../../shared/decider/index.ts";
import { dueOn } from "../../../../shared/http/index.ts";
import { maskedText } from "../../../../shared/identity-codes/index.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import { datums } from "../../grids/domain/datum.ts";
import { permitsView } from "../../permits-here/index.ts";
import {
  type Assignment,
  eventStatuses,
  type GridEvent,
  type Proof,
  picturesNamed,
  reporterKinds,
} from "../domain/event.ts";
import { leadStages } from "../domain/leads.ts";
import { levels, severities } from "../domain/levels.ts";
import { unprovedAt } from "../domain/pictured.ts";
import { type Term, termUnits } from "../domain/term.ts";
import { toldView, viewTold } from "./receipt-view.ts";

const instant = z.iso.datetime();
const position = z.object({ lng: z.number(), lat: z.number() });
const termView = z.object({
  unit: z.enum(termUnits),
  length: z.int(),
  start: instant,
  /** The last instant in time; null while the clock stands. */
  due: instant.nullable(),
  pausedMinutes: z.int(),
  provisional: z.boolean(),
});
const proofView = z.object({ pictures: z.array(z.string()).optional(), without: z.string().optional() });

export const eventView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(eventStatuses),
  number: z.string(),
  round: z.int(),
  from: z.enum(reporterKinds),
  category: z.string(),
  urgency: z.string(),
  text: z.string(),
  pictures: z.array(z.string()),
  /** Of the pictures that are named: how many have come, and which follow still. */
  received: z.object({ named: z.int(), there: z.int(), missing: z.array(z.string()) }).optional(),
  /** Closed, and its pictures after did not come in time. */
  unproved: z.boolean().optional(),
  /** By when the pictures after have to follow. */
  picturesDue: instant.optional(),
  /** Of a sensitive category place and address are shown to those who work on it, and are empty for others. */
  address: z.string(),
  place: position.optional(),
  given: position.optional(),
  datum: z.enum(datums).optional(),
  accuracy: z.number().optional(),
  grid: z.string().optional(),
  special: z.array(z.object({ code: z.string(), kind: z.string() })),
  near: z.array(z.string()),
  reportedAt: instant,
  acceptedAt: instant.optional(),
  closedAt: instant.optional(),
  term: termView.optional(),
  late: z.boolean(),
  rejected: z.object({ ground: z.string(), reasons: z.string() }).optional(),
  outcome: z.string().optional(),
  proof: proofView.optional(),
  satisfied: z.boolean().optional(),
  /** What everybody may read of it. */
  released: z.object({ at: instant, text: z.string(), pictures: z.array(z.string()) }).optional(),
  /** What the reporter was told, in order. */
  told: toldView,
  severity: z.enum(severities),
  level: z.enum(levels),
  component: z.string().optional(),
  /** People who reported the same besides. */
  joined: z.int(),
  into: z.string().optional(),
  tookIn: z.array(z.string()).optional(),
  parts: z.array(z.string()).optional(),
  partOf: z.string().optional(),
  /** A hint: other matters that may be the same one. */
  similar: z
    .array(
      z.object({
        ...{
          id: z.string(),
          number: z.string(),
          status: z.enum(eventStatuses),
          shares: z.enum(["component", "place"]),
        },
        metres: z.int().optional(),
      }),
    )
    .optional(),
  /** Of a category that a permit may answer: permits nearby; none is known where the list is empty. */
  permits: permitsView.optional(),
  /** Drawn to be checked by another person, and what that one found. */
  sample: z.object({ on: z.iso.date(), drawn: z.boolean(), right: z.boolean().optional() }).optional(),
  /** How long it may stay at its level. */
  levelTerm: termView.optional(),
  /** Units that were called to the place, by when they had to come, and when they came. */
  called: z
    .array(z.object({ unit: z.string(), at: instant, arriveBy: instant, came: instant.optional(), late: z.boolean() }))
    .optional(),
  /** Given to enforcement, and what came of it. */
  lead: z.object({ round: z.int(), stage: z.enum(leadStages).optional(), on: z.iso.date().optional() }).optional(),
  /** G4: machines that tell of it, and how often. */
  machines: z
    .object({ devices: z.int(), inAlarm: z.int(), flapping: z.int(), messages: z.int(), wide: z.boolean() })
    .optional(),
  /** Only for those who work on it. */
  pauses: z.array(z.object({ from: instant, to: instant.optional(), until: instant, reason: z.string() })).optional(),
  assignments: z
    .array(
      z.object({
        unit: z.string(),
        person: z.string().optional(),
        dispatchedAt: instant,
        term: termView,
        late: z.boolean(),
        ended: z.object({ at: instant, how: z.enum(["returned", "handed-in", "withdrawn"]) }).optional(),
      }),
    )
    .optional(),
});

/** A matter in a list: what was said and the course are read by its id. */
export const eventRow = eventView
  .pick({
    ...{ id: true, version: true, status: true, number: true, round: true, from: true, category: true },
    ...{ urgency: true, severity: true, level: true, grid: true, reportedAt: true, late: true },
  })
  .extend({ due: dueOn.optional() });

/** "2 of 3 received": where any picture is named. */
export function viewReceived(state: GridEvent) {
  const named = picturesNamed(state);
  if (named.length === 0) return undefined;
  const missing = named.filter((one) => !state.received.includes(one));
  return { named: named.length, there: named.length - missing.length, missing };
}

const viewTerm = ({ unit, length, start, due, pausedMinutes, provisional }: Term) => ({
  ...{ unit, length, start, due, pausedMinutes, provisional },
});
const viewProof = (proof: Proof) =>
  "without" in proof ? { without: proof.without } : { pictures: [...proof.pictures] };

const viewAssignment = ({ unit, person, dispatchedAt, term, late, ended }: Assignment) => ({
  ...{ unit, dispatchedAt, term: viewTerm(term), late },
  ...present({ person, ended: ended === undefined ? undefined : { ...ended } }),
});

/** Who works on it, and not its reporter: units, persons, why the clock stood. */
const inside = ({ pauses, assignments, tookIn, parts, lead, levelTerm, called, sample }: GridEvent) => ({
  ...(levelTerm === undefined ? {} : { levelTerm: viewTerm(levelTerm) }),
  ...(sample === undefined
    ? {}
    : { sample: { on: sample.on, drawn: sample.drawn, ...present({ right: sample.found?.right }) } }),
  called: called.map((one) => ({ ...one })),
  ...(lead === undefined ? {} : { lead: { round: lead.round, ...present({ stage: lead.stage, on: lead.on }) } }),
  ...{ tookIn: [...tookIn], parts: [...parts] },
  pauses: pauses.map(({ from, to, until, reason }) => ({ from, until, reason, ...present({ to }) })),
  assignments: assignments.map(viewAssignment),
});

/** How much of a matter a caller sees. */
export interface Sight {
  /** Units, persons, why the clock stood: for those who work on it or oversee it. */
  readonly inside: boolean;
  /** The place itself, and not its grid alone. */
  readonly point: boolean;
  /** He wrote it: numbers in his words are his own. To others they are hidden, and read for a reason (`disclose`). */
  readonly own?: boolean;
}

/** A matter as its workers and its reporter see it; nobody sees here who reported. */
export function viewEvent(
  { id, version, state }: Loaded<GridEvent>,
  { inside: seesInside, point, own = false }: Sight,
) {
  const said = own ? (words: string) => words : maskedText;
  const { status, number, round, reporter, category, urgency, text, pictures, where, reportedAt, late } = state;
  const { acceptedAt, closedAt, term, rejected, solved, rating } = state;
  const { measured, address, grid, special, near } = where;
  return {
    ...{ id, version, status, round, category, urgency, text: said(text), reportedAt, late },
    ...{
      number: number.text.zh,
      from: reporter.kind,
      pictures: [...pictures],
      told: viewTold(state),
      joined: state.joined,
    },
    ...present({ received: viewReceived(state), unproved: state.unproved }),
    ...present({ picturesDue: unprovedAt(state) }),
    ...{ special: special.map((one) => ({ ...one })), near: [...near] },
    address: point ? said(address) : "",
    ...{ severity: state.severity, level: state.level },
    ...present({ machines: state.machines }),
    ...present({ component: state.component, into: state.into, partOf: state.partOf }),
    ...present({ grid, acceptedAt, closedAt, rejected }),
    ...(measured === undefined || !point
      ? {}
      : { place: measured.place, given: measured.given, datum: measured.datum }),
    ...present({ accuracy: point ? measured?.accuracy : undefined }),
    ...(state.released === undefined
      ? {}
      : { released: { ...state.released, pictures: [...state.released.pictures] } }),
    ...(term === undefined ? {} : { term: viewTerm(term) }),
    ...(solved === undefined ? {} : { outcome: said(solved.outcome), proof: viewProof(solved.proof) }),
    ...(rating === undefined ? {} : { satisfied: rating.satisfied }),
    ...(seesInside ? inside(state) : {}),
  };
}

export function viewEventRow({ id, version, state }: Loaded<GridEvent>) {
  const { status, number, round, reporter, category, urgency, where, reportedAt, late, term } = state;
  const due = term?.due == null ? undefined : todayIn(term.due).toString();
  return {
    ...{ id, version, status, round, category, urgency, reportedAt, late },
    ...{ number: number.text.zh, from: reporter.kind, severity: state.severity, level: state.level },
    ...present({ grid: where.grid, due }),
  };
}
