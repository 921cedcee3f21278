import { endOfDay, isOverdue, limitFrom, recalculate } from "../../../../../shared/calendar/index.ts";
import {
  type Context,
  type Decision,
  deciderOf,
  type MovesOf,
  present,
  type Rejection,
} from "../../../../../shared/decider/index.ts";
import { arranged, maySupervise, subjectOf } from "../inspection/subject.ts";
import { badInput, notYou, refuse, type SupervisionRefusal } from "../refusals.ts";
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
  answered: { conclude: "answered" },
  declined: {},
  "handed-over": {},
} as const satisfies MovesOf<Report, ReportCommand>;

interface ReportWords {
  readonly state: Report;
  readonly command: ReportCommand;
  readonly event: ReportEvent;
  readonly moves: typeof reportMoves;
  readonly begins: "file";
  readonly begun: "permits.report.filed";
  readonly refusal: SupervisionRefusal;
}
type Rule<C> = (state: Report, command: C, context: Context) => Decided;

const theirs =
  <C>(rule: Rule<C>): Rule<C> =>
  (state, command, context) =>
    notTheirs(state, context) ?? rule(state, command, context);

/** A report (XK-65), from its receipt to what came of it. Who reported is told to nobody who does not need it. */
export const report = deciderOf<ReportWords>({
  aggregate: "report",
  shape: 1,
  ended: ({ status }) => status === "answered" || status === "declined" || status === "handed-over",
  retainedAs: "voice",
  moves: reportMoves,
  impossible: "permits.report-not-in-this-state",
  byItself: ["conclude", "pass-time"],
  begin: { file },
  steps: {
    "look-into": theirs(lookInto),
    decline: theirs(({ item, office }, { reasons }, { today }) => [
      { type: "permits.report.declined", data: { item, office, on: today.toString() }, personal: { reasons } },
    ]),
    "hand-over": theirs(({ item, office }, { reasons }, { today }) => [
      { type: "permits.report.handed-over", data: { item, office, on: today.toString() }, personal: { reasons } },
    ]),
    contact: theirs((state, { reason }) =>
      state.contact === undefined
        ? refuse("permits.reporter-unknown", article65)
        : [{ type: "permits.report.contact-disclosed", data: {}, personal: { reason } }],
    ),
    // What follows from its inspection may come twice.
    conclude: ({ status }, { result }, { today }) =>
      status === "answered"
        ? []
        : [{ type: "permits.report.answered", data: { on: today.toString(), result }, personal: {} }],
    "pass-time": (state, _command, context) => passTime(state, context),
  },
  begun: {
    "permits.report.filed": ({ data, personal }) => ({ ...data, ...personal, status: "received", overdue: false }),
  },
  effects: {
    "permits.report.looked-into": (state, { personal }) => ({ ...state, status: "looked-into", inspecting: personal }),
    "permits.report.declined": (state, { data: { on }, personal }) => ({
      ...state,
      status: "declined",
      reply: { on, ...personal },
    }),
    "permits.report.handed-over": (state, { data: { on }, personal }) => ({
      ...state,
      status: "handed-over",
      reply: { on, ...personal },
    }),
    "permits.report.answered": (state, { data }) => ({ ...state, status: "answered", reply: data }),
    "permits.report.limit-recounted": (state, { data: { limit } }) => ({ ...state, limit }),
    "permits.report.overdue": (state) => ({ ...state, overdue: true }),
    "permits.report.contact-disclosed": (state) => state,
  },
  listed: ({ status, office, owner, receivedOn }, id) => ({
    byStatus: { partition: `report:${status}`, sort: `${receivedOn}#${id}` },
    byOffice: { partition: `report:${office}`, sort: `${receivedOn}#${id}` },
    ...(owner === undefined ? {} : { byOwner: { partition: `report:${owner}`, sort: `${receivedOn}#${id}` } }),
  }),
  nextDeadline: ({ status, overdue, limit: { due } }) =>
    status !== "received" || overdue || due === null ? undefined : endOfDay(due),
  onDeadline: () => ({ type: "pass-time" }),
});

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
  const { supervised, by, place, brief } = command;
  const refused = maySupervise(supervised, context);
  if (refused !== undefined) return refused;
  if (supervised === undefined) return [];
  const subject = subjectOf(supervised);
  const { item, office } = state;
  if (subject.item.code !== item) return badInput("permits.certificate-of-another-item", { item }, "/certificate");
  const people = arranged({ ...command, ...present({ recusals: supervised.recusals }) }, subject, context);
  if ("code" in people) return people;
  const { inspectors = [] } = people;
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
