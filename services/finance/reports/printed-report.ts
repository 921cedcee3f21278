import type { CsvTable } from "../../../shared/csv/index.ts";
import type { Fen } from "../../../shared/money/index.ts";
import { type Block, type DocumentContent, plainDate } from "../../../shared/papers/index.ts";
import type { Sheet } from "../../../shared/spreadsheet/index.ts";
import type { TownProfile } from "../../../shared/town/profile.ts";
import type { AskedReport, Report, ReportRow } from "./domain/report.ts";
import { hundredthsIn, plainIn, type ReportUnit, shownIn, shownRate } from "./domain/shown.ts";
import { budgetWords, classNameIn, columnWord, kindWords, notesOf, rateWord, sideWords, unitWords } from "./words.ts";

/** A report as it is printed or exported: of which book, on which day, in which unit. */
export interface PrintedReport {
  readonly asked: AskedReport;
  readonly report: Report;
  readonly book: { readonly id: string; readonly name: string };
  readonly unit: ReportUnit;
  readonly isClosed: boolean;
  readonly printedOn: string;
  readonly town: Pick<TownProfile, "name" | "documents"> & {
    readonly finance: Pick<TownProfile["finance"], "classes">;
  };
}

/** The figures in the order of the columns; undefined where there is none. */
const inColumns = ({ columns }: Report, figures: ReportRow["figures"]): readonly (Fen | undefined)[] =>
  columns.map((column) => figures.find((one) => one.column === column)?.amount);

const hasRate = ({ kind }: AskedReport): boolean => kind !== "sources";

const titleOf = ({ asked: { kind, year, month }, book }: PrintedReport): string =>
  kind === "final-accounts"
    ? `${year}年度${kindWords[kind]}\n（${book.name}）`
    : `${year}年${month === 12 ? "1—12" : `1—${month}`}月${kindWords[kind]}\n（${book.name}）`;

/** The report as a paper for any printer: one table for each budget and side, each with its total. */
export function reportPaper(printed: PrintedReport): DocumentContent {
  const { asked, report, unit, isClosed, book, town, printedOn } = printed;
  const columns = [
    { title: "科目编码", parts: 4 },
    { title: "科目名称", parts: 6 },
    ...report.columns.map((column) => ({ title: columnWord(column, asked.kind), parts: 6 })),
    ...(hasRate(asked) ? [{ title: rateWord(asked.kind), parts: 4 }] : []),
  ];
  const cells = ({ figures, rateBps }: Pick<ReportRow, "figures" | "rateBps">) => [
    ...inColumns(report, figures).map((amount) => (amount === undefined ? "—" : shownIn(amount, unit))),
    ...(hasRate(asked) ? [shownRate(rateBps)] : []),
  ];
  const blocks = report.totals.flatMap((total): Block[] => [
    { kind: "heading", text: `${budgetWords[total.budget]}${sideWords[total.side]}` },
    {
      kind: "table",
      columns,
      rows: [
        ...report.rows
          .filter(({ budget, side }) => budget === total.budget && side === total.side)
          .map((row) => [row.class, classNameIn(town, row.class), ...cells(row)]),
        ["", "合计", ...cells(total)],
      ],
    },
  ]);
  return {
    ...{ id: `report-${book.id}-${asked.kind}-${asked.year}-${asked.month}`, kind: "report", layout: "record" },
    ...{
      title: titleOf(printed),
      number: `金额单位：${unitWords[unit]}`,
      organ: town.name.zh,
      date: plainDate(printedOn),
    },
    blocks: blocks.length === 0 ? [{ kind: "paragraph", text: "所选期间没有已入账的收支。" }] : blocks,
    ...{ seal: "none", compact: true, notes: notesOf(unit, isClosed), specimen: town.documents.specimen },
  };
}

const fixed = ["预算", "收支", "科目编码", "科目名称"] as const;
const titlesOf = ({ asked, report, unit }: PrintedReport): readonly string[] => [
  ...report.columns.map((column) => `${columnWord(column, asked.kind)}（${unitWords[unit]}）`),
  ...(hasRate(asked) ? [rateWord(asked.kind)] : []),
];
type Line = Pick<ReportRow, "figures" | "rateBps" | "budget" | "side"> & { readonly class?: string };
const linesIn = ({ report }: PrintedReport): readonly Line[] =>
  report.totals.flatMap((total): readonly Line[] => [
    ...report.rows.filter(({ budget, side }) => budget === total.budget && side === total.side),
    total,
  ]);
const fixedCells = ({ town }: PrintedReport, { budget, side, class: code }: Line): readonly string[] => [
  ...[budgetWords[budget], sideWords[side], code ?? "", code === undefined ? "合计" : classNameIn(town, code)],
];

/** The report as a table for machines: amounts without separators. */
export const reportCsv = (printed: PrintedReport): CsvTable => ({
  header: [...fixed, ...titlesOf(printed)],
  rows: linesIn(printed).map((line) => [
    ...fixedCells(printed, line),
    ...inColumns(printed.report, line.figures).map((amount) =>
      amount === undefined ? "" : plainIn(amount, printed.unit),
    ),
    ...(hasRate(printed.asked) ? [line.rateBps === undefined ? "" : shownRate(line.rateBps)] : []),
  ]),
});

const numberOf = (amount: Fen, unit: ReportUnit): number => hundredthsIn(amount, unit) / 100;

/** The report as a sheet: amounts and rates are numbers, all else is text. */
export function reportSheet(printed: PrintedReport): Sheet {
  const { asked, unit } = printed;
  const titles = titlesOf(printed);
  const rate = hasRate(asked) ? titles.length - 1 : -1;
  return {
    name: kindWords[asked.kind],
    columns: [
      ...fixed.map((title) => ({ title, kind: "text" as const, width: 16 })),
      ...titles.map((title, at) => ({ title, kind: at === rate ? ("rate" as const) : ("amount" as const), width: 20 })),
    ],
    rows: linesIn(printed).map((line) => [
      ...fixedCells(printed, line),
      ...inColumns(printed.report, line.figures).map((amount) =>
        amount === undefined ? undefined : numberOf(amount, unit),
      ),
      ...(hasRate(asked) ? [line.rateBps === undefined ? undefined : line.rateBps / 10_000] : []),
    ]),
  };
}
