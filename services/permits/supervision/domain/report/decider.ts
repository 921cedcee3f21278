import { isOverdue, limitFrom, recalculate, startOfDay, toDate } from "../../../../../shared/calendar/index.ts";
import type { Context, Decider, Decision, Moves, Recorded, Rejection } from "../../../../../shared/decider/index.ts";
import { present } from "../../../common/domain/present.ts";
import { badArrangement, maySupervise, subjectOf } from "../inspection/subject.ts";
import { badInput, checkMove, notYou, refuse } from "../refusals.ts";
import type { Report, ReportCommand, ReportEvent } from "./report.ts";

type Ask<T extends ReportCommand["type"]> = Extract<ReportCommand, { type: T }>;
type Decided = Decision<ReportEvent>;
const article65 = { article: "行政许可法65", rule: "XK-65" };

/** States of a report and what moves them (XK-65). */
export const reportMoves = {
  received: {
    "look-into": "looked-into",
    decline: "declined",
    "hand-over": "handed-over",
    contact: "received",
    "pass-time": "received",
  },
  "looked-into": { conclude: "answered", contact: "looked-into" },
  answered: {},
  declined: {},
  "handed-over": {},
} as const satisfies Moves;

/** A report (XK-65), from its receipt to what came of it. Who reported is told to nobody who does not need it. */
export const report: Decider<Report, ReportCommand, ReportEvent> = {
  aggregate: "report",
  shape: 1,
  decide(state, command, context): Decided {
    if (state === undefined) return command.type === "file" ? file(command, context) : [];
    // What follows from its inspection may come twice.
    if (command.type === "conclude" && state.status === "answered") return [];
    return (
      checkMove(reportMoves, "permits.report-not-in-this-state", state.status, command.type) ??
      carryOut(state, command, context)
    );
  },
  evolve,
  listed: ({ status, office, owner, receivedOn }, id) => ({
    byStatus: { partition: `report:${status}`, sort: `${receivedOn}#${id}` },
    byOffice: { partition: `report:${office}`, sort: `${receivedOn}#${id}` },
    ...(owner === undefined ? {} : { byOwner: { partition: `report:${owner}`, sort: `${receivedOn}#${id}` } }),
  }),
  nextDeadline: ({ status, overdue, limit: { due } }) =>
    status !== "received" || overdue || due === null ? undefined : startOfDay(toDate(due).add({ days: 1 })),
  onDeadline: () => ({ type: "pass-time" }),
};

function carryOut(state: Report, command: ReportCommand, context: Context): Decided {
  const { item, office } = state;
  const on = context.today.toString();
  if (command.type === "pass-time") return passTime(state, context);
  if (command.type === "conclude")
    return [{ type: "permits.report.answered", data: { on, result: command.result }, personal: {} }];
  const stranger = notTheirs(state, context);
  if (stranger !== undefined) return stranger;
  switch (command.type) {
    case "look-into":
      return lookInto(state, command, context);
    case "decline":
      return [{ type: "permits.report.declined", data: { item, office, on }, personal: { reasons: command.reasons } }];
    case "hand-over":
      return [
        { type: "permits.report.handed-over", data: { item, office, on }, personal: { reasons: command.reasons } },
      ];
    case "contact":
      return state.contact === undefined
        ? refuse("permits.reporter-unknown", article65)
        : [{ type: "permits.report.contact-disclosed", data: {}, personal: { reason: command.reason } }];
    default:
      return [];
  }
}

/** XK-65: the office that answers for the item, or the town's leaders. */
const notTheirs = ({ office }: Report, { actor }: Context): Rejection | undefined =>
  actor.office === office || actor.roles.includes("leader") ? undefined : notYou("permits.not-your-office", { office });

/** XK-65: by anybody, also without a name; a clerk takes one from who comes or calls. */
function file(command: Ask<"file">, context: Context): Decided {
  const { item, office, text, place, anonymous, contact } = command;
  const { actor, calendar, today, town } = context;
  if (office === undefined) return badInput("permits.unknown-item", { item }, "/item");
  const atCounter = actor.roles.includes("clerk");
  const length = town.inspections.reportWorkingDays;
  const receivedOn = today.toString();
  return [
    {
      type: "permits.report.filed",
      data: {
        item,
        office,
        channel: atCounter ? "in-person" : "online",
        anonymous,
        receivedOn,
        limit: limitFrom(calendar, { ...article65, unit: "working-day", length }, receivedOn),
      },
      personal: { text, place, ...present({ contact: anonymous ? undefined : contact }), ...ownerOf(actor, atCounter) },
    },
  ];
}

const ownerOf = ({ sub }: Context["actor"], atCounter: boolean) => (atCounter ? {} : { owner: sub });

/** XK-65: somebody goes there, unannounced. That the reporter is not among them is not checked: the refusal would name him. */
function lookInto(state: Report, command: Ask<"look-into">, context: Context): Decided {
  const { supervised, by, place, inspectors, brief } = command;
  const refused = maySupervise(supervised, context);
  if (refused !== undefined) return refused;
  if (supervised === undefined) return [];
  const subject = subjectOf(supervised);
  const { item, office } = state;
  if (subject.item.code !== item) return badInput("permits.certificate-of-another-item", { item }, "/certificate");
  const bad = badArrangement({ by, inspectors }, subject, context);
  if (bad !== undefined) return bad;
  const on = context.today.toString();
  const personal = { subject, by, place, inspectors, brief };
  return [{ type: "permits.report.looked-into", data: { item, office, on }, personal }];
}

/** XK-65: late is put on record once. */
function passTime({ limit: kept, item, office, overdue }: Report, { calendar, today }: Context): Decided {
  if (overdue || kept.due === null || kept.due >= today.toString()) return [];
  const limit = recalculate(calendar, kept);
  if (!isOverdue(limit, today)) return [{ type: "permits.report.limit-recounted", data: { limit }, personal: {} }];
  return [{ type: "permits.report.overdue", data: { item, office, due: limit.due ?? kept.due }, personal: {} }];
}

function evolve(state: Report | undefined, event: Recorded<ReportEvent>): Report {
  if (event.type === "permits.report.filed")
    return { ...event.data, ...event.personal, status: "received", overdue: false };
  if (state === undefined) throw new TypeError("a report begins by being filed");
  switch (event.type) {
    case "permits.report.looked-into":
      return { ...state, status: "looked-into", inspecting: event.personal };
    case "permits.report.declined":
      return { ...state, status: "declined", reply: { on: event.data.on, ...event.personal } };
    case "permits.report.handed-over":
      return { ...state, status: "handed-over", reply: { on: event.data.on, ...event.personal } };
    case "permits.report.answered":
      return { ...state, status: "answered", reply: event.data };
    case "permits.report.limit-recounted":
      return { ...state, limit: event.data.limit };
    case "permits.report.overdue":
      return { ...state, overdue: true };
    case "permits.report.contact-disclosed":
      return state;
  }
}
