import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { type Actor, present } from "../../../../shared/decider/index.ts";
import { create, list, type Route, resource, rowOf, severalOf } from "../../../../shared/http/index.ts";
import { officialNumber } from "../../../../shared/papers/official-number-schema.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { factReferences, type Loaded, member } from "../../../../shared/store/index.ts";
import { lineOf, textOf, titled } from "../../../../shared/text/index.ts";
import { caseRegister, isOfTheProceeding, penaltyCase } from "../../cases/index.ts";
import { caseHouse, caseOfficers, organHeads } from "../../common/api/roles.ts";
import { mayReadLead } from "../../leads/domain/who.ts";
import { lead, leads, receiving } from "../../leads/index.ts";
import { letter } from "../domain/letter/decider.ts";
import {
  assistanceRefusals,
  type Letter,
  lastDayOf,
  letterKinds,
  letterStatuses,
  referredTo,
  supervisionPapers,
} from "../domain/letter/letter.ts";
import { letterMoves } from "../domain/letter/moves.ts";
import { caseIn, commandOf, inWriting, moving, opened, referredCase, writing } from "./letter-writing.ts";

const date = z.iso.date();
const words = textOf(4_000, 2);
const document = titled(lineOf(100, 2), { zh: "文号", en: "Number of the paper" });
const answerBy = titled(date, { zh: "答复期限", en: "Last day for the answer" });

const letterView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(letterStatuses),
  kind: z.enum(letterKinds),
  department: z.string(),
  case: z.string().optional(),
  referredTo: z.enum(referredTo).optional(),
  supervisionPaper: z.enum(supervisionPapers).optional(),
  lead: z.string().optional(),
  number: officialNumber.optional(),
  theirNumber: z.string().optional(),
  on: date,
  answerBy,
  late: z.boolean(),
  subject: z.string(),
  responsible: z.string().optional(),
  receiptOn: date.optional(),
  answer: z.object({ on: date, agreed: z.boolean(), document }).optional(),
  endedOn: date.optional(),
});

function viewLetter({ id, version, state }: Loaded<Letter>) {
  const { status, kind, organ, on, subject, number, theirNumber, responsible, receiptOn, answer, endedOn } = state;
  return {
    ...{
      id,
      version,
      status,
      kind,
      department: organ,
      on,
      subject,
      answerBy: lastDayOf(state),
      late: state.late === true,
    },
    ...present({
      case: state.case,
      referredTo: state.to,
      supervisionPaper: state.paper,
      number,
      theirNumber,
      lead: state.lead,
    }),
    ...present({ responsible, receiptOn, endedOn, answer }),
  };
}
const letterRow = letterView.pick({
  id: true,
  version: true,
  status: true,
  kind: true,
  department: true,
  case: true,
  on: true,
  answerBy: true,
  late: true,
});

const isKnown = ({ handlers }: Letter, actor: Actor, { town, clock }: Runtime) =>
  isOfTheProceeding({ handlers }, actor, { town, today: todayIn(clock()) });

/** Who wrote it or answers it, who handles its case, and who oversees the office. */
export const letters = resource({
  of: letter,
  at: "/enforcement/letters",
  staff: [],
  own: ({ state }, actor, runtime) => isKnown(state, actor, runtime),
  moves: letterMoves,
  statusOf: ({ status }) => status,
  returns: letterView,
  view: viewLetter,
  links: ({ state }) => [
    caseRegister.link("case", { zh: "案件", en: "Case" }, state.case),
    leads.link("lead", { zh: "线索", en: "Lead" }, state.lead),
  ],
});
leads.linked(({ state: { source } }) => [
  letters.link(
    "letter",
    { zh: "移送来函", en: "Letter of referral" },
    source.kind === "transfer" || source.kind === "police" ? source.id : undefined,
  ),
]);

const stateOf = async ({ id, runtime }: { readonly id: string; readonly runtime: Runtime }) => {
  const state = (await runtime.store.load(letter, id))?.state;
  return state === undefined ? undefined : { state };
};
type Learnt = Awaited<ReturnType<typeof stateOf>>;

/** CF-27a: what the police said of a case, and that it came back, the case learns in the same commit. */
const toldCase = (learnt: Learnt, to: readonly Letter["to"][]) => {
  const { state } = learnt ?? {};
  return state?.kind === "referral" && state.case !== undefined && to.includes(state.to)
    ? [member(penaltyCase, state.case)]
    : [];
};

const writers = [...caseOfficers, ...organHeads, "supervisor"] as const;
const office = [...caseOfficers, ...organHeads] as const;

/** Letters between the town's organ and others: requests for assistance, referrals, papers of supervision. */
export const letterRoutes: readonly Route[] = [
  create("POST /enforcement/letters", {
    summary: {
      zh: "请求协助、登记他机关的协助请求、移送案件、登记移送来函（形成线索）、登记监督文书",
      en: "Ask for assistance, take in a request, refer a case, take in a referral with its lead, or a paper of supervision",
    },
    allow: writers,
    of: letter,
    body: writing,
    blames: inWriting,
    returns: letters.returns,
    id: ({ unique }) => unique,
    // A lead that he may not read does not exist for him.
    learn: async ({ body, actor, runtime }) => {
      if (body.kind !== "referral-received" || !("id" in body.lead)) return false;
      const found = (await runtime.store.load(lead, body.lead.id))?.state;
      return found !== undefined && mayReadLead(found, actor, runtime.town);
    },
    facts: ({ body }) => {
      const of = caseIn(body);
      return { of: factReferences(penaltyCase, of === undefined ? [] : [of]) };
    },
    run: ({ id, body, facts, learnt }) => commandOf(body, { id, of: facts.of[0], known: learnt === true }),
    others: {
      members: ({ id, body }) => ({
        cases: referredCase(body).map((one) => member(penaltyCase, one)),
        leads: opened(body).map(() => member(lead, id, { expects: "new" })),
      }),
      commands: ({ id, body, runtime }) => ({
        cases: moving(id, body, runtime.town),
        leads: opened(body).map((said) =>
          receiving(
            said,
            { kind: body.kind === "referral-received" && body.from === "police" ? "police" : "transfer", id },
            runtime.keyed,
          ),
        ),
      }),
    },
    view: letters.view,
  }),
  list("GET /enforcement/letters", {
    summary: {
      zh: "往来函件：按状态（缺省为未办结）或者案件",
      en: "Letters by status (open ones if none is named) or case",
    },
    allow: caseHouse,
    of: letter,
    query: {
      status: severalOf(letterStatuses).optional(),
      case: lineOf(120).optional(),
      kind: z.enum(letterKinds).optional(),
    },
    sorts: ["due"],
    returns: letterRow,
    find: ({ query }) => {
      if (query.case !== undefined) return { index: "byCase", partition: `letter:${query.case}`, unsorted: true };
      const asked = query.status ?? (["sent", "received", "taken"] as const);
      return asked.map((status) => ({ index: "byStatus", partition: `letter:${status}` }));
    },
    keep: ({ state }, { query, actor, runtime }) =>
      actor !== undefined &&
      isKnown(state, actor, runtime) &&
      query.status?.includes(state.status) !== false &&
      (query.kind === undefined || query.kind === state.kind),
    view: rowOf(letterRow, viewLetter),
  }),
  letters.read({ zh: "一件函件", en: "One letter" }, caseHouse),
  letters.history({ zh: "函件办理的经过", en: "All that happened to a letter" }, caseHouse),
  letters.step("note-receipt", {
    summary: { zh: "登记对方收到", en: "The other organ received it" },
    allow: office,
    body: z.strictObject({ on: date, document }),
    run: ({ body }) => ({ type: "note-receipt", ...body }),
  }),
  letters.step("note-answer", {
    summary: {
      zh: "登记对方答复（协助、受理、立案与否）",
      en: "The other organ answered: it helps, takes or files it, or not",
    },
    allow: office,
    body: z.strictObject({ agreed: z.boolean(), on: date, document }),
    learn: stateOf,
    learnsFromTable: true,
    run: ({ body }) => ({ type: "note-answer", ...body }),
    others: {
      members: ({ learnt }) => ({ cases: toldCase(learnt, ["police"]) }),
      commands: ({ body, learnt }) => ({
        cases: toldCase(learnt, ["police"]).map(() => ({
          ...{ type: "police-answer" as const, filed: body.agreed, on: body.on, document: body.document },
        })),
      }),
    },
  }),
  letters.step("note-return", {
    summary: { zh: "登记案件退回", en: "The case came back" },
    allow: office,
    body: z.strictObject({ on: date, document }),
    learn: stateOf,
    learnsFromTable: true,
    run: ({ body }) => ({ type: "note-return", ...body }),
    others: {
      members: ({ learnt }) => ({ cases: toldCase(learnt, ["police", "organ"]) }),
      commands: ({ body, learnt }) => ({
        cases: toldCase(learnt, ["police", "organ"]).map(() => ({
          ...{ type: learnt?.state.to === "police" ? ("return-from-police" as const) : ("return-from-organ" as const) },
          ...{ on: body.on, document: body.document },
        })),
      }),
    },
  }),
  letters.step("withdraw", {
    summary: { zh: "撤回协助请求", en: "Take a request for assistance back" },
    allow: office,
    body: z.strictObject({ reasons: words }),
    run: ({ body }) => ({ type: "withdraw", ...body }),
  }),
  letters.step("take", {
    summary: { zh: "确定承办人（负责人）", en: "Say who answers it, as the head" },
    allow: organHeads,
    body: z.strictObject({ responsible: lineOf(100) }),
    run: ({ body }) => ({ type: "take", ...body }),
  }),
  letters.step("refuse", {
    summary: { zh: "不予协助（负责人，法定理由）", en: "Do not help, as the head, for a reason of the law" },
    allow: organHeads,
    body: z.strictObject({ ground: z.enum(assistanceRefusals), reasons: words, document }),
    run: ({ body }) => ({ type: "refuse", ...body }),
  }),
  letters.step("reply", {
    summary: { zh: "答复（承办人或者负责人）", en: "Answer it, as the person responsible or the head" },
    allow: caseHouse,
    body: z.strictObject({ text: words, document }),
    facts: async (asked) => {
      const of = (await stateOf(asked))?.state.lead;
      return { leads: factReferences(lead, of === undefined ? [] : [of]) };
    },
    run: ({ body, facts }) => ({ type: "reply", ...body, lead: facts.leads[0]?.status }),
  }),
];
