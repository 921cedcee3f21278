import * as z from "zod";
import { startOfDay } from "../../../../shared/calendar/index.ts";
import { present } from "../../../../shared/decider/index.ts";
import {
  create,
  list,
  problem,
  type Route,
  readContent,
  resource,
  rowOf,
  type Viewing,
} from "../../../../shared/http/index.ts";
import { factReferences, type Loaded } from "../../../../shared/store/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import { htmlPolicy, pdfOf } from "../../common/printing.ts";
import { financeReaders } from "../../common/roles.ts";
import { entitlement } from "../domain/decider.ts";
import {
  type DemandLetter,
  type DrawUpLetter,
  demandLetter,
  everyLetter,
  mostDemanded,
} from "../domain/letter/demand-letter.ts";
import { payerNameIn } from "../domain/payers.ts";
import { entitlementStates } from "../domain/standing.ts";

const day = z.iso.date();
const letterView = z.object({
  id: z.string(),
  version: z.int(),
  number: z.string(),
  on: day,
  payer: z.string(),
  payerName: z.string(),
  lines: z.array(
    z.object({
      entitlement: z.string(),
      title: z.string(),
      state: z.enum(entitlementStates),
      document: z.string().optional(),
      formula: z.string().optional(),
      owedFen: z.int().optional(),
      receivedFen: z.int(),
      outstandingFen: z.int().optional(),
      dueOn: day.optional(),
      ageDays: z.int(),
    }),
  ),
});
const letterRow = letterView.omit({ lines: true });

const view = ({ id, version, state }: Loaded<DemandLetter>, { runtime }: Pick<Viewing, "runtime">) => ({
  ...{ id, version, number: state.number, on: state.on, payer: state.payer },
  payerName: payerNameIn(runtime.town, state.payer),
  lines: state.lines.map((one) => ({
    ...{ entitlement: one.id, title: one.title, state: one.state, receivedFen: one.received, ageDays: one.ageDays },
    ...present({ document: one.document, formula: one.formula, dueOn: one.dueOn }),
    ...present({ owedFen: one.owed, outstandingFen: one.outstanding }),
  })),
});

const letters = resource({
  ...{ of: demandLetter, at: "/finance/demand-letters", staff: financeReaders },
  returns: letterView,
  view,
});

const summary = { zh: "商请拨付函", en: "Letters to payers" };

/** Letters that ask the county for what is due (F7). */
export const letterRoutes: readonly Route[] = [
  list("GET /finance/demand-letters", {
    summary,
    allow: financeReaders,
    of: demandLetter,
    sorts: ["on"],
    returns: letterRow,
    find: () => ({ index: "byStatus", partition: everyLetter, descending: true }),
    view: rowOf(letterRow, view),
  }),
  create("POST /finance/demand-letters", {
    summary: {
      zh: "生成商请拨付函：列出逾期和待定的应得事项",
      en: "Draw up a letter that lists what is overdue or open",
    },
    allow: ["finance-approver"],
    of: demandLetter,
    body: z.strictObject({
      payer: lineOf(60, 1),
      entitlements: z.array(lineOf(120, 1)).min(1).max(mostDemanded),
    }),
    id: ({ unique }) => unique,
    facts: ({ body }) => ({ all: factReferences(entitlement, body.entitlements) }),
    run: ({ body, facts }): DrawUpLetter => ({
      ...{ type: "draw-up", payer: body.payer },
      entitlements: body.entitlements.map((id, at) => ({ id, state: facts.all[at] })),
    }),
    returns: letters.returns,
    view: letters.view,
  }),
  letters.read({ zh: "一份函", en: "One letter" }, financeReaders),
  readContent("GET /finance/demand-letters/{id}/html", {
    summary: { zh: "函（可打印）", en: "The letter as a page to be printed" },
    allow: financeReaders,
    produces: "text/html; charset=utf-8",
    async run({ params: { id = "" } }, { store, town }) {
      const found = await store.load(demandLetter, id);
      if (found === undefined) return problem(404, "resource.not-found");
      const [{ renderHtml }, { letterContent }] = await Promise.all([
        import("../../../../shared/papers/index.ts"),
        import("../printed-letter.ts"),
      ]);
      return { content: renderHtml(letterContent(id, found.state, town)), headers: htmlPolicy };
    },
  }),
  readContent("GET /finance/demand-letters/{id}/pdf", {
    summary: { zh: "函（PDF）", en: "The letter as a PDF" },
    allow: financeReaders,
    produces: "application/pdf",
    async run({ params: { id = "" } }, runtime) {
      const found = await runtime.store.load(demandLetter, id);
      if (found === undefined) return problem(404, "resource.not-found");
      const { letterContent } = await import("../printed-letter.ts");
      const content = letterContent(id, found.state, runtime.town);
      return pdfOf(content, startOfDay(found.state.on), runtime);
    },
  }),
  letters.history({ zh: "函的经过", en: "History of a letter" }, financeReaders),
];
