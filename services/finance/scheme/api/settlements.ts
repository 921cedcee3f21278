import * as z from "zod";
import { create, list, problem, type Route, readContent, resource, rowOf } from "../../../../shared/http/index.ts";
import { fenSchema, mostFen } from "../../../../shared/money/index.ts";
import { lineOf, textOf } from "../../../../shared/text/index.ts";
import { financeReaders } from "../../common/roles.ts";
import { schemeFactsSchema } from "../domain/facts.ts";
import { everySettlement, settlement } from "../domain/settlement/decider.ts";
import { type SettlementCommand, settlementMoves } from "../domain/settlement/words.ts";
import { bookedIn } from "./booked.ts";
import { settlementRow, settlementView, viewSettlement } from "./settlement-view.ts";

const settlements = resource({
  of: settlement,
  at: "/finance/settlements",
  staff: financeReaders,
  moves: settlementMoves,
  statusOf: ({ status }) => status,
  returns: settlementView,
  view: viewSettlement,
});

const amount = fenSchema.min(-mostFen).max(mostFen);
const lineRef = { scheme: lineOf(40, 1), version: z.int().min(1).max(1000), line: lineOf(40, 1) };
const document = lineOf(200, 1);
const facts = schemeFactsSchema.prefault({});

/** The settlement of each year: computed from the books, sent, agreed or disputed by line, settled (F-19 to F-25, F-35). */
export const settlementRoutes: readonly Route[] = [
  list("GET /finance/settlements", {
    summary: { zh: "财政体制结算，按年度", en: "Settlements by year" },
    allow: financeReaders,
    of: settlement,
    returns: settlementRow,
    find: () => ({ index: "byStatus", partition: everySettlement }),
    view: rowOf(settlementRow, viewSettlement),
  }),
  create("POST /finance/settlements", {
    summary: { zh: "按已入账数计算某年度结算", en: "Compute the settlement of a year from booked entries" },
    allow: ["accountant"],
    of: settlement,
    body: z.strictObject({ year: z.int().min(2000).max(2200), facts }),
    id: ({ body }) => String(body.year),
    learn: ({ body: { year }, runtime }) => bookedIn(runtime, year),
    run: ({ body, learnt = none }): SettlementCommand => ({ type: "compute", ...body, ...learnt }),
    returns: settlements.returns,
    view: settlements.view,
  }),
  settlements.read({ zh: "一个年度的结算", en: "The settlement of a year" }, financeReaders),
  settlements.step("compute", {
    summary: {
      zh: "重新计算；结果不变则不生成新稿，有变动则逐项列出",
      en: "Compute it again: the same result makes no new sheet, another one lists what changed by line",
    },
    allow: ["accountant"],
    body: z.strictObject({ facts }),
    learn: ({ id, runtime }) => bookedIn(runtime, Number(id)),
    run: ({ id, body, learnt = none }): SettlementCommand => ({
      ...{ type: "compute", year: Number(id), facts: body.facts, ...learnt },
    }),
  }),
  settlements.step("send", {
    summary: { zh: "送县财政核对", en: "Send it to the county" },
    allow: ["finance-approver"],
    body: z.strictObject({ document }),
    run: ({ body }) => ({ type: "send", ...body }),
  }),
  settlements.step("agree", {
    summary: { zh: "登记县财政同意结算", en: "Record that the county agrees" },
    allow: ["finance-approver"],
    body: z.strictObject({ document }),
    run: ({ body }) => ({ type: "agree", ...body }),
  }),
  settlements.step("dispute", {
    summary: {
      zh: "登记县财政有异议的项目、金额和理由",
      en: "Record the lines that the county disputes, its figures and reasons",
    },
    allow: ["finance-approver"],
    body: z.strictObject({
      document,
      disputes: z
        .array(z.strictObject({ ...lineRef, theirsFen: amount, reasons: textOf(500, 2) }))
        .min(1)
        .max(100),
    }),
    run: ({ body: { document: by, disputes } }) => ({
      ...{ type: "dispute", document: by },
      disputes: disputes.map(({ theirsFen, ...one }) => ({ ...one, theirs: theirsFen })),
    }),
  }),
  settlements.step("resolve", {
    summary: { zh: "按文件解决全部异议", en: "Settle all disputed lines by a document" },
    allow: ["finance-approver"],
    body: z.strictObject({
      document,
      rulings: z
        .array(z.strictObject({ ...lineRef, amountFen: amount }))
        .min(1)
        .max(100),
    }),
    run: ({ body: { document: by, rulings } }) => ({
      ...{ type: "resolve", document: by },
      rulings: rulings.map(({ amountFen, ...one }) => ({ ...one, amount: amountFen })),
    }),
  }),
  readContent("GET /finance/settlements/{id}/html", {
    summary: { zh: "结算表（可打印，供县财政核对）", en: "The sheet as a page to be printed and checked by hand" },
    allow: financeReaders,
    produces: "text/html; charset=utf-8",
    async run({ params: { id = "" } }, runtime) {
      const loaded = await runtime.store.load(settlement, id);
      if (loaded === undefined) return problem(404, "resource.not-found");
      const { printedSettlement } = await import("../printed-settlement.ts");
      return {
        content: printedSettlement(loaded.id, loaded.state, runtime.town),
        headers: { "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:" },
      };
    },
  }),
  settlements.history({ zh: "结算的经过", en: "History of a settlement" }, financeReaders),
];

const none = { entries: [], transfers: {} };
