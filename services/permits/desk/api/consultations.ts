import * as z from "zod";
import { type Limit, limitSchema } from "../../../../shared/calendar/index.ts";
import { type Actor, present } from "../../../../shared/decider/index.ts";
import { create, dueOn, hasRole, list, type Route, resource, rowOf, severalOf } from "../../../../shared/http/index.ts";
import {
  citizenNumber,
  maskIdentityNumber,
  maskName,
  maskPhone,
  strictUscc,
} from "../../../../shared/identity-codes/index.ts";
import { phone as phoneNumber } from "../../../../shared/parties/index.ts";
import { factReference, type Loaded } from "../../../../shared/store/index.ts";
import { lineOf, personOrBodyName, textOf, titled } from "../../../../shared/text/index.ts";

import { application } from "../../cases/domain/application/decider.ts";
import { caseRegister } from "../../cases/index.ts";
import { itemOf } from "../../common/item-of.ts";
import { guide } from "../../guides/domain/guide.ts";
import { leadsToGuide } from "../../guides/index.ts";
import { type Consultation, type ConsultationCommand, consultation } from "../domain/consultation.ts";
import { moves } from "../domain/moves.ts";

const staff = ["clerk", "reviewer", "approver", "supervisor", "leader"] as const;

const date = z.iso.date();
const words = textOf(2_000, 2);
const itemCode = z.string().regex(/^P[LS]-\d{3}$/);
const statuses = ["asked", "replied", "turned"] as const;
const channel = z.enum(["window", "online", "phone"]);
const contact = z.strictObject({
  name: personOrBodyName,
  phone: phoneNumber.exactOptional(),
  kind: z.enum(["citizen", "organisation"]).exactOptional(),
  idNumber: z.union([citizenNumber, strictUscc]).exactOptional(),
});

const view = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(statuses),
  item: z.string().optional(),
  office: z.string(),
  channel,
  contact: z.object({ name: z.string(), phone: z.string().optional(), idNumber: z.string().optional() }).optional(),
  askedOn: date,
  exchanges: z.array(
    z.object({
      question: z.string(),
      on: date,
      answer: z.object({ text: z.string(), on: date, by: z.string() }).optional(),
    }),
  ),
  limit: limitSchema,
  overdue: z.boolean(),
  published: z.object({ question: z.string(), answer: z.string(), on: date }).optional(),
  application: z.string().optional(),
});

/** A question in a list: how it begins, and by when it is answered. The whole is read by its id. */
const consultationRow = view
  .pick({
    id: true,
    version: true,
    status: true,
    item: true,
    office: true,
    channel: true,
    askedOn: true,
    overdue: true,
    application: true,
  })
  .extend({
    asker: titled(z.string(), { zh: "咨询人", en: "Asked by" }).optional(),
    question: titled(z.string(), { zh: "问题（开头）", en: "How the question begins" }),
    due: dueOn.optional(),
  });

function viewConsultation({ id, version, state }: Loaded<Consultation>) {
  const { status, item, office, askedOn, exchanges, published } = state;
  const limit: Limit = state.limit;
  const by = state.contact;
  const masked = by && {
    name: by.kind === "organisation" ? by.name : maskName(by.name),
    ...(by.phone === undefined ? {} : { phone: maskPhone(by.phone) }),
    ...(by.idNumber === undefined ? {} : { idNumber: maskIdentityNumber(by.idNumber) }),
  };
  return {
    id,
    version,
    status,
    ...(item === undefined ? {} : { item }),
    office,
    channel: state.channel,
    ...(masked === undefined ? {} : { contact: masked }),
    askedOn,
    exchanges: [...exchanges],
    limit,
    overdue: state.overdue === true,
    ...(published === undefined ? {} : { published }),
    ...(state.status === "turned" ? { application: state.application } : {}),
  };
}

/** The body of `POST /permits/applications`, as far as the question knows it, and what to bring along. */
const prefilled = z.object({
  id: z.string(),
  version: z.int(),
  application: z.object({
    itemCode: z.string(),
    applicant: z.object({
      kind: z.enum(["citizen", "organisation"]),
      name: z.string(),
      idNumber: z.string(),
      phone: z.string(),
    }),
    materials: z.array(z.string()),
    channel: z.enum(["window", "online"]),
  }),
  guideVersion: z.int(),
  bring: z.array(z.object({ name: z.string(), required: z.boolean() })),
});

function viewPrefilled({ id, version, state }: Loaded<Consultation>, { actor }: { readonly actor: Actor | undefined }) {
  const { item = "", contact: by, prefilled: made } = state;
  const atTheCounter = actor?.roles.includes("clerk") === true;
  return {
    id,
    version,
    application: {
      itemCode: item,
      applicant: {
        kind: by?.kind ?? "citizen",
        name: by?.name ?? "",
        idNumber: by?.idNumber ?? "",
        phone: by?.phone ?? "",
      },
      materials: [],
      channel: atTheCounter ? ("window" as const) : ("online" as const),
    },
    guideVersion: made?.guideVersion ?? 0,
    bring: [...(made?.bring ?? [])],
  };
}

/** A question: staff know of each, anybody else of their own. */
const questions = resource({
  of: consultation,
  at: "/permits/consultations",
  staff,
  own: ({ state }, actor) => state.owner === actor.sub,
  moves,
  statusOf: ({ status }) => status,
  returns: view,
  view: viewConsultation,
  links: ({ state }) => [
    ...(state.item === undefined ? [] : [leadsToGuide(state.item)]),
    caseRegister.link(
      "application",
      { zh: "申请", en: "Application" },
      state.status === "turned" ? state.application : undefined,
    ),
  ],
});

const consultationsOf = (id: string) => ({ index: "byCase", partition: `consultations:${id}` });
caseRegister.linked(({ id }) => [
  questions.linkIn("consultation", { zh: "由其转成的咨询", en: "The question it came of" }, consultationsOf(id)),
]);

const officers = ["clerk", "reviewer", "approver", "leader"] as const;
const askers = ["clerk", "resident", "agent"] as const;

/** The consulting desk (L15). */
export const consultationRoutes: readonly Route[] = [
  create("POST /permits/consultations", {
    summary: { zh: "提出咨询；窗口可代不愿留名的人登记", en: "Ask; the counter records also who gives no name" },
    allow: askers,
    of: consultation,
    body: z.strictObject({
      item: itemCode.exactOptional(),
      question: words,
      contact: contact.exactOptional(),
      channel: channel.default("online"),
    }),
    returns: questions.returns,
    id: ({ body, unique }) => `${body.item ?? "general"}.${unique}`,
    facts: ({ body }) => ({ guide: body.item === undefined ? undefined : factReference(guide, body.item) }),
    run: ({ body, facts }): ConsultationCommand => ({ type: "ask", ...body, guide: facts.guide }),
    view: questions.view,
  }),
  list("GET /permits/consultations", {
    summary: {
      zh: "咨询列表：按事项、按状态，默认本机构的；群众只见本人的",
      en: "Questions by item or status, by default those of one's own office; a resident sees his own",
    },
    allow: [...staff, "resident", "agent"],
    of: consultation,
    query: {
      item: z.union([itemCode, z.literal("general")]).optional(),
      status: severalOf(statuses).optional(),
      office: lineOf(60).optional(),
      application: lineOf(120).optional(),
    },
    sorts: ["askedOn"],
    returns: consultationRow,
    find: ({ query, actor }) => {
      if (!hasRole(actor, staff)) return { index: "byOwner", partition: `consultation:${actor?.sub ?? ""}` };
      if (query.application !== undefined) return consultationsOf(query.application);
      if (query.item !== undefined)
        return { index: "byCode", partition: `consultation:${query.item}`, descending: true };
      const office = query.office ?? (query.status === undefined ? actor?.office : undefined);
      if (office !== undefined) return { index: "byOffice", partition: `consultation:${office}` };
      const asked = query.status ?? (["asked"] as const);
      return asked.map((status) => ({ index: "byStatus", partition: `consultation:${status}` }));
    },
    keep: ({ state }, { query }) =>
      (query.item === undefined || (state.item ?? "general") === query.item) &&
      (query.application === undefined || (state.status === "turned" && state.application === query.application)) &&
      query.status?.includes(state.status) !== false &&
      (query.office === undefined || state.office === query.office),
    view: rowOf(consultationRow, (loaded: Loaded<Consultation>) => {
      const { contact, ...shown } = viewConsultation(loaded);
      const question = [...(loaded.state.exchanges.at(-1)?.question ?? "")].slice(0, 40).join("");
      return { ...shown, ...present({ asker: contact?.name, due: loaded.state.limit.due ?? undefined }), question };
    }),
  }),
  list("GET /permits/answers", {
    summary: { zh: "公开的咨询问答（任何人）", en: "Questions and answers published for all (anybody)" },
    allow: "public",
    of: consultation,
    query: { item: z.union([itemCode, z.literal("general")]).optional() },
    returns: z.object({ item: z.string().optional(), question: z.string(), answer: z.string(), on: date }),
    find: ({ query: { item } }) => ({
      index: "byDomain",
      partition: "answers",
      ...(item === undefined ? {} : { from: `${item}#`, to: `${item}#~` }),
    }),
    view: ({ state: { item, published } }) => ({
      ...(item === undefined ? {} : { item }),
      question: published?.question ?? "",
      answer: published?.answer ?? "",
      on: published?.on ?? "",
    }),
  }),
  questions.read({ zh: "一件咨询", en: "One question" }, [...staff, "resident", "agent"]),
  questions.history({ zh: "一件咨询的经过", en: "All that happened to a question" }, [...staff, "resident", "agent"]),
  questions.step("answer", {
    summary: { zh: "答复", en: "Answer" },
    allow: officers,
    body: z.strictObject({ text: words }),
    run: ({ body }) => ({ type: "answer", ...body }),
  }),
  questions.step("follow-up", {
    summary: { zh: "追问", en: "Ask further" },
    allow: askers,
    body: z.strictObject({ question: words }),
    run: ({ body }) => ({ type: "follow-up", ...body }),
  }),
  questions.step("refer", {
    summary: { zh: "转请有关机构答复", en: "Refer it to the office that knows" },
    allow: officers,
    body: z.strictObject({ office: lineOf(60) }),
    run: ({ body }) => ({ type: "refer", ...body }),
  }),
  questions.step("publish", {
    summary: { zh: "公开问答（不含个人信息）", en: "Publish question and answer, without personal data" },
    allow: officers,
    body: z.strictObject({ question: words, answer: words }),
    run: ({ body }) => ({ type: "publish", ...body }),
  }),
  questions.step("prefill", {
    summary: {
      zh: "生成预填的申请（窗口须说明理由，留痕）",
      en: "An application prefilled from the question; the counter says why, on record",
    },
    allow: askers,
    body: z.strictObject({ reason: lineOf(500, 4).exactOptional() }),
    facts: ({ id }) => ({ guide: factReference(guide, itemOf(id)) }),
    run: ({ body, facts }) => ({ type: "prefill", guide: facts.guide, ...body }),
    answers: { returns: prefilled, view: viewPrefilled },
  }),
  questions.step("turn", {
    summary: { zh: "关联由咨询转成的申请", en: "Link the application that came of it" },
    allow: askers,
    body: z.strictObject({ application: lineOf(120) }),
    facts: ({ body }) => ({ filed: factReference(application, body.application) }),
    run: ({ body, facts }) => ({ type: "turn", ...body, filed: facts.filed }),
  }),
];
