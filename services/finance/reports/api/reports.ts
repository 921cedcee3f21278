import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { isRejection, present } from "../../../../shared/decider/index.ts";
import { problem, type Route, read, readContent, wholeNumber } from "../../../../shared/http/index.ts";
import { drawHere } from "../../../../shared/printing/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { budgets, origins } from "../../../../shared/town/fiscal-scheme.ts";
import { financeReaders } from "../../common/roles.ts";
import { chartFor } from "../../ledger/domain/accounts.ts";
import { bookAbsent, bookBefore } from "../../ledger/index.ts";
import { type Figure, fixedColumns, reportKinds, reportOf, reportSides } from "../domain/report.ts";
import { type ReportUnit, reportUnits, shownIn } from "../domain/shown.ts";
import type { PrintedReport } from "../printed-report.ts";
import { classNameIn, notesOf } from "../words.ts";
import { factsFor } from "./booked.ts";

const query = z.strictObject({
  kind: z.enum(reportKinds).default("execution"),
  year: wholeNumber(z.int().min(2000).max(2200)).optional(),
  month: wholeNumber(z.int().min(1).max(12)).optional(),
  amountsIn: z.enum(reportUnits).default("yuan"),
});

const column = z.enum([...fixedColumns, ...origins]);
const figure = z.object({
  column,
  amountFen: z.int(),
  /** In the unit asked for, with two decimals. */
  text: z.string(),
  /** The entries that it adds up. */
  entries: z.string().optional(),
});
const reportRow = z.object({
  budget: z.enum([...budgets, "unit"]),
  side: z.enum(reportSides),
  class: z.string(),
  className: z.string(),
  depth: z.int(),
  figures: z.array(figure),
  rateBps: z.int().optional(),
});
export const reportView = z.object({
  book: z.string(),
  kind: z.enum(reportKinds),
  year: z.int(),
  month: z.int(),
  amountsIn: z.enum(reportUnits),
  /** Whether the year is closed and settled: its figures change no more. */
  closed: z.boolean(),
  columns: z.array(z.object({ column })),
  rows: z.array(reportRow),
  totals: z.array(reportRow.omit({ class: true, className: true, depth: true })),
  notes: z.array(z.string()),
});

type Asked = z.output<typeof query>;

/** A report as it stands now; undefined for a book or a year that the town does not have. */
async function reportFor(runtime: Runtime, id: string, asked: Asked): Promise<PrintedReport | undefined> {
  const { town } = runtime;
  const today = todayIn(runtime.clock());
  const book = town.finance.books.find((one) => one.id === id);
  const year = asked.year ?? today.year;
  if (book === undefined || isRejection(chartFor(town.finance.charts, book.kind, year))) return undefined;
  const month = asked.kind === "final-accounts" ? 12 : (asked.month ?? (year < today.year ? 12 : today.month));
  const of = { kind: asked.kind, year, month };
  const standing = await bookBefore(runtime, id);
  return {
    ...{ asked: of, report: reportOf(of, await factsFor(runtime, id, of)), unit: asked.amountsIn, town },
    book: { id, name: book.name.zh },
    isClosed: standing?.settled.includes(year) === true,
    printedOn: today.toString(),
  };
}

/** Where the entries behind a figure are listed. */
function entriesAt(book: string, scope: NonNullable<Figure["scope"]>): string {
  const { year, from, to, class: item, origin } = scope;
  const asked = new URLSearchParams({ book, year: String(year), item, from, to: lastDay(to), ...present({ origin }) });
  return `/finance/entries?${asked}`;
}
/** The last real day of the month of a bound. */
function lastDay(bound: string): string {
  const [year = 0, month = 0] = bound.split("-").map(Number);
  return `${bound.slice(0, 8)}${String(new Date(Date.UTC(year, month, 0)).getUTCDate()).padStart(2, "0")}`;
}

const viewFigure = (book: string, unit: ReportUnit, { column: of, amount, scope }: Figure) => ({
  ...{ column: of, amountFen: amount, text: shownIn(amount, unit) },
  ...(scope === undefined ? {} : { entries: entriesAt(book, scope) }),
});

function viewReport({ asked, report, book, unit, isClosed, town }: PrintedReport) {
  const figures = (all: readonly Figure[]) => all.map((one) => viewFigure(book.id, unit, one));
  return {
    ...{ book: book.id, ...asked, amountsIn: unit, closed: isClosed },
    columns: report.columns.map((one) => ({ column: one })),
    rows: report.rows.map(({ figures: own, rateBps, ...row }) => ({
      ...{ ...row, className: classNameIn(town, row.class), figures: figures(own) },
      ...present({ rateBps }),
    })),
    totals: report.totals.map(({ figures: own, rateBps, ...total }) => ({
      ...{ ...total, figures: figures(own) },
      ...present({ rateBps }),
    })),
    notes: [...notesOf(unit, isClosed)],
  };
}

const policy = { "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:" };
const nameOf = ({ asked, book }: PrintedReport, ending: string) => ({
  "content-disposition": `attachment; filename="${book.id}-${asked.kind}-${asked.year}-${asked.month}.${ending}"`,
});
const notFound = problem(404, "resource.not-found");

/** Reports of booked figures: a month's execution, year against year, by class and source, the final accounts (F-35). */
const routes: readonly Route[] = [
  read("GET /finance/books/{id}/report", {
    summary: {
      zh: "报表：预算执行、上下年对比、分科目分来源、决算；每个数字可查到所属分录",
      en: "A report: execution, year against year, by class and source, final accounts; each figure links to its entries",
    },
    allow: financeReaders,
    query,
    returns: reportView,
    async run({ params: { id = "" }, query: asked }, runtime) {
      const printed = await reportFor(runtime, id, asked);
      return printed === undefined ? notFound : viewReport(printed);
    },
  }),
  readContent("GET /finance/books/{id}/report.html", {
    summary: { zh: "报表（可打印）", en: "The report as a page to be printed" },
    allow: financeReaders,
    produces: "text/html; charset=utf-8",
    query,
    async run({ params: { id = "" }, query: asked }, runtime) {
      const printed = await reportFor(runtime, id, asked);
      if (printed === undefined) return notFound;
      const [{ reportPaper }, { renderHtml }] = await drawing();
      return { content: renderHtml(reportPaper(printed)), headers: policy };
    },
  }),
  readContent("GET /finance/books/{id}/report.pdf", {
    summary: { zh: "报表 PDF", en: "The report as PDF" },
    allow: financeReaders,
    produces: "application/pdf",
    query,
    async run({ params: { id = "" }, query: asked }, runtime) {
      const printed = await reportFor(runtime, id, asked);
      if (printed === undefined) return notFound;
      const [{ reportPaper }] = await drawing();
      const content = new TextEncoder().encode(JSON.stringify(reportPaper(printed)));
      const draw = runtime.drawing ?? drawHere;
      return { content: await draw(content, runtime.clock()), headers: nameOf(printed, "pdf") };
    },
  }),
  readContent("GET /finance/books/{id}/report.csv", {
    summary: { zh: "报表 CSV", en: "The report as CSV" },
    allow: financeReaders,
    produces: "text/csv; charset=utf-8",
    query,
    async run({ params: { id = "" }, query: asked }, runtime) {
      const printed = await reportFor(runtime, id, asked);
      if (printed === undefined) return notFound;
      const [{ reportCsv }, { writeCsv }] = await Promise.all([
        import("../printed-report.ts"),
        import("../../../../shared/csv/index.ts"),
      ]);
      return { content: writeCsv(reportCsv(printed)), headers: nameOf(printed, "csv") };
    },
  }),
  readContent("GET /finance/books/{id}/report.xlsx", {
    summary: {
      zh: "报表 XLSX（金额为数字，编码为文本）",
      en: "The report as XLSX: amounts are numbers, codes are text",
    },
    allow: financeReaders,
    produces: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    query,
    async run({ params: { id = "" }, query: asked }, runtime) {
      const printed = await reportFor(runtime, id, asked);
      if (printed === undefined) return notFound;
      const [{ reportSheet }, { writeXlsx }] = await Promise.all([
        import("../printed-report.ts"),
        import("../../../../shared/spreadsheet/index.ts"),
      ]);
      return { content: await writeXlsx(reportSheet(printed)), headers: nameOf(printed, "xlsx") };
    },
  }),
];
export const reportRoutes: readonly Route[] = routes.map((one) => ({ ...one, absent: bookAbsent }));

const drawing = () => Promise.all([import("../printed-report.ts"), import("../../../../shared/papers/index.ts")]);
