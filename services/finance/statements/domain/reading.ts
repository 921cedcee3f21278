import { Temporal } from "temporal-polyfill";
import { add, type Fen, fen, negate, parseYuan } from "../../../../shared/money/index.ts";
import type { BankLayout } from "../../../../shared/town/finance.ts";

/** What is wrong with a line of a file. */
export const lineFaults = [
  "column-missing",
  "serial-missing",
  "serial-twice",
  "serial-otherwise",
  "day-malformed",
  "day-outside",
  "amount-malformed",
  "amount-zero",
  "both-sides",
  "direction-unknown",
  "balance-differs",
  "scientific-notation",
  "not-a-table",
] as const;
export type LineFault = (typeof lineFaults)[number];
/** A bad line, by its place in the file. */
export interface Fault {
  readonly line: number;
  readonly fault: LineFault;
  readonly column?: string;
}

/** A line as the bank wrote it. Above zero: money came in. */
export interface FileLine {
  readonly line: number;
  readonly serial: string;
  readonly on: string;
  readonly amount: Fen;
  readonly name?: string;
  readonly number?: string;
  readonly text?: string;
  readonly balance?: Fen;
}
export interface FileRead {
  readonly lines: readonly FileLine[];
  readonly faults: readonly Fault[];
}
/** A row of the table: its cells, and the line of the file on which it stands. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A number that a table made of digits, as 6.22848E+18: its last digits are lost. */
const isScientific = (text: string): boolean => /^[+-]?\d+(?:\.\d+)?E[+-]?\d+$/i.test(text);

const shapes = {
  "2026-03-02": /^(\d{4})-(\d{2})-(\d{2})$/,
  "20260302": /^(\d{4})(\d{2})(\d{2})$/,
  "2026/3/2": /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/,
} as const;

/** A day as this bank writes it; undefined where it is none. */
export function dayOf(text: string, date: BankLayout["date"]): string | undefined {
  const [, year, month, day] = shapes[date].exec(text) ?? [];
  if (year === undefined) return undefined;
  try {
    const of = { year: Number(year), month: Number(month), day: Number(day) };
    return Temporal.PlainDate.from(of, { overflow: "reject" }).toString();
  } catch {
    return undefined;
  }
}

type Read = { readonly amount: Fen } | { readonly fault: LineFault; readonly column: string };
const yuan = (text: string, column: string): Read => {
  if (isScientific(text)) return { fault: "scientific-notation", column };
  const read = parseYuan(text);
  return read.ok ? { amount: read.value } : { fault: "amount-malformed", column };
};

/** The amount of a line, by the way in which this bank writes its sign. */
function amountOf(sign: BankLayout["sign"], cell: (column: string) => string): Read {
  if (sign.by === "sign") return yuan(cell(sign.amount), sign.amount);
  if (sign.by === "word") {
    const [word, read] = [cell(sign.word), yuan(cell(sign.amount), sign.amount)];
    if (!("amount" in read)) return read;
    if (read.amount < 0) return { fault: "amount-malformed", column: sign.amount };
    if (word !== sign.in && word !== sign.out) return { fault: "direction-unknown", column: sign.word };
    return word === sign.in ? read : { amount: negate(read.amount) };
  }
  const [into, out] = [sign.in, sign.out].map((column) => {
    const text = cell(column);
    return text === "" ? ({ amount: fen(0) } as const) : yuan(text, column);
  });
  if (into === undefined || !("amount" in into)) return into ?? { fault: "amount-malformed", column: sign.in };
  if (out === undefined || !("amount" in out)) return out ?? { fault: "amount-malformed", column: sign.out };
  if (into.amount !== 0 && out.amount !== 0) return { fault: "both-sides", column: sign.in };
  return { amount: into.amount === 0 ? negate(out.amount) : into.amount };
}

const columnsOf = ({ columns, sign }: BankLayout): readonly string[] => [
  ...Object.values(columns),
  ...(sign.by === "column" ? [sign.in, sign.out] : [sign.amount]),
  ...(sign.by === "word" ? [sign.word] : []),
];

/**
 * The lines of a file by the layout of its bank, the oldest first, and every bad line with its fault. Equal amounts are two lines: the serial
 * number alone says what is the same.
 */
export function linesIn(
  rows: readonly Row[],
  layout: BankLayout,
  days: { readonly from: string; readonly to: string },
): FileRead {
  const [head, ...body] = rows.slice(layout.skip);
  const missing = columnsOf(layout).filter((column) => head?.cells.includes(column) !== true);
  if (head === undefined || missing.length > 0) {
    const line = head?.line ?? 1;
    return { lines: [], faults: missing.map((column) => ({ line, fault: "column-missing", column })) };
  }
  const places = new Map(head.cells.map((name, at) => [name, at]));
  const faults: Fault[] = [];
  const seen = new Set<string>();
  const lines: FileLine[] = [];
  for (const row of body) {
    const read = lineOfRow(row, layout, places, days);
    if (seen.has(read.serial)) faults.push({ line: row.line, fault: "serial-twice", column: layout.columns.serial });
    seen.add(read.serial);
    faults.push(...read.faults);
    if (read.line !== undefined) lines.push(read.line);
  }
  return { lines: layout.newestFirst ? lines.toReversed() : lines, faults };
}

interface RowRead {
  readonly serial: string;
  readonly line?: FileLine;
  readonly faults: readonly Fault[];
}
function lineOfRow(
  { line, cells }: Row,
  { columns, sign, date }: BankLayout,
  places: ReadonlyMap<string, number>,
  { from, to }: { readonly from: string; readonly to: string },
): RowRead {
  const cell = (column: string): string => cells[places.get(column) ?? -1]?.trim() ?? "";
  const optional = (column: string | undefined): string | undefined => {
    const text = column === undefined ? "" : cell(column);
    return text === "" ? undefined : text;
  };
  const serial = cell(columns.serial);
  const faults: Fault[] = [];
  const wrong = (fault: LineFault, column: string) => faults.push({ line, fault, column });
  if (serial === "") wrong("serial-missing", columns.serial);
  if (isScientific(serial)) wrong("scientific-notation", columns.serial);
  const number = optional(columns.number);
  if (number !== undefined && columns.number !== undefined && isScientific(number))
    wrong("scientific-notation", columns.number);
  const on = dayOf(cell(columns.on), date);
  if (on === undefined) wrong("day-malformed", columns.on);
  else if (on < from || on > to) wrong("day-outside", columns.on);
  const read = amountOf(sign, cell);
  if ("fault" in read) wrong(read.fault, read.column);
  else if (read.amount === 0) wrong("amount-zero", sign.by === "column" ? sign.in : sign.amount);
  const balance = columns.balance === undefined ? undefined : yuan(cell(columns.balance), columns.balance);
  if (balance !== undefined && "fault" in balance) wrong(balance.fault, balance.column);
  if (faults.length > 0 || on === undefined || "fault" in read) return { serial, faults };
  const texts = { name: optional(columns.name), number, text: optional(columns.text) };
  const given = Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined));
  const after = balance !== undefined && "amount" in balance ? { balance: balance.amount } : {};
  return { serial, faults, line: { line, serial, on, amount: read.amount, ...given, ...after } };
}

/** Lines whose balance is not the one before with their amount: a line is missing, or stands twice. */
export function balanceFaults(lines: readonly FileLine[], opening: Fen): readonly Fault[] {
  let before = opening;
  return lines.flatMap(({ line, amount, balance }): Fault[] => {
    const after = add(before, amount);
    before = balance ?? after;
    return balance === undefined || balance === after ? [] : [{ line, fault: "balance-differs" }];
  });
}

/** What the lines come to. */
export const totalOfLines = (lines: readonly Pick<FileLine, "amount">[]): Fen =>
  lines.reduce((sum, { amount }) => add(sum, amount), fen(0));

/** The balance at the end of each month that the file covers to its last day. */
export function monthEndsOf(
  lines: readonly FileLine[],
  { from, to, opening }: { readonly from: string; readonly to: string; readonly opening: Fen },
): Readonly<Record<string, Fen>> {
  const ends: Record<string, Fen> = {};
  let month = Temporal.PlainYearMonth.from(from.slice(0, 7));
  for (let last = lastDayOf(month); last <= to; last = lastDayOf(month)) {
    const end = last;
    ends[month.toString()] = add(opening, totalOfLines(lines.filter(({ on }) => on <= end)));
    month = month.add({ months: 1 });
  }
  return ends;
}
const lastDayOf = (month: Temporal.PlainYearMonth): string => month.toPlainDate({ day: month.daysInMonth }).toString();
