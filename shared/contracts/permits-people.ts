import * as z from "zod";
import { agentEvents } from "./permits-agents.ts";
import { bundleEvents } from "./permits-bundles.ts";

const date = z.iso.date();
export const dutyKind = z.enum(["inquiry", "handling"]);
const item = z.object({ code: z.string(), name: z.object({ zh: z.string(), en: z.string() }) });

/** Whose a duty is (`owner`, none: the office has not assigned it) and who does it now where the owner is away. */
const duty = z.object({
  office: z.string(),
  post: z.string().optional(),
  owner: z.string().optional(),
  standIn: z.string().optional(),
  since: date,
  begun: z.literal(true).optional(),
});

/** Why a duty moved. `begun-stays`: the stand-in keeps what he has begun; `left`: its owner has left. */
export const moveReason = z.enum([
  "accepted",
  "absent",
  "returned",
  "begun-stays",
  "handed-on",
  "assigned",
  "taken",
  "left",
]);

export const assignmentOpened = z.object({
  item,
  channel: z.string(),
  receivedOn: date,
  inquiry: duty,
});
export const assignmentMoved = z.object({
  duty: dutyKind,
  from: z.string().optional(),
  held: duty,
  why: moveReason,
  departure: z.string().optional(),
});
export const absenceDay = z.object({ person: z.string(), on: date });
export const departureStarted = z.object({ person: z.string(), to: z.string(), on: date });
export const departureSwept = departureStarted;
export const departureCompleted = z.object({ person: z.string(), on: date, duties: z.int() });

/** Responsibility, absences and hand-overs (L5, L6). Persons are known by their keys, never by their logins (D7). */
export const peopleEvents = {
  ...agentEvents,
  ...bundleEvents,
  "permits.assignment.opened": assignmentOpened,
  "permits.assignment.moved": assignmentMoved,
  "permits.absence.begun": absenceDay,
  "permits.absence.continued": absenceDay,
  "permits.absence.ended": absenceDay,
  "permits.departure.started": departureStarted,
  "permits.departure.swept": departureSwept,
  "permits.departure.completed": departureCompleted,
} as const;
