import * as z from "zod";
import { limitSchema, postedSchema } from "../../../../shared/calendar/index.ts";
import { type Actor, pick, present } from "../../../../shared/decider/index.ts";
import {
  create,
  dueOn,
  forReason,
  hasRole,
  list,
  type Route,
  resource,
  severalOf,
  showingPerson,
  withoutActorOf,
} from "../../../../shared/http/index.ts";
import { maskedText } from "../../../../shared/identity-codes/index.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import { lineOf, titled } from "../../../../shared/text/index.ts";
import { bearsNumber, numberPartition } from "../../common/domain/numbered.ts";
import { isAppellant } from "../domain/concern.ts";
import { petition } from "../domain/petition/decider.ts";
import { petitionMoves } from "../domain/petition/moves.ts";
import { petitionStepUntil } from "../domain/petition/passing.ts";
import {
  opinionResults,
  type Petition,
  type PetitionCommand,
  petitionStatuses,
  stages,
} from "../domain/petition/petition.ts";
import {
  against,
  againstView,
  appellantOf,
  contact,
  leadOffice,
  mayReadConcern,
  offices,
  official,
  overseers,
  readers,
  reasons,
  said,
  writers,
} from "./reading.ts";

const day = z.iso.date();
const opinion = z.object({
  stage: titled(z.enum(stages), { zh: "办理阶段", en: "Stage of the petition" }),
  on: day,
  organ: z.string(),
  result: z.enum(opinionResults),
  text: z.string(),
  deliveredOn: day.optional(),
});
const petitionView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(petitionStatuses),
  number: z.string().optional(),
  text: z.string(),
  against: againstView,
  receivedOn: day,
  transferred: z.object({ by: z.string(), objectBy: limitSchema }).optional(),
  lead: leadOffice.optional(),
  assignee: official.optional(),
  limit: limitSchema,
  extended: z.boolean(),
  overdue: z.boolean(),
  opinions: z.array(opinion),
  window: limitSchema.optional(),
  way: z.string().optional(),
});
const petitionRow = petitionView
  .pick({
    ...{
      id: true,
      version: true,
      status: true,
      number: true,
      receivedOn: true,
      lead: true,
      extended: true,
      overdue: true,
    },
  })
  .extend({ due: dueOn.optional() });

function view({ id, version, state }: Loaded<Petition>, actor: Actor | undefined) {
  const { person, assignee, opinions, number, text } = state;
  const inside = !(actor !== undefined && person.owner === actor.sub);
  return {
    ...{ id, version },
    ...pick(state, [
      ...(["status", "receivedOn", "transferred", "lead", "limit", "extended", "overdue", "window", "way"] as const),
    ]),
    ...{ text: inside ? maskedText(text) : text, against: { ...state.against } },
    opinions: opinions.map(({ by: _by, ...one }) => ({ ...one })),
    ...present({ number: number?.text.zh, assignee: inside ? assignee : undefined }),
  };
}

const atTheCounty: ReadonlySet<string> = new Set(["review-asked", "reviewed", "re-review-asked", "final"]);
const mayRead = (state: Petition, actor: Actor | undefined): boolean =>
  mayReadConcern({ ...state, isAbove: atTheCounty.has(state.status) }, actor);

const petitions = resource({
  of: petition,
  at: "/grid-events/petitions",
  staff: [],
  own: ({ state }, actor) => mayRead(state, actor),
  moves: petitionMoves,
  statusOf: ({ status }) => status,
  returns: petitionView,
  view: (loaded, { actor }) => view(loaded, actor),
  tellsSteps: ({ state }, { actor }) => actor !== undefined && !isAppellant(state, actor),
  stepUntil: petitionStepUntil,
});

const byAppellant = ["received", "review-asked", "withdrawn"].map((name) => `grid-events.petition.${name}`);
const opining = (values: readonly ["supported", "partly", "rejected"] | readonly ["upheld", "changed"]) =>
  z.strictObject({ organ: lineOf(100, 2), result: z.enum(values), text: said });

/** What is listed where no state is asked for: what waits for who asks. Undefined: all. */
function waitingFor(actor: Actor | undefined): readonly Petition["status"][] | undefined {
  if (hasRole(actor, overseers)) return ["received"];
  if (hasRole(actor, ["county"])) return ["review-asked", "re-review-asked"];
  return hasRole(actor, offices) ? ["received", "accepted"] : undefined;
}

/** Petitions (信访, S-10, S-11). */
export const petitionRoutes: readonly Route[] = [
  create("POST /grid-events/petitions", {
    summary: {
      zh: "提出信访事项（本人；来访、来信、上级转送由工作人员登记）",
      en: "Petition the town; staff write down what comes by visit, letter, or from above",
    },
    allow: writers,
    of: petition,
    id: ({ unique }) => unique,
    body: z.strictObject({
      text: said,
      against: against.default({ kind: "matter" }),
      contact: contact.exactOptional(),
      transferredBy: lineOf(100, 2).exactOptional(),
    }),
    learn: async ({ actor }) => actor,
    run: ({ body: { contact: named, transferredBy, ...body }, learnt }): PetitionCommand => {
      const person = learnt === undefined ? {} : appellantOf(learnt, named);
      return {
        ...{ type: "receive", ...body, person },
        // Only staff know of a transfer.
        ...(person.owner === undefined ? present({ transferredBy }) : {}),
      };
    },
    returns: petitions.returns,
    view: petitions.view,
  }),
  list("GET /grid-events/petitions", {
    summary: {
      zh: "信访事项列表：按状态或者编号；单位只见本单位承办的，群众只见本人的，被反映人不得见",
      en: "Petitions by status or number; an office sees those it handles, a resident his own, nobody those against him",
    },
    allow: readers,
    of: petition,
    query: { status: severalOf(petitionStatuses).optional(), number: lineOf(60).optional() },
    sparse: true,
    sorts: ["receivedAt"],
    returns: petitionRow,
    find: ({ query: { status, number }, actor }) => {
      if (number !== undefined) return { index: "byNumber", partition: numberPartition("petition", number) };
      if (hasRole(actor, [...overseers, "county"]))
        return (status ?? waitingFor(actor) ?? []).map((one) => ({ index: "byStatus", partition: `petition:${one}` }));
      return hasRole(actor, offices)
        ? { index: "byCode", partition: `petition:${actor?.office ?? ""}` }
        : { index: "byOwner", partition: `petition:${actor?.sub ?? ""}`, descending: true };
    },
    keep: ({ state }, { actor, query }) =>
      mayRead(state, actor) &&
      bearsNumber(state.number, query.number) &&
      (query.status === undefined
        ? query.number !== undefined || waitingFor(actor)?.includes(state.status) !== false
        : query.status.includes(state.status)),
    view: ({ id, version, state }) => {
      const { status, number, receivedOn, lead, extended, overdue, limit } = state;
      return {
        ...{ id, version, status, receivedOn, extended, overdue },
        ...present({ number: number?.text.zh, lead, due: limit.due ?? undefined }),
      };
    },
  }),
  petitions.read({ zh: "一件信访事项", en: "One petition" }, readers),
  petitions.history(
    { zh: "一件信访事项的全部经过（不示信访人）", en: "All that happened to a petition, without who made it" },
    readers,
    withoutActorOf(byAppellant),
  ),
  petitions.step("identify", {
    summary: { zh: "查明被反映人，使其回避", en: "Say who is meant, so that he has no part in it" },
    allow: ["supervisor"],
    body: z.strictObject({ target: official }),
    run: ({ body }) => ({ type: "identify", ...body }),
  }),
  petitions.step("accept", {
    summary: { zh: "受理并指定承办人", en: "Take it on and name who handles it" },
    allow: ["dispatcher", "supervisor"],
    body: z.strictObject({ to: official }),
    run: ({ body }) => ({ type: "accept", ...body }),
  }),
  petitions.step("return", {
    summary: { zh: "不属本镇职权，向转送机关提出异议", en: "Object to a transfer: it is not the town's" },
    allow: ["dispatcher", "supervisor"],
    body: reasons,
    run: ({ body }) => ({ type: "return", ...body }),
  }),
  petitions.step("send-elsewhere", {
    summary: { zh: "应通过法定途径处理，告知途径", en: "It has its own way in law: say which" },
    allow: ["dispatcher", "supervisor"],
    body: reasons.extend({ way: lineOf(60) }),
    run: ({ body }) => ({ type: "send-elsewhere", ...body }),
  }),
  petitions.step("extend", {
    summary: { zh: "延长办理期限30日（一次，负责人批准并告知理由）", en: "Thirty days more, once; the head approves" },
    allow: ["leader"],
    body: reasons,
    run: ({ body }) => ({ type: "extend", ...body }),
  }),
  petitions.step("conclude", {
    summary: { zh: "出具处理意见", en: "Give the written opinion" },
    allow: [...offices, "dispatcher"],
    body: opining(["supported", "partly", "rejected"]),
    run: ({ body }) => ({ type: "conclude", ...body }),
  }),
  petitions.step("deliver", {
    summary: { zh: "登记意见送达日期", en: "Say on which day the person received the opinion" },
    allow: ["dispatcher", "clerk", "county"],
    body: z.strictObject({ on: day }),
    run: ({ body }) => ({ type: "deliver", ...body }),
  }),
  petitions.step("ask-review", {
    summary: { zh: "请求复查、复核", en: "Ask for the review, then for the re-review" },
    allow: writers,
    body: reasons.extend({ posted: postedSchema.exactOptional() }),
    run: ({ body }) => ({ type: "ask-review", ...body }),
  }),
  petitions.step("review", {
    summary: { zh: "登记复查、复核意见", en: "Give the opinion of the review or the re-review" },
    allow: ["county"],
    body: opining(["upheld", "changed"]),
    run: ({ body }) => ({ type: "review", ...body }),
  }),
  petitions.step("withdraw", {
    summary: { zh: "本人撤回", en: "Take it back" },
    allow: ["resident"],
    body: z.strictObject({}),
    run: () => ({ type: "withdraw" }),
  }),
  petitions.step("disclose", {
    summary: { zh: "说明理由查看信访人", en: "Read who petitions, for a reason on record" },
    allow: ["dispatcher", "supervisor", ...offices],
    body: forReason,
    run: ({ body }) => ({ type: "disclose", ...body }),
    answers: showingPerson(
      "contact",
      ({ person: { name, phone } }: Petition) =>
        name === undefined || phone === undefined ? undefined : { name, phone },
      ({ text }) => text,
    ),
  }),
];
