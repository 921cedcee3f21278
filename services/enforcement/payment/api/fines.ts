import * as z from "zod";
import { list, type Route, resource, severalOf } from "../../../../shared/http/index.ts";
import { lineOf, textOf } from "../../../../shared/text/index.ts";
import type { Role } from "../../../../shared/town/roles.ts";
import { caseRegister, isTheParty, proceeding } from "../../cases/index.ts";
import { fine } from "../domain/decider.ts";
import { endGrounds, pauseGrounds } from "../domain/fine.ts";
import { fineMoves } from "../domain/moves.ts";
import { dueSum, fineRow, fineStatuses, fineView, viewFine, viewFineRow } from "./fine-view.ts";

const staff = [
  "squad-leader",
  "legal-reviewer",
  "leader",
  "supervisor",
  "accountant",
] as const satisfies readonly Role[];
const handlers = ["officer", "squad-leader"] as const satisfies readonly Role[];
const heads = ["leader", "approver"] as const satisfies readonly Role[];
const date = z.iso.date();
const reasons = textOf(2_000, 2);

/** Who handles the case and whose money it is know of a fine; so do those who answer for the team and for the money. */
const fines = resource({
  of: fine,
  at: "/enforcement/fines",
  staff,
  acting: ["approver"],
  own: async ({ state }, actor, { store }) => {
    if (state.handledBy.includes(actor.sub)) return true;
    const of = (await store.load(proceeding, state.proceeding))?.state;
    return of !== undefined && isTheParty(of, actor);
  },
  moves: fineMoves,
  statusOf: ({ status }) => status,
  returns: fineView,
  view: viewFine,
  links: ({ state }) => [caseRegister.link("case", { zh: "案件", en: "Case" }, state.case)],
});

const readers = [...staff, "officer", "approver", "resident"] as const satisfies readonly Role[];

/** Fines and gains that are to be paid (E12). */
export const fineRoutes: readonly Route[] = [
  list("GET /enforcement/fines", {
    summary: { zh: "罚没款：按状态或者案件", en: "Fines by status or case" },
    allow: staff,
    of: fine,
    query: { status: severalOf(fineStatuses).optional(), case: lineOf(120).optional() },
    sorts: ["due"],
    returns: fineRow,
    find: ({ query }) => {
      if (query.case !== undefined) return { index: "byCase", partition: `fine:${query.case}` };
      const asked = query.status ?? (["due"] as const);
      return asked.map((status) => ({ index: "byStatus", partition: `fine:${status}` }));
    },
    keep: ({ state }, { query }) => query.status?.includes(state.status) !== false,
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
      receipt: lineOf(60, 2),
      by: z.enum(["bank", "goods"]).default("bank"),
    }),
    run: ({ body }) => ({ type: "note-payment", ...body }),
  }),
  fines.step("ask-deferral", {
    summary: { zh: "申请延期或者分期缴纳", en: "Ask for more time, or for instalments" },
    allow: ["resident", ...handlers],
    body: z.strictObject({
      kind: z.enum(["deferral", "instalments"]),
      plan: z.array(dueSum).min(1).max(36),
      reasons,
    }),
    run: ({ body }) => ({ type: "ask-deferral", ...body }),
  }),
  fines.step("decide-deferral", {
    summary: { zh: "批准或者不批准延期、分期", en: "Approve or refuse more time or instalments" },
    allow: heads,
    body: z.strictObject({ approved: z.boolean(), reasons }),
    run: ({ body }) => ({ type: "decide-deferral", ...body }),
  }),
  fines.step("demand", {
    summary: { zh: "制作催告书", en: "Draw up the demand" },
    allow: handlers,
    body: z.strictObject({ payee: lineOf(100, 2), account: lineOf(60, 4) }),
    run: ({ body }) => ({ type: "demand", ...body }),
  }),
  fines.step("note-demand-service", {
    summary: { zh: "登记催告书送达", en: "Record that the demand was served" },
    allow: handlers,
    body: z.strictObject({ on: date }),
    run: ({ body }) => ({ type: "note-demand-service", ...body }),
  }),
  fines.step("state-opinion", {
    summary: { zh: "对催告陈述、申辩", en: "State one's case against the demand" },
    allow: ["resident", ...handlers],
    body: z.strictObject({ text: reasons }),
    run: ({ body }) => ({ type: "state-opinion", ...body }),
  }),
  fines.step("hear-opinion", {
    summary: { zh: "复核当事人的意见", en: "Look into what the party said" },
    allow: handlers,
    body: z.strictObject({ adopted: z.boolean(), reasons }),
    run: ({ body }) => ({ type: "hear-opinion", ...body }),
  }),
  fines.step("waive-surcharge", {
    summary: { zh: "当事人采取补救措施后减免加处罚款", en: "Let the surcharge off, once the party has put it right" },
    allow: heads,
    body: z.strictObject({ putRight: reasons }),
    run: ({ body }) => ({ type: "waive-surcharge", ...body }),
  }),
  fines.step("apply-to-court", {
    summary: { zh: "申请人民法院强制执行", en: "Ask the court to enforce" },
    allow: heads,
    body: z.strictObject({ factsAndBasis: reasons, object: reasons }),
    run: ({ body }) => ({ type: "apply-to-court", ...body }),
  }),
  fines.step("court-answered", {
    summary: { zh: "登记法院受理或者不予受理", en: "Record that the court accepted, or did not" },
    allow: handlers,
    body: z.strictObject({ accepted: z.boolean(), on: date, reasons: reasons.exactOptional() }),
    run: ({ body }) => ({ type: "court-answered", ...body }),
  }),
  fines.step("court-ruled", {
    summary: { zh: "登记法院裁定", en: "Record the court's ruling" },
    allow: handlers,
    body: z.strictObject({ enforce: z.boolean(), on: date, reasons: reasons.exactOptional() }),
    run: ({ body }) => ({ type: "court-ruled", ...body }),
  }),
  fines.step("pause", {
    summary: { zh: "中止执行", en: "Pause the enforcement" },
    allow: heads,
    body: z.strictObject({ ground: z.enum(pauseGrounds), reasons }),
    run: ({ body }) => ({ type: "pause", ...body }),
  }),
  fines.step("resume", {
    summary: { zh: "恢复执行", en: "Go on with the enforcement" },
    allow: heads,
    body: z.strictObject({ reasons }),
    run: ({ body }) => ({ type: "resume", ...body }),
  }),
  fines.step("end", {
    summary: { zh: "终结执行", en: "End the enforcement" },
    allow: heads,
    body: z.strictObject({ ground: z.enum(endGrounds), reasons }),
    run: ({ body }) => ({ type: "end", ...body }),
  }),
];
