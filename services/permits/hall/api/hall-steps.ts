import * as z from "zod";
import { inShanghai } from "../../../../shared/calendar/index.ts";
import { type Context, possibleIn } from "../../../../shared/decider/index.ts";
import { type Route, resource, type Text } from "../../../../shared/http/index.ts";
import { phone as phoneNumber } from "../../../../shared/parties/index.ts";
import { factReference } from "../../../../shared/store/index.ts";
import { lineOf, personOrBodyName } from "../../../../shared/text/index.ts";
import { priorities } from "../../../../shared/town/hall.ts";
import type { Role } from "../../../../shared/town/roles.ts";
import type { Application } from "../../cases/domain/application/application.ts";
import { application } from "../../cases/domain/application/decider.ts";
import { queue } from "../domain/decider.ts";
import { slotsOn } from "../domain/hours.ts";
import { bookingMoves, ticketMoves } from "../domain/moves.ts";
import {
  type ForCase,
  type Queue,
  type QueueCommand,
  type QueueName,
  queueNameOf,
  type WindowVerb,
} from "../domain/queue.ts";
import { queueView, stepView, viewQueue, viewStep, viewWindows, windowsView } from "./hall-views.ts";

/** The group and day of the path; what is no real day is the queue of nobody, and not found. */
function named(id: string): QueueName {
  const name = queueNameOf(id);
  return name !== undefined && z.iso.date().safeParse(name.date).success ? name : { group: "", date: "" };
}

const application_ = lineOf(200);
const linked = z.object({ application: application_.optional() });
const factsOf = ({ body }: { body: unknown }) => {
  const { application: id } = linked.parse(body);
  return { case: id === undefined ? undefined : factReference(application, id) };
};
function caseOf(id: string | undefined, found: Application | undefined): { application?: ForCase } {
  if (id === undefined) return {};
  const owner = found?.owner === undefined ? {} : { owner: found.owner };
  return { application: { id, known: found !== undefined, ...owner } };
}

type Known = Pick<Context, "town" | "calendar">;
interface Step<B extends z.ZodType> {
  readonly summary: Text;
  readonly allow: readonly Role[];
  readonly body: B;
  /** Tickets, windows and slots of this queue to which it may be done. */
  readonly tries?: (queue: Queue, known: Known) => readonly z.input<B>[];
  readonly run: (body: z.output<B>, queue: QueueName, linkedTo: Application | undefined) => QueueCommand;
}

const counter = ["clerk", "issuer"] as const;

/** Everybody in the hall knows its queues; whose a ticket is, is a rule of each step. */
export const hallQueues = resource({
  of: queue,
  at: "/permits/hall/queues",
  staff: [...counter, "resident", "device"],
  returns: queueView,
  view: viewQueue,
});

/** A queue of no group of this town, or of no day, is not found, before anything is said of what was sent. */
const ofThisTown = (route: Route): Route => ({
  ...route,
  isKnownTo: ({ params: { id = "" } }, { town }) =>
    Promise.resolve(town.hall.groups.some((group) => group.id === named(id).group)),
});

/** One step in a queue: `POST /permits/hall/queues/{id}/<verb>`; the first of a day begins it. */
const step = <B extends z.ZodType>(verb: string, { run, tries, ...spec }: Step<B>): Route =>
  ofThisTown(
    hallQueues.step(verb, {
      ...spec,
      expects: "either",
      facts: factsOf,
      run: ({ id, body, facts }) => run(body, named(id), facts.case),
      answers: { returns: stepView, view: viewStep },
      ...(tries === undefined ? {} : { tries: ({ state }, known) => (state === undefined ? [] : tries(state, known)) }),
    }),
  );

/** The tickets that a step moves. */
const ticketsFor = (verb: string) => (state: Queue) =>
  state.tickets
    .filter(({ status }) => possibleIn(ticketMoves, status).includes(verb))
    .map(({ number }) => ({ number }));
const bookingsFor = (verb: string) => (state: Queue) =>
  state.bookings.filter(({ status }) => possibleIn(bookingMoves, status).includes(verb)).map(({ code }) => ({ code }));
const windowsOf = ({ group }: Queue, { town }: Known) =>
  town.windows.filter((one) => one.group === group).map(({ id: window }) => ({ window }));

/** For whom the counter would book. */
const somebody = { name: "示例", phone: "13800000000" };

const numbered = z.strictObject({ number: z.string().regex(/^[A-Z]\d{3,4}$/) });
const coded = z.strictObject({ code: z.string().regex(/^\d{4}-\d{1,3}$/) });
const atWindow = z.strictObject({ window: lineOf(60) });

const onTicket = (
  verb: "recall" | "no-show" | "serve" | "return" | "leave",
  summary: Text,
  more: readonly Role[] = [],
) =>
  step(verb, {
    ...{ summary, allow: [...counter, ...more], body: numbered, tries: ticketsFor(verb) },
    run: ({ number }) => ({ type: verb, number }),
  });

const onWindow = (verb: WindowVerb, summary: Text) =>
  ofThisTown(
    hallQueues.step(verb, {
      summary,
      allow: counter,
      body: atWindow,
      tries: ({ state }, known) => (state === undefined ? [] : windowsOf(state, known)),
      expects: "either",
      run: ({ id, body: { window } }) => ({ type: verb, queue: named(id), window }),
      answers: { returns: windowsView, view: viewWindows },
    }),
  );

/** The hall's queue, step by step (L8). */
export const hallSteps: readonly Route[] = [
  step("take", {
    summary: { zh: "取号（取号机、窗口或本人）", en: "Take a ticket, at the kiosk, from a clerk or by oneself" },
    allow: ["device", ...counter, "resident"],
    body: z.strictObject({ priority: z.enum(priorities).optional(), application: application_.optional() }),
    run: ({ priority, application: id }, of, linkedTo) => ({
      type: "take",
      queue: of,
      ...(priority === undefined ? {} : { priority }),
      ...caseOf(id, linkedTo),
    }),
  }),
  step("book", {
    summary: { zh: "预约时段（窗口代约须留联系方式）", en: "Book a slot; at the counter with a name and phone" },
    allow: [...counter, "resident"],
    body: z.strictObject({
      slot: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
      contact: z.strictObject({ name: personOrBodyName, phone: phoneNumber }).optional(),
    }),
    tries: ({ date }, { town, calendar }) =>
      slotsOn(date, town, calendar).map((at) => ({ slot: inShanghai(at).slice(11, 16), contact: somebody })),
    run: ({ slot, contact }, of) => ({ type: "book", queue: of, slot, ...(contact === undefined ? {} : { contact }) }),
  }),
  step("cancel-booking", {
    summary: { zh: "取消预约", en: "Cancel an appointment" },
    allow: [...counter, "resident"],
    body: coded,
    tries: bookingsFor("cancel-booking"),
    run: ({ code }) => ({ type: "cancel-booking", code }),
  }),
  step("check-in", {
    summary: { zh: "预约签到取号", en: "Check in for an appointment: it becomes a ticket" },
    allow: ["device", ...counter, "resident"],
    body: coded,
    tries: bookingsFor("check-in"),
    run: ({ code }) => ({ type: "check-in", code }),
  }),
  onWindow("open-window", { zh: "开窗", en: "Open a window" }),
  onWindow("pause-window", { zh: "暂停服务", en: "Pause a window" }),
  onWindow("resume-window", { zh: "恢复服务", en: "Go on at a window" }),
  onWindow("close-window", { zh: "关窗", en: "Close a window" }),
  step("call", {
    summary: { zh: "叫下一号", en: "Call the next ticket to a window" },
    allow: counter,
    body: atWindow,
    tries: windowsOf,
    run: ({ window }) => ({ type: "call", window }),
  }),
  onTicket("recall", { zh: "重叫", en: "Call the ticket again" }),
  onTicket("no-show", { zh: "过号", en: "The person called did not come" }),
  onTicket("serve", { zh: "到窗办理", en: "The person is at the window" }),
  onTicket("return", { zh: "过号重排", en: "Who missed his call waits again" }),
  onTicket("leave", { zh: "弃号", en: "Give the ticket back" }, ["resident"]),
  step("finish", {
    summary: { zh: "办结本次服务", en: "The visit is over" },
    allow: counter,
    body: z.strictObject({ ...numbered.shape, application: application_.optional() }),
    tries: ticketsFor("finish"),
    run: ({ number, application: id }, _of, linkedTo) => ({ type: "finish", number, ...caseOf(id, linkedTo) }),
  }),
  step("transfer", {
    summary: { zh: "转其他窗口组", en: "Send the ticket to another window group" },
    allow: counter,
    body: z.strictObject({ ...numbered.shape, to: lineOf(60) }),
    tries: (of, { town }) =>
      ticketsFor("transfer")(of).flatMap((one) =>
        town.hall.groups.filter(({ id }) => id !== of.group).map(({ id: to }) => ({ ...one, to })),
      ),
    run: ({ number, to }) => ({ type: "transfer", number, to }),
  }),
];
