import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import type { Actor } from "../../../../shared/decider/index.ts";
import { fileDigest } from "../../../../shared/files/digest.ts";
import { create, list, type Route, resource, severalOf } from "../../../../shared/http/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { factReference, heldFact } from "../../../../shared/store/index.ts";
import { lineOf, textOf, titled } from "../../../../shared/text/index.ts";
import type { Role } from "../../../../shared/town/roles.ts";
import { caseRegister, isOfTheProceeding, isTheParty, penaltyCase, placeOf, proceeding } from "../../cases/index.ts";
import { caseHouse, caseOfficers, organHeads } from "../../common/api/roles.ts";
import { publication } from "../domain/decider.ts";
import type { PublicationCommand } from "../domain/messages.ts";
import { publicationMoves } from "../domain/moves.ts";
import { type Publication, publicationStatuses } from "../domain/publication.ts";
import { publicationIdOf } from "../domain/publication-id.ts";
import { publicationRow, publicationView, viewPublication, viewPublicationRow } from "./publication-view.ts";

const isKnown = ({ handlers }: Publication, actor: Actor, { town, clock }: Runtime) =>
  isOfTheProceeding({ handlers }, actor, { town, today: todayIn(clock()) });
/** The party by his login; the counter or an officer with his paper. */
const speakers = ["resident", ...caseOfficers] as const satisfies readonly Role[];
const readers = [...caseHouse, "resident"] as const satisfies readonly Role[];
const reasons = textOf(2_000, 2);
const paper = titled(fileDigest.exactOptional(), { zh: "当事人书面材料的摘要值", en: "Digest of the party's paper" });

/** Who deals with the case, and the party, know of a publication before and after it is public. */
export const publications = resource({
  of: publication,
  at: "/enforcement/publications",
  staff: [],
  own: async ({ state }, actor, runtime) => {
    if (isKnown(state, actor, runtime)) return true;
    const of = (await runtime.store.load(proceeding, state.proceeding))?.state;
    return of !== undefined && isTheParty(of, actor);
  },
  moves: publicationMoves,
  statusOf: ({ status }) => status,
  returns: publicationView,
  view: viewPublication,
  links: ({ state }) => [caseRegister.link("case", { zh: "案件", en: "Case" }, state.case)],
});

/** The decision as it stands when the step is committed, and its case. */
const knownBy = (id: string) => ({
  decided: heldFact(factReference(proceeding, id)),
  of: factReference(penaltyCase, placeOf(id).caseId),
});
const known = async ({ id, runtime }: { readonly id: string; readonly runtime: Runtime }) =>
  knownBy((await runtime.store.load(publication, id))?.state.proceeding ?? "");

/** Published decisions as the town works on them (CF-48, CF-48a). */
export const publicationRoutes: readonly Route[] = [
  create("POST /enforcement/publications", {
    summary: { zh: "提出公开一项处罚决定", en: "Propose to publish a decision that no list names" },
    allow: caseOfficers,
    of: publication,
    body: z.strictObject({
      proceeding: lineOf(120),
      decision: titled(lineOf(100), { zh: "决定书文号", en: "Number of the decision" }),
      reasons,
    }),
    returns: publications.returns,
    id: ({ body, runtime }) => publicationIdOf(runtime.keyed, body.proceeding, body.decision),
    facts: ({ body }) => knownBy(body.proceeding),
    run: ({ body, facts }): PublicationCommand => ({
      type: "propose",
      number: body.decision,
      reasons: body.reasons,
      ...facts,
    }),
    view: publications.view,
  }),
  list("GET /enforcement/publications", {
    summary: {
      zh: "处罚决定的公开：按状态（缺省为待审定）或者案件",
      en: "Publications by status (waiting for the head, if none is named) or case",
    },
    allow: caseHouse,
    of: publication,
    query: { status: severalOf(publicationStatuses).optional(), case: lineOf(120).optional() },
    sorts: ["decidedOn"],
    returns: publicationRow,
    find: ({ query }) => {
      if (query.case !== undefined) return { index: "byCase", partition: `publication:${query.case}`, unsorted: true };
      const asked = query.status ?? (["proposed"] as const);
      return asked.map((status) => ({ index: "byStatus", partition: `publication:${status}` }));
    },
    keep: ({ state }, { query, actor, runtime }) =>
      actor !== undefined && isKnown(state, actor, runtime) && query.status?.includes(state.status) !== false,
    view: viewPublicationRow,
  }),
  publications.read({ zh: "一项处罚决定的公开", en: "One publication" }, readers),
  publications.history({ zh: "一项公开的经过", en: "All that happened to a publication" }, caseHouse),
  publications.step("name-secrets", {
    summary: { zh: "指明商业秘密（公开文字不得出现）", en: "Name business secrets, which no public text says" },
    allow: speakers,
    body: z.strictObject({ words: z.array(lineOf(100, 2)).min(1).max(50), paper }),
    facts: known,
    run: ({ body, facts }) => ({ type: "name-secrets", ...body, decided: facts.decided }),
  }),
  publications.step("publish", {
    summary: { zh: "审定公开", en: "Let the public read it" },
    allow: organHeads,
    body: z.strictObject({
      summary: titled(textOf(1_000, 2), { zh: "公开的事实摘要", en: "The facts in short, for the public" }),
      otherSites: z.array(lineOf(200, 2)).max(10).default([]),
    }),
    facts: known,
    run: ({ body: { summary, otherSites }, facts }) => ({ type: "publish", summary, elsewhere: otherSites, ...facts }),
  }),
  publications.step("decline", {
    summary: { zh: "审定不公开", en: "Decide that it is not published" },
    allow: organHeads,
    body: z.strictObject({ reasons }),
    facts: known,
    run: ({ body, facts }) => ({ type: "decline", ...body, ...facts }),
  }),
  publications.step("ask-repair", {
    summary: { zh: "申请信用修复（附信用承诺）", en: "Ask for the repair of credit, with a promise" },
    allow: speakers,
    body: z.strictObject({
      promise: titled(fileDigest, { zh: "信用承诺书的摘要值", en: "Digest of the signed promise" }),
      paper,
    }),
    facts: known,
    run: ({ body, facts }) => ({ type: "ask-repair", ...body, decided: facts.decided }),
  }),
  publications.step("withdraw-repair", {
    summary: { zh: "撤回信用修复申请", en: "Take the request for repair back" },
    allow: speakers,
    body: z.strictObject({ paper }),
    facts: known,
    run: ({ body, facts }) => ({ type: "withdraw-repair", ...body, decided: facts.decided }),
  }),
  publications.step("decide-repair", {
    summary: { zh: "审定信用修复", en: "Decide on the repair" },
    allow: organHeads,
    body: z.strictObject({ approved: z.boolean(), reasons }),
    facts: known,
    run: ({ body, facts }) => ({ type: "decide-repair", ...body, ...facts }),
  }),
  publications.step("note-taken-down", {
    summary: { zh: "登记其他网站已经撤下", en: "Record that it is gone from the other places" },
    allow: caseOfficers,
    body: z.strictObject({ proof: fileDigest }),
    run: ({ body }) => ({ type: "note-taken-down", ...body }),
  }),
];
