import * as z from "zod";
import { type Route, resource, type Text } from "../../../../shared/http/index.ts";
import { phone as phoneNumber } from "../../../../shared/parties/index.ts";
import { factReference } from "../../../../shared/store/index.ts";
import { lineOf, personOrBodyName } from "../../../../shared/text/index.ts";
import { priorities } from "../../../../shared/town/hall.ts";
import type { Role } from "../../../../shared/town/roles.ts";
import type { Application } from "../../cases/domain/application/application.ts";
import { application } from "../../cases/domain/application/decider.ts";
import { queue } from "../domain/decider.ts";
import { type ForCase, type QueueCommand, type QueueName, queueNameOf, type WindowVerb } from "../domain/queue.ts";
import { stepView, viewStep, viewWindows, windowsView } from "./hall-views.ts";

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

interface Step<B extends z.ZodType> {
  readonly summary: Text;
  readonly allow: readonly Role[];
  readonly body: B;
  readonly run: (body: z.output<B>, queue: QueueName, linkedTo: Application | undefined) => QueueCommand;
}

const counter = ["clerk", "issuer"] as const;

/** Everybody in the hall knows its queues; whose a ticket is, is a rule of each step. */
const hall = { of: queue, at: "/permits/hall/queues", staff: [...counter, "resident", "device"] } as const;
const turns = resource({ ...hall, returns: stepView, view: viewStep });
const windows = resource({ ...hall, returns: windowsView, view: viewWindows });

/** A queue of no group of this town, or of no day, is not found, before anything is said of what was sent. */
const ofThisTown = (route: Route): Route => ({
  ...route,
  isKnownTo: ({ params: { id = "" } }, { town }) =>
    Promise.resolve(town.hall.groups.some((group) => group.id === named(id).group)),
});

/** One step in a queue: `POST /permits/hall/queues/{id}/<verb>`; the first of a day begins it. */
const step = <B extends z.ZodType>(verb: string, { run, ...spec }: Step<B>): Route =>
  ofThisTown(
    turns.step(verb, {
      ...spec,
      expects: "either",
      facts: factsOf,
      run: ({ id, body, facts }) => run(body, named(id), facts.case),
    }),
  );

const numbered = z.strictObject({ number: z.string().regex(/^[A-Z]\d{3,4}$/) });
const coded = z.strictObject({ code: z.string().regex(/^\d{4}-\d{1,3}$/) });
const atWindow = z.strictObject({ window: lineOf(60) });

const onTicket = (
  verb: "recall" | "no-show" | "serve" | "return" | "leave",
  summary: Text,
  more: readonly Role[] = [],
) =>
  step(verb, { summary, allow: [...counter, ...more], body: numbered, run: ({ number }) => ({ type: verb, number }) });

const onWindow = (verb: WindowVerb, summary: Text) =>
  ofThisTown(
    windows.step(verb, {
      summary,
      allow: counter,
      body: atWindow,
      expects: "either",
      run: ({ id, body: { window } }) => ({ type: verb, queue: named(id), window }),
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
    run: ({ slot, contact }, of) => ({ type: "book", queue: of, slot, ...(contact === undefined ? {} : { contact }) }),
  }),
  step("cancel-booking", {
    summary: { zh: "取消预约", en: "Cancel an appointment" },
    allow: [...counter, "resident"],
    body: coded,
    run: ({ code }) => ({ type: "cancel-booking", code }),
  }),
  step("check-in", {
    summary: { zh: "预约签到取号", en: "Check in for an appointment: it becomes a ticket" },
    allow: ["device", ...counter, "resident"],
    body: coded,
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
    run: ({ number, application: id }, _of, linkedTo) => ({ type: "finish", number, ...caseOf(id, linkedTo) }),
  }),
  step("transfer", {
    summary: { zh: "转其他窗口组", en: "Send the ticket to another window group" },
    allow: counter,
    body: z.strictObject({ ...numbered.shape, to: lineOf(60) }),
    run: ({ number, to }) => ({ type: "transfer", number, to }),
  }),
];
