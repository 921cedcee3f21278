import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { pick } from "../../../../shared/decider/index.ts";
import { create, list, type Route, resource, rowOf, severalOf } from "../../../../shared/http/index.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import { awayAmong, calendarsOf } from "../calendars.ts";
import { type Departure, type DepartureCommand, departure } from "../domain/departure/departure.ts";

const date = z.iso.date();
const person = lineOf(128);
const departureView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(["running", "done"]),
  person: z.string(),
  to: z.string(),
  reason: z.string(),
  startedOn: date,
  startedBy: z.string(),
  doneOn: date.optional(),
  progress: z.object({ cases: z.int(), done: z.int() }),
  cases: z.array(z.object({ application: z.string(), done: z.boolean() })),
});

/** A hand-over in a list: its cases are read by its id. */
const departureRow = departureView.omit({ cases: true });

const view = ({ id, version, state }: Loaded<Departure>) => {
  const { cases } = state;
  const done = cases.filter((one) => one.done).length;
  const about = pick(state, ["status", "person", "to", "reason", "startedOn", "startedBy", "doneOn"]);
  return { id, version, ...about, cases: [...cases], progress: { cases: cases.length, done } };
};
const readers = ["approver", "leader", "supervisor"] as const;
const departures = resource({ of: departure, at: "/permits/departures", staff: readers, returns: departureView, view });

/** Hand-over of all open work when somebody leaves. */
export const departureRoutes: readonly Route[] = [
  create("POST /permits/departures", {
    summary: { zh: "离岗交接：全部未结事项移交", en: "Somebody leaves: all his open work to another" },
    allow: ["approver", "leader"],
    of: departure,
    body: z.strictObject({ person, to: person, reason: lineOf(500, 4) }),
    returns: departures.returns,
    id: ({ unique }) => unique,
    facts: ({ body, runtime }) => ({ calendars: calendarsOf(runtime.keyed, [body.to]) }),
    run: ({ body, facts, runtime }): DepartureCommand => ({
      type: "start",
      ...body,
      toAway: awayAmong([body.to], facts.calendars, todayIn(runtime.clock()).toString()).length > 0,
    }),
    view: departures.view,
  }),
  departures.bare("resume", {
    summary: { zh: "继续移交（重复执行不重复移交）", en: "Go on where it stopped; nothing is handed over twice" },
    allow: ["approver", "leader"],
    does: "sweep",
    command: { type: "sweep" },
  }),
  list("GET /permits/departures", {
    summary: { zh: "离岗交接列表", en: "Hand-overs of those who leave" },
    allow: readers,
    of: departure,
    query: { status: severalOf(["running", "done"]).default(["running"]) },
    sorts: ["startedOn"],
    returns: departureRow,
    find: ({ query }) => query.status.map((one) => ({ index: "byStatus", partition: `departure:${one}` })),
    view: rowOf(departureRow, view),
  }),
  departures.read({ zh: "一次离岗交接的清单和进度", en: "One hand-over: its list and how far it has got" }, readers),
];
