import * as z from "zod";
import { limitSchema } from "../../../../shared/calendar/index.ts";
import { type Actor, present } from "../../../../shared/decider/index.ts";
import {
  create,
  dueOn,
  forReason,
  hasRole,
  leadsTo,
  list,
  type Route,
  resource,
  severalOf,
  showingPerson,
  withoutActorOf,
} from "../../../../shared/http/index.ts";
import { appealHolder } from "../../../../shared/service/complaint-appeal.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import { lineOf, titled } from "../../../../shared/text/index.ts";
import { bearsNumber, numberPartition } from "../../common/domain/numbered.ts";
import {
  type Appeal,
  type AppealCommand,
  appealStatuses,
  channels,
  levels,
  outcomes,
} from "../domain/appeal/appeal.ts";
import { appeal, handlingDayPartition } from "../domain/appeal/decider.ts";
import { appealMoves } from "../domain/appeal/moves.ts";
import { appealStepUntil } from "../domain/appeal/passing.ts";
import { isAppellant } from "../domain/concern.ts";
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
const level = titled(z.enum(levels), { zh: "办理层级", en: "Level of handling" });
const appealView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(appealStatuses),
  number: z.string().optional(),
  channel: z.enum(channels),
  /** Handed over from another service: what was said lies there. */
  source: z
    .object({ kind: titled(z.enum(["complaint"]), { zh: "移交来源", en: "Handed over from" }), id: z.string() })
    .optional(),
  text: z.string(),
  against: againstView,
  receivedOn: day,
  handlingDay: day,
  lead: leadOffice.optional(),
  helpers: z.array(z.string()),
  assignee: official.optional(),
  level,
  limit: limitSchema,
  extended: z.boolean(),
  overdue: z.boolean(),
  answers: z.array(z.object({ on: day, by: z.string(), level, outcome: z.enum(outcomes), text: z.string() })),
  confirmBy: limitSchema.optional(),
  way: z.string().optional(),
});
const appealRow = appealView
  .pick({
    ...{
      id: true,
      version: true,
      status: true,
      number: true,
      channel: true,
      receivedOn: true,
      handlingDay: true,
      lead: true,
    },
    ...{ level: true, extended: true, overdue: true },
  })
  .extend({ due: dueOn.optional() });

/** What a login opens of what was handed over. */
const holderOf = (id: string, actor: Actor | undefined, { keyed }: Pick<Runtime, "keyed">): string | undefined =>
  actor === undefined ? undefined : appealHolder(id, actor.sub, keyed);

/** Who appeals is never in a view; who appealed reads no name of who works on it. */
function view({ id, version, state }: Loaded<Appeal>, isOwn: boolean): z.input<typeof appealView> {
  const {
    person: _person,
    target: _target,
    receivedAt: _at,
    lookAgainOn: _look,
    assignee,
    answers,
    number,
    source,
    ...open
  } = state;
  const inside = !isOwn;
  return {
    ...{ id, version, ...open, against: { ...state.against }, helpers: [...state.helpers] },
    answers: answers.map((one) => ({ ...one, by: inside ? one.by : "" })),
    ...(source === undefined ? {} : { source: { ...source } }),
    ...present({ number: number?.text.zh, assignee: inside ? assignee : undefined }),
  };
}

const mayRead = ({ id, state }: Loaded<Appeal>, actor: Actor | undefined, runtime: Runtime): boolean =>
  mayReadConcern({ ...state, isAbove: state.level === "county" }, actor, holderOf(id, actor, runtime));
const isHis = ({ id, state }: Loaded<Appeal>, actor: Actor | undefined, runtime: Runtime): boolean =>
  actor !== undefined && isAppellant(state, actor, holderOf(id, actor, runtime));

const appeals = resource({
  of: appeal,
  at: "/grid-events/appeals",
  staff: [],
  own: mayRead,
  moves: appealMoves,
  statusOf: ({ status }) => status,
  returns: appealView,
  view: (loaded, { actor, runtime }) => view(loaded, isHis(loaded, actor, runtime)),
  // For those who read the complaint in permits too.
  links: (loaded, { actor, runtime }) => {
    const { source, lead } = loaded.state;
    const reads = hasRole(actor, ["supervisor"]) || actor?.office === lead || isHis(loaded, actor, runtime);
    return source === undefined || actor === undefined || !reads
      ? []
      : [
          leadsTo({
            ...{ rel: "complaint", title: { zh: "原投诉", en: "The complaint" } },
            path: `/permits/complaints/${source.id}`,
          }),
        ];
  },
  tellsSteps: (loaded, { actor, runtime }) => actor !== undefined && !isHis(loaded, actor, runtime),
  stepUntil: appealStepUntil,
});

const nothing = z.strictObject({});
const slip = { slip: lineOf(100).exactOptional() };
const says = ["resident", "dispatcher", "clerk", "supervisor"] as const;
interface Taking {
  readonly id: string;
  readonly actor: Actor;
  readonly runtime: Runtime;
}
/** A step of the person himself: what was handed over knows his login by a digest alone. */
const byHisLogin = {
  learn: async ({ id, actor, runtime }: Taking) => holderOf(id, actor, runtime),
  learnsFromTable: true,
} as const;

/** What only who appealed does would say who that is. */
const byAppellant = ["received", "confirmed", "raised", "withdrawn", "outcome-told"].map(
  (name) => `grid-events.appeal.${name}`,
);

/** What is listed where no state is asked for: what waits for who asks. Undefined: all. */
function waitingFor(actor: Actor | undefined): readonly Appeal["status"][] | undefined {
  if (hasRole(actor, overseers)) return ["received"];
  if (hasRole(actor, ["county"])) return ["assigned"];
  return hasRole(actor, offices) ? ["received", "assigned"] : undefined;
}

/** Appeals (诉求, G8). */
export const appealRoutes: readonly Route[] = [
  create("POST /grid-events/appeals", {
    summary: {
      zh: "提出诉求（群众本人；热线、来访、来信由工作人员登记，首接单位牵头）",
      en: "Appeal to the town; staff write down what comes by hotline, visit or letter, and their office leads",
    },
    allow: writers,
    of: appeal,
    id: ({ unique }) => unique,
    body: z.strictObject({
      text: said,
      against: against.default({ kind: "matter" }),
      channel: z.enum(channels).exclude(["online"]).exactOptional(),
      contact: contact.exactOptional(),
    }),
    learn: async ({ actor }) => actor,
    run: ({ body: { channel = "hotline", contact: named, ...body }, learnt }): AppealCommand => {
      const person = learnt === undefined ? {} : appellantOf(learnt, named);
      return { type: "receive", ...body, person, channel: person.owner === undefined ? channel : "online" };
    },
    returns: appeals.returns,
    view: appeals.view,
  }),
  list("GET /grid-events/appeals", {
    summary: {
      zh: "诉求列表：按状态、集中办理日或者编号；单位只见本单位牵头的，群众只见本人的，被反映人不得见",
      en: "Appeals by status, handling day or number; an office sees those it leads, a resident his own, nobody those against him",
    },
    allow: readers,
    of: appeal,
    query: { status: severalOf(appealStatuses).optional(), handlingDay: day.optional(), number: lineOf(60).optional() },
    sparse: true,
    sorts: ["receivedAt"],
    returns: appealRow,
    find: ({ query: { status, handlingDay, number }, actor }) => {
      if (number !== undefined) return { index: "byNumber", partition: numberPartition("appeal", number) };
      if (handlingDay !== undefined) return { index: "byGrid", partition: handlingDayPartition(handlingDay) };
      if (hasRole(actor, [...overseers, "county"]))
        return (status ?? waitingFor(actor) ?? []).map((one) => ({ index: "byStatus", partition: `appeal:${one}` }));
      return hasRole(actor, offices)
        ? { index: "byCode", partition: `appeal:${actor?.office ?? ""}` }
        : { index: "byOwner", partition: `appeal:${actor?.sub ?? ""}`, descending: true };
    },
    keep: ({ id, state }, { actor, query, runtime }) =>
      mayRead({ id, version: 0, state }, actor, runtime) &&
      bearsNumber(state.number, query.number) &&
      (query.status === undefined
        ? query.number !== undefined ||
          query.handlingDay !== undefined ||
          waitingFor(actor)?.includes(state.status) !== false
        : query.status.includes(state.status)),
    view: ({ id, version, state }) => {
      const { status, number, channel, receivedOn, handlingDay, lead, level, extended, overdue, limit } = state;
      return {
        ...{ id, version, status, channel, receivedOn, handlingDay, level, extended, overdue },
        ...present({ number: number?.text.zh, lead, due: limit.due ?? undefined }),
      };
    },
  }),
  appeals.read({ zh: "一件诉求", en: "One appeal" }, readers),
  appeals.history(
    { zh: "一件诉求的全部经过（不示诉求人）", en: "All that happened to an appeal, without who made it" },
    readers,
    withoutActorOf(byAppellant),
  ),
  appeals.step("assign", {
    summary: { zh: "指派牵头单位的承办人（首接单位牵头）", en: "Give it to a person of the office that leads" },
    allow: ["dispatcher", "supervisor"],
    body: z.strictObject({ to: official }),
    run: ({ body }) => ({ type: "assign", ...body }),
  }),
  appeals.step("bring-in", {
    summary: { zh: "请其他单位协办", en: "Ask another office to help" },
    allow: ["dispatcher", "supervisor", ...offices],
    body: z.strictObject({ office: lineOf(60) }),
    run: ({ body }) => ({ type: "bring-in", ...body }),
  }),
  appeals.step("identify", {
    summary: { zh: "查明被反映人，使其回避", en: "Say who is meant, so that he has no part in it" },
    allow: ["supervisor"],
    body: z.strictObject({ target: official }),
    run: ({ body }) => ({ type: "identify", ...body }),
  }),
  appeals.step("extend", {
    summary: { zh: "延长办理期限（一次，负责人同意）", en: "Extend its term, once; the head agrees" },
    allow: ["approver", "leader"],
    body: reasons,
    run: ({ body }) => ({ type: "extend", ...body }),
  }),
  appeals.step("answer", {
    summary: { zh: "答复", en: "Answer it" },
    allow: [...offices, "dispatcher", "leader", "county"],
    body: z.strictObject({ outcome: z.enum(outcomes), text: said }),
    run: ({ body }) => ({ type: "answer", ...body }),
  }),
  appeals.step("confirm", {
    summary: { zh: "回音签：本人确认", en: "Echo slip: the person confirms" },
    allow: says,
    body: z.strictObject(slip),
    ...byHisLogin,
    run: ({ body, learnt }) => ({ type: "confirm", ...body, ...present({ holder: learnt }) }),
  }),
  appeals.step("raise", {
    summary: { zh: "回音签：不认可，提级办理", en: "Echo slip: not content; it goes up a level" },
    allow: says,
    body: reasons.extend(slip),
    ...byHisLogin,
    run: ({ body, learnt }) => ({ type: "raise", ...body, ...present({ holder: learnt }) }),
  }),
  appeals.step("withdraw", {
    summary: { zh: "本人撤回", en: "Take it back" },
    allow: ["resident"],
    body: nothing,
    ...byHisLogin,
    run: ({ learnt }) => ({ type: "withdraw", ...present({ holder: learnt }) }),
  }),
  appeals.step("send-elsewhere", {
    summary: { zh: "应通过法定途径处理，告知途径", en: "It has its own way in law: say which" },
    allow: ["dispatcher", "supervisor"],
    body: reasons.extend({ way: lineOf(60) }),
    run: ({ body }) => ({ type: "send-elsewhere", ...body }),
  }),
  appeals.step("disclose", {
    summary: { zh: "说明理由查看诉求人", en: "Read who appeals, for a reason on record" },
    allow: ["dispatcher", "supervisor", ...offices],
    body: forReason,
    run: ({ body }) => ({ type: "disclose", ...body }),
    answers: showingPerson("contact", ({ person: { name, phone } }: Appeal) =>
      name === undefined || phone === undefined ? undefined : { name, phone },
    ),
  }),
];
