import * as z from "zod";
import { limitSchema, postedSchema } from "../../../../shared/calendar/index.ts";
import { pick } from "../../../../shared/decider/index.ts";
import {
  create,
  dueOn,
  forReason,
  leadsTo,
  list,
  type Route,
  read,
  resource,
  severalOf,
  showingPerson,
  withoutActorOf,
} from "../../../../shared/http/index.ts";
import { phone as phoneNumber } from "../../../../shared/parties/index.ts";
import { appealHolder, complaintAppealId } from "../../../../shared/service/complaint-appeal.ts";
import { factReference, type Loaded } from "../../../../shared/store/index.ts";
import { lineOf, personOrBodyName, textOf, titled } from "../../../../shared/text/index.ts";
// from "../../common/api/schemas.ts";
import { guide } from "../../guides/domain/guide.ts";
import { leadsToGuide } from "../../guides/index.ts";
import { type Complaint, type ComplaintCommand, measureKinds } from "../domain/complaint/complaint.ts";
import { complaint } from "../domain/complaint/decider.ts";
import { complaintFigures } from "../domain/complaint/figures.ts";
import { complaintMoves } from "../domain/complaint/moves.ts";
import { mayRead } from "../domain/complaint/visibility.ts";
import { monthAsked, monthOf, monthQuery, ownList, staff } from "./lists.ts";

const statuses = ["received", "assigned", "answered", "objected", "closed", "withdrawn", "handed-over"] as const;
const text = textOf(4_000);
const sub = lineOf(100);
const against = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("item"), item: z.string().regex(/^P[LS]-\d{3}$/) }),
  z.strictObject({ kind: z.literal("window"), window: lineOf(60) }),
  z.strictObject({ kind: z.literal("person"), name: personOrBodyName }),
]);
const official = z.strictObject({ sub, office: lineOf(60) });
const measure = z.strictObject({ kind: z.enum(measureKinds), note: lineOf(500) });
const outcome = z.enum(["founded", "partly", "unfounded"]);

const complaintView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(statuses),
  against,
  channel: z.enum(["online", "telephone"]),
  anonymous: z.boolean(),
  text: z.string(),
  receivedOn: z.iso.date(),
  limit: limitSchema,
  assignee: official.optional(),
  extended: z.boolean(),
  objected: z.boolean(),
  overdue: z.boolean(),
  objectionLimit: limitSchema.optional(),
  /** The appeal that it became: who complained follows it there by its id. */
  handedOver: titled(
    z.object({
      ...{
        on: z.iso.date(),
        office: z.string(),
        reasons: z.string(),
        appeal: titled(z.string(), { zh: "诉求标识", en: "Id of the appeal" }),
      },
      stage: titled(z.string(), { zh: "诉求进展", en: "How far the appeal is" }).optional(),
      stageOn: titled(z.iso.date(), { zh: "进展日期", en: "Since" }).optional(),
    }),
    { zh: "移交为诉求", en: "Handed over as an appeal" },
  ).optional(),
  answers: z.array(
    z.object({ on: z.iso.date(), by: z.string(), outcome, text: z.string(), measures: z.array(measure) }),
  ),
});

/** A complaint in a list: its text and its answers are read by its id. */
const complaintRow = complaintView
  .pick({
    id: true,
    version: true,
    status: true,
    against: true,
    channel: true,
    anonymous: true,
    receivedOn: true,
    assignee: true,
    extended: true,
    objected: true,
    overdue: true,
  })
  .extend({ due: dueOn.optional() });

function view({ id, version, state }: Loaded<Complaint>) {
  const { answers, handedOver } = state;
  return {
    ...{ id, version },
    ...pick(state, [
      ...(["status", "against", "channel", "anonymous", "text", "receivedOn", "limit", "assignee"] as const),
      ...(["extended", "objected", "overdue", "objectionLimit"] as const),
    ]),
    ...(handedOver === undefined ? {} : { handedOver: { ...handedOver } }),
    answers: answers.map((one) => ({ ...one, measures: [...one.measures] })),
  };
}

/** Who may read it is a rule of each: no role knows of all. */
const complaints = resource({
  of: complaint,
  at: "/permits/complaints",
  staff: [],
  own: ({ state }, actor) => mayRead(state, actor),
  moves: complaintMoves,
  statusOf: ({ status }) => status,
  returns: complaintView,
  view,
  links: ({ state: { against: of, handedOver } }) => [
    ...(of.kind === "item" ? [leadsToGuide(of.item)] : []),
    ...(handedOver === undefined
      ? []
      : [
          leadsTo({
            rel: "appeal",
            title: { zh: "诉求", en: "Appeal" },
            path: `/grid-events/appeals/${handedOver.appeal}`,
          }),
        ]),
  ],
});

const reasons = z.strictObject({ reasons: textOf(2_000) });

/** What only who complained does would say who that is. */
const byComplainant = ["permits.complaint.filed", "permits.complaint.objected", "permits.complaint.withdrawn"];

/** Complaints and accountability (L7). */
export const complaintRoutes: readonly Route[] = [
  create("POST /permits/complaints", {
    summary: {
      zh: "投诉（事项、窗口或个人；可匿名；电话投诉由窗口代录）",
      en: "Complain of an item, a window or a person; anonymously if wished; by telephone through a clerk",
    },
    allow: ["resident", "clerk"],
    of: complaint,
    body: z.strictObject({
      against,
      text,
      anonymous: z.boolean().default(false),
      contact: z.strictObject({ name: personOrBodyName, phone: phoneNumber }).optional(),
    }),
    returns: complaints.returns,
    id: ({ unique }) => unique,
    facts: ({ body: { against: of } }) => ({ guide: of.kind === "item" ? factReference(guide, of.item) : undefined }),
    run: ({ body: { contact, ...body }, facts }): ComplaintCommand => ({
      type: "complain",
      ...body,
      known: facts.guide !== undefined,
      ...(contact === undefined ? {} : { contact }),
    }),
    view: complaints.view,
  }),
  read("GET /permits/complaints/figures", {
    summary: { zh: "月度投诉公开数（不涉窗口、个人）", en: "A month's complaints in numbers; no window, no person" },
    allow: "public",
    query: monthQuery,
    returns: z.object({
      month: z.string(),
      complaints: z.int(),
      answered: z.int(),
      overdue: z.int(),
      founded: z.int(),
      partly: z.int(),
      unfounded: z.int(),
      accountability: z.int(),
      kinds: z.record(z.string(), z.int()),
      items: z.record(z.string(), z.int()),
    }),
    async run({ query }, runtime) {
      const month = monthAsked(query, runtime);
      return { month, ...complaintFigures(await monthOf(runtime, complaint, `complaint:${month}`)) };
    },
  }),
  list("GET /permits/complaints", {
    summary: {
      zh: "投诉列表：督查按状态，承办人为指派给自己的，群众为本人的；被投诉人不得见",
      en: "Complaints: a supervisor by status, others those assigned to them, a resident his own; never those against oneself",
    },
    allow: ["resident", ...staff],
    of: complaint,
    query: { status: severalOf(statuses).default(["received"]) },
    sorts: ["receivedAt"],
    returns: complaintRow,
    find: ({ query, actor }) => ownList("complaint", query.status, actor),
    keep: (loaded, { actor }) => mayRead(loaded.state, actor),
    view: (loaded) => complaintRow.parse({ ...view(loaded), due: loaded.state.limit.due ?? undefined }),
  }),
  complaints.read({ zh: "一件投诉", en: "One complaint" }, ["resident", ...staff]),
  complaints.history(
    { zh: "一件投诉的全部经过（不示投诉人）", en: "All that happened to a complaint, without who complained" },
    ["resident", ...staff],
    withoutActorOf(byComplainant),
  ),
  complaints.step("assign", {
    summary: {
      zh: "指派承办人（非被投诉人及其直接上下级）",
      en: "Assign; to nobody complained of or in his direct line",
    },
    allow: ["supervisor"],
    body: z.strictObject({ to: official, person: official.optional() }),
    run: ({ body: { to, person } }) => ({ type: "assign", to, ...(person === undefined ? {} : { person }) }),
  }),
  complaints.step("hand-over", {
    summary: {
      zh: "移交为镇的诉求（非大厅事项；不必重新填写，本人凭原账号继续）",
      en: "Hand it over as an appeal of the town: nothing is typed again, and the person goes on by his login",
    },
    allow: ["supervisor"],
    body: reasons.extend({ office: lineOf(60) }),
    learn: async ({ id, runtime }) => {
      const appeal = complaintAppealId(id);
      const owner = (await runtime.store.load(complaint, id))?.state.owner;
      return { appeal, ...(owner === undefined ? {} : { holder: appealHolder(appeal, owner, runtime.keyed) }) };
    },
    learnsFromTable: true,
    tries: (_of, { town }) => town.offices.map(({ id: office }) => ({ office, reasons: "非大厅事项" })),
    run: ({ id, body, learnt }) => ({
      ...{ type: "hand-over", ...body },
      ...(learnt ?? { appeal: complaintAppealId(id) }),
    }),
  }),
  complaints.step("extend", {
    summary: { zh: "延长答复期限（说明理由）", en: "Extend the limit, for reasons" },
    allow: ["supervisor"],
    body: reasons,
    run: ({ body }) => ({ type: "extend", ...body }),
  }),
  complaints.step("answer", {
    summary: { zh: "答复及责任追究", en: "Answer, and what follows for those responsible" },
    allow: staff,
    body: z.strictObject({ outcome, text, measures: z.array(measure).max(10).default([]) }),
    run: ({ body }) => ({ type: "answer", ...body }),
  }),
  complaints.step("object", {
    summary: { zh: "对答复提出异议（一次）", en: "Object to the answer, once" },
    allow: ["resident", "supervisor"],
    body: reasons.extend({ posted: postedSchema.optional() }),
    run: ({ body: { reasons: why, posted } }) => ({
      type: "object",
      reasons: why,
      ...(posted === undefined ? {} : { posted }),
    }),
  }),
  complaints.bare("withdraw", {
    summary: { zh: "撤回投诉", en: "Take the complaint back" },
    allow: ["resident"],
    command: { type: "withdraw" },
  }),
  complaints.step("contact", {
    summary: { zh: "为办理查看投诉人（须说明理由，留痕）", en: "Who complained, for a reason, on record" },
    allow: staff,
    body: forReason,
    run: ({ body }) => ({ type: "contact", ...body }),
    answers: showingPerson("contact", ({ contact }: Complaint) => contact),
  }),
];
