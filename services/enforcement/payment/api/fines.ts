import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import type { Actor } from "../../../../shared/decider/index.ts";
import { fileDigest } from "../../../../shared/files/digest.ts";
import { list, type Route, resource, severalOf } from "../../../../shared/http/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { factReference, member } from "../../../../shared/store/index.ts";
import { lineOf, textOf, titled } from "../../../../shared/text/index.ts";
import type { Role } from "../../../../shared/town/roles.ts";
import type { Proceeding } from "../../cases/domain/proceeding/proceeding.ts";
import { actsForParty, caseRegister, isOfTheProceeding, keysForParty, proceeding } from "../../cases/index.ts";
import { caseHouse, caseOfficers, organHeads } from "../../common/api/roles.ts";
import { goods } from "../../property/domain/decider.ts";
import { delivery } from "../../service-of-papers/domain/decider.ts";
import { fine } from "../domain/decider.ts";
import { endGrounds, pauseGrounds } from "../domain/fine.ts";
import { unsold } from "../domain/goods.ts";
import type { FineCommand } from "../domain/messages.ts";
import { fineMoves } from "../domain/moves.ts";
import { dueSum, fineRow, fineStatuses, fineView, viewFine, viewFineRow } from "./fine-view.ts";

const dayOf = ({ town, clock }: Runtime) => ({ town, today: todayIn(clock()) });
/** Who deals with the case for the town knows of a fine; the accountant of each. */
const isKnown = (handlers: readonly string[], actor: Actor, runtime: Runtime) =>
  actor.roles.includes("accountant") || isOfTheProceeding({ handlers }, actor, dayOf(runtime));
const date = z.iso.date();
const reasons = textOf(2_000, 2);

/** Who deals with the case, and whose money it is, know of a fine; so does the accountant, who is told of the bank's money. */
export const fines = resource({
  of: fine,
  at: "/enforcement/fines",
  staff: ["accountant"],
  own: async ({ state }, actor, runtime) => {
    if (isKnown(state.handledBy, actor, runtime)) return true;
    const of = (await runtime.store.load(proceeding, state.proceeding))?.state;
    return of !== undefined && actsForParty(of, actor, dayOf(runtime).today.toString());
  },
  moves: fineMoves,
  statusOf: ({ status }) => status,
  returns: fineView,
  view: viewFine,
  links: ({ state }) => [caseRegister.link("case", { zh: "案件", en: "Case" }, state.case)],
});

/** Which of these items there are, each once. */
const known = async (ids: readonly string[], { store }: Runtime): Promise<readonly string[]> =>
  (await store.loadAll(goods, [...new Set(ids)])).map(({ id }) => id);

const readers = [...caseHouse, "accountant", "resident"] as const satisfies readonly Role[];

/** The proceeding of a fine has the same id: it says who the party is. */
const partyOf = ({ id }: { readonly id: string }) => ({ of: factReference(proceeding, id) });

/** By whose logins the party speaks today: his own, and those of who acts for him. */
const speaking = ({ of }: { readonly of: Proceeding | undefined }, runtime: Runtime) => ({
  partyKeys: of === undefined ? [] : keysForParty(of, dayOf(runtime).today.toString()),
});

/** Fines and gains that are to be paid (E12). */
export const fineRoutes: readonly Route[] = [
  list("GET /enforcement/fines", {
    summary: { zh: "罚没款：按状态或者案件", en: "Fines by status or case" },
    allow: [...caseHouse, "accountant"],
    of: fine,
    query: { status: severalOf(fineStatuses).optional(), case: lineOf(120).optional() },
    sorts: ["due"],
    returns: fineRow,
    find: ({ query }) => {
      if (query.case !== undefined) return { index: "byCase", partition: `fine:${query.case}`, unsorted: true };
      const asked = query.status ?? (["due"] as const);
      return asked.map((status) => ({ index: "byStatus", partition: `fine:${status}` }));
    },
    keep: ({ state }, { query, actor, runtime }) =>
      actor !== undefined && isKnown(state.handledBy, actor, runtime) && query.status?.includes(state.status) !== false,
    view: viewFineRow,
  }),
  fines.read({ zh: "一笔罚没款", en: "One fine" }, readers),
  fines.history({ zh: "一笔罚没款的经过", en: "All that happened to a fine" }, readers),
  fines.step("note-payment", {
    summary: { zh: "登记到账（银行凭证；执法人员不得登记）", en: "Record money that came in, by the bank's slip" },
    allow: ["accountant"],
    body: z.strictObject({
      amountFen: z.int().min(1).max(100_000_000_000),
      on: date,
      receipt: titled(lineOf(60, 2), { zh: "凭证号", en: "Receipt" }),
      by: z.enum(["bank", "goods"]).default("bank"),
    }),
    run: ({ body }) => ({ type: "note-payment", ...body }),
  }),
  fines.step("ask-deferral", {
    summary: { zh: "申请延期或者分期缴纳", en: "Ask for more time, or for instalments" },
    allow: ["resident", ...caseOfficers],
    body: z.strictObject({
      kind: z.enum(["deferral", "instalments"]),
      plan: z.array(dueSum).min(1).max(36),
      reasons,
    }),
    facts: partyOf,
    run: ({ body, facts, runtime }): FineCommand => ({ type: "ask-deferral", ...body, ...speaking(facts, runtime) }),
  }),
  fines.step("decide-deferral", {
    summary: { zh: "批准或者不批准延期、分期", en: "Approve or refuse more time or instalments" },
    allow: organHeads,
    body: z.strictObject({ approved: z.boolean(), reasons }),
    run: ({ body }) => ({ type: "decide-deferral", ...body }),
  }),
  fines.step("demand", {
    summary: { zh: "制作催告书", en: "Draw up the demand" },
    allow: caseOfficers,
    body: z.strictObject({ payee: lineOf(100, 2), account: lineOf(60, 4) }),
    run: ({ body }) => ({ type: "demand", ...body }),
  }),
  fines.step("note-demand-service", {
    summary: { zh: "催告书已送达（以送达记录为准）", en: "The demand was served, by its delivery" },
    allow: caseOfficers,
    body: z.strictObject({ delivery: titled(lineOf(120), { zh: "送达记录", en: "Delivery" }) }),
    facts: ({ body }) => ({ delivery: factReference(delivery, body.delivery) }),
    run: ({ facts }): FineCommand => ({ type: "note-demand-service", delivery: facts.delivery }),
  }),
  fines.step("state-opinion", {
    summary: { zh: "对催告陈述、申辩", en: "State one's case against the demand" },
    allow: ["resident", ...caseOfficers],
    body: z.strictObject({ text: reasons }),
    facts: partyOf,
    run: ({ body, facts, runtime }): FineCommand => ({ type: "state-opinion", ...body, ...speaking(facts, runtime) }),
  }),
  fines.step("hear-opinion", {
    summary: { zh: "复核当事人的意见", en: "Look into what the party said" },
    allow: caseOfficers,
    body: z.strictObject({ adopted: z.boolean(), reasons }),
    run: ({ body }) => ({ type: "hear-opinion", ...body }),
  }),
  fines.step("waive-surcharge", {
    summary: { zh: "当事人采取补救措施后减免加处罚款", en: "Let the surcharge off, once the party has put it right" },
    allow: organHeads,
    body: z.strictObject({ putRight: reasons }),
    run: ({ body }) => ({ type: "waive-surcharge", ...body }),
  }),
  fines.step("take-goods", {
    summary: {
      zh: "拍卖已查封、扣押的财物抵缴罚款",
      en: "Auction goods that are seized already for the fine",
    },
    allow: organHeads,
    body: z.strictObject({ goods: z.array(lineOf(100)).min(1).max(20), reasons }),
    learn: ({ body, runtime }) => known(body.goods, runtime),
    learnsFromTable: true,
    run: ({ body, learnt }) => ({ type: "take-goods", ...body, goods: [...new Set(body.goods)], known: learnt ?? [] }),
    others: {
      members: ({ learnt }) => ({ goods: (learnt ?? []).map((one) => member(goods, one)) }),
      commands: ({ id, learnt }) => ({
        goods: (learnt ?? []).map(() => ({ type: "set-against" as const, proceeding: id })),
      }),
    },
  }),
  fines.step("note-auction", {
    summary: { zh: "登记拍卖所得（抵缴，余款退还）", en: "Record what an item brought; what is too much goes back" },
    allow: ["accountant"],
    body: z.strictObject({
      item: lineOf(100),
      amountFen: z.int().min(1).max(100_000_000_000),
      record: fileDigest,
      receipt: titled(lineOf(60, 2), { zh: "凭证号", en: "Receipt" }),
    }),
    learn: ({ body, runtime }) => known([body.item], runtime),
    learnsFromTable: true,
    run: ({ body: { record: _record, ...body } }) => ({ type: "note-auction", ...body }),
    others: {
      members: ({ learnt }) => ({ goods: (learnt ?? []).map((one) => member(goods, one)) }),
      commands: ({ id, body: { item: _item, ...sold }, learnt }) => ({
        goods: (learnt ?? []).map(() => ({ type: "auction" as const, proceeding: id, ...sold })),
      }),
    },
  }),
  fines.step("release-goods", {
    summary: { zh: "流拍等财物不再抵缴，退还当事人", en: "Give back what found no buyer; the debt stays" },
    allow: organHeads,
    body: z.strictObject({ goods: z.array(lineOf(100)).min(1).max(20), reasons }),
    learn: ({ body, runtime }) => known(body.goods, runtime),
    learnsFromTable: true,
    run: ({ body }) => ({ type: "release-goods", ...body, goods: [...new Set(body.goods)] }),
    others: {
      members: ({ learnt }) => ({ goods: (learnt ?? []).map((one) => member(goods, one)) }),
      commands: ({ learnt }) => ({
        goods: (learnt ?? []).map(() => ({ type: "release" as const, ground: "fine-settled" as const })),
      }),
    },
  }),
  fines.step("apply-to-court", {
    summary: { zh: "申请人民法院强制执行", en: "Ask the court to enforce" },
    allow: organHeads,
    body: z.strictObject({
      factsAndBasis: titled(reasons, { zh: "事实、理由和依据", en: "Facts and basis" }),
      object: reasons,
    }),
    run: ({ body }) => ({ type: "apply-to-court", ...body }),
  }),
  fines.step("court-answered", {
    summary: { zh: "登记法院受理或者不予受理", en: "Record that the court accepted, or did not" },
    allow: caseOfficers,
    body: z.strictObject({
      accepted: z.boolean(),
      on: date,
      reasons: reasons.exactOptional(),
      defects: z.boolean().exactOptional(),
    }),
    run: ({ body }) => ({ type: "court-answered", ...body }),
  }),
  fines.step("court-ruled", {
    summary: { zh: "登记法院裁定", en: "Record the court's ruling" },
    allow: caseOfficers,
    body: z.strictObject({ enforce: z.boolean(), on: date, reasons: reasons.exactOptional() }),
    run: ({ body }) => ({ type: "court-ruled", ...body }),
  }),
  fines.step("pause", {
    summary: { zh: "中止执行", en: "Pause the enforcement" },
    allow: organHeads,
    body: z.strictObject({ ground: z.enum(pauseGrounds), reasons }),
    run: ({ body }) => ({ type: "pause", ...body }),
  }),
  fines.step("resume", {
    summary: { zh: "恢复执行", en: "Go on with the enforcement" },
    allow: organHeads,
    body: z.strictObject({ reasons }),
    run: ({ body }) => ({ type: "resume", ...body }),
  }),
  fines.step("end", {
    summary: { zh: "终结执行", en: "End the enforcement" },
    allow: organHeads,
    body: z.strictObject({ ground: z.enum(endGrounds), reasons }),
    learn: async ({ id, runtime }) => {
      const found = (await runtime.store.load(fine, id))?.state;
      return found === undefined ? [] : unsold(found);
    },
    learnsFromTable: true,
    run: ({ body }) => ({ type: "end", ...body }),
    others: {
      members: ({ learnt }) => ({ goods: (learnt ?? []).map((one) => member(goods, one)) }),
      commands: ({ learnt }) => ({
        goods: (learnt ?? []).map(() => ({ type: "release" as const, ground: "fine-settled" as const })),
      }),
    },
  }),
];
