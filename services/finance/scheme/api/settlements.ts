import * as z from "zod";
import { startOfDay } from "../../../../shared/calendar/index.ts";
import { create, list, problem, type Route, readContent, rowOf } from "../../../../shared/http/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import { htmlPolicy, pdfOf } from "../../common/printing.ts";
import { financeReaders } from "../../common/roles.ts";
import { schemeFactsSchema } from "../domain/facts.ts";
import { everySettlement, settlement } from "../domain/settlement/decider.ts";
import type { SettlementCommand } from "../domain/settlement/words.ts";
import { advancesBacked, advancesHeld } from "./advances.ts";
import { bookedAndReceived } from "./booked.ts";
import { settlementAbsent, settlements } from "./settlement-resource.ts";
import { settlementRow, viewSettlement } from "./settlement-view.ts";

const document = lineOf(200, 1);
const facts = schemeFactsSchema.prefault({});

/** The settlement of each year: computed from the books, printed, sent (F-19 to F-25, F-35). */
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
    learn: ({ body: { year }, runtime }) => bookedAndReceived(runtime, year),
    facts: ({ body }) => advancesHeld(body.facts),
    run: ({ body, learnt = none }): SettlementCommand => ({ type: "compute", ...body, ...learnt }),
    others: {
      members: ({ body }) => ({ advances: advancesBacked(body.year, body.facts).members }),
      commands: ({ body, facts }) => ({ advances: advancesBacked(body.year, body.facts).commands(facts.entries) }),
    },
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
    learn: ({ id, runtime }) => bookedAndReceived(runtime, Number(id)),
    facts: ({ body }) => advancesHeld(body.facts),
    run: ({ id, body, learnt = none }): SettlementCommand => ({
      ...{ type: "compute", year: Number(id), facts: body.facts, ...learnt },
    }),
    others: {
      members: ({ id, body }) => ({ advances: advancesBacked(Number(id), body.facts).members }),
      commands: ({ id, body, facts }) => ({
        advances: advancesBacked(Number(id), body.facts).commands(facts.entries),
      }),
    },
  }),
  settlements.step("send", {
    summary: { zh: "送县财政核对", en: "Send it to the county" },
    allow: ["finance-approver"],
    body: z.strictObject({ document }),
    run: ({ body }) => ({ type: "send", ...body }),
  }),
  {
    ...readContent("GET /finance/settlements/{id}/html", {
      summary: { zh: "结算表（可打印，供县财政核对）", en: "The sheet as a page to be printed and checked by hand" },
      allow: financeReaders,
      produces: "text/html; charset=utf-8",
      async run({ params: { id = "" } }, runtime) {
        const loaded = await runtime.store.load(settlement, id);
        if (loaded === undefined) return problem(404, "resource.not-found");
        const { printedSettlement } = await import("../printed-settlement.ts");
        return {
          content: printedSettlement(loaded.id, loaded.state, runtime.town),
          headers: htmlPolicy,
        };
      },
    }),
    absent: settlementAbsent,
  },
  {
    ...readContent("GET /finance/settlements/{id}/pdf", {
      summary: { zh: "结算表（PDF）", en: "The sheet as a PDF" },
      allow: financeReaders,
      produces: "application/pdf",
      async run({ params: { id = "" } }, runtime) {
        const loaded = await runtime.store.load(settlement, id);
        if (loaded === undefined) return problem(404, "resource.not-found");
        const { settlementSheet } = await import("../printed-settlement.ts");
        const content = settlementSheet(loaded.id, loaded.state, runtime.town);
        return pdfOf(content, startOfDay(loaded.state.computedOn), runtime);
      },
    }),
    absent: settlementAbsent,
  },
  settlements.history({ zh: "结算的经过", en: "History of a settlement" }, financeReaders),
];

const none = { entries: [], transfers: {}, received: [] };
