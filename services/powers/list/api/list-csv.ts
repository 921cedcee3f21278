import type * as z from "zod";
import { type Cell, plainTable, readCsv, unguarded, writeCsv } from "../../../../shared/csv/index.ts";
import type { Rejection } from "../../../../shared/decider/index.ts";
import type { Entry } from "../../powers/domain/listed-entry.ts";
import { entryBody } from "../../powers/index.ts";
import { badInput } from "../domain/refusals.ts";
import { type Column, columns, withDates } from "./columns.ts";

/** The list as CSV: one line an entry, columns named in Chinese or English. */
export const csvOf = (entries: readonly Entry[], language: "zh" | "en") =>
  writeCsv({
    header: columns.map((column) => column[language]),
    rows: entries.map((entry) => columns.map(({ write }) => write(entry, language))),
  });

/** Where something stands in a file: line and column, both from 1. */
export interface At {
  readonly line: number;
  readonly column: number;
}
/** What is wrong with a cell: a refusal, or a value no schema takes. */
export type CsvFault = At & ({ readonly rejection: Rejection } | { readonly issue: z.core.$ZodIssue });

export interface CsvEntries {
  readonly entries: readonly z.output<typeof entryBody>[];
  /** Where a field (JSON pointer) of an entry stands. */
  readonly placeOf: (entry: number, pointer: string) => At;
  readonly faults: readonly CsvFault[];
}

/** As many entries as the list may be sent as JSON. */
export const mostEntries = 10_000;

const tooLong = (rows: readonly (readonly Cell[])[]): CsvFault => ({
  line: rows[mostEntries]?.[0]?.line ?? 1,
  column: 1,
  rejection: badInput("powers.csv-too-long", { entries: rows.length, most: mostEntries }),
});

/** The entries of a CSV, columns in any order and named in either language; every fault of every row by its place. */
export function readList(text: string): CsvEntries {
  const { rows, complaints } = readCsv(new TextEncoder().encode(text));
  const filled = rows.filter((row) => row.some((cell) => cell.text !== ""));
  const [first = [], ...others] = plainTable(filled, (name) =>
    columns.some(({ zh, en }) => name === zh || name === en),
  );
  const header = first.map(({ text: name }) => columns.find(({ zh, en }) => name === zh || name === en));
  const unreadable = complaints.map(({ line, column, text: why }) => ({
    line,
    column,
    rejection: badInput("powers.csv-unreadable", { text: why }),
  }));
  const tooMany = others.length > mostEntries ? [tooLong(others)] : [];
  const wrong = unreadable.length > 0 ? unreadable : [...headerFaults(first, header), ...tooMany];
  if (wrong.length > 0) return { entries: [], placeOf: () => ({ line: 1, column: 1 }), faults: wrong };
  const read = others.map((row) => readRow(row, header));
  const sound = read.filter(({ entry }) => entry !== undefined);
  return {
    entries: sound.flatMap(({ entry }) => (entry === undefined ? [] : [entry])),
    placeOf: (entry, pointer) => placeIn(sound[entry]?.row ?? [], header, pointer.slice(1).split("/")),
    faults: read.flatMap(({ faults }) => faults),
  };
}

type Header = readonly (Column | undefined)[];

function headerFaults(cells: readonly Cell[], header: Header): CsvFault[] {
  const expected = columns.map(({ zh, en }) => `${zh} (${en})`);
  const fault = (column: string, at: number): CsvFault => ({
    line: cells[0]?.line ?? 1,
    column: at + 1,
    rejection: badInput("powers.csv-columns", { column, expected }),
  });
  // Not one name is known: it is no header at all, or that of another table.
  if (header.every((column) => column === undefined))
    return [
      fault(
        cells
          .map(({ text }) => text)
          .join("，")
          .slice(0, 60),
        0,
      ),
    ];
  return [
    ...cells.flatMap(({ text }, at) =>
      header[at] === undefined || header.indexOf(header[at]) < at ? [fault(text, at)] : [],
    ),
    ...columns.flatMap((column) =>
      column.optional === true || header.includes(column) ? [] : [fault(column.zh, cells.length)],
    ),
  ];
}

interface Read {
  readonly row: readonly Cell[];
  readonly entry: z.output<typeof entryBody> | undefined;
  readonly faults: readonly CsvFault[];
}

function readRow(row: readonly Cell[], header: Header): Read {
  const { line } = row[0] ?? { line: 1 };
  if (row.length !== header.length) {
    const details = { fields: row.length, expected: header.length };
    const column = Math.min(row.length, header.length) + 1;
    return { row, entry: undefined, faults: [{ line, column, rejection: badInput("powers.csv-row-length", details) }] };
  }
  const result = entryBody.safeParse(assemble(row, header), { reportInput: true });
  const faults = (result.error?.issues ?? []).map((issue) => ({ ...placeIn(row, header, issue.path), issue }));
  return { row, entry: result.data, faults };
}

function assemble(row: readonly Cell[], header: Header): Record<string, unknown> {
  const entry: Record<string, unknown> = {};
  const name: Record<string, unknown> = {};
  for (const [at, column] of header.entries()) {
    const text = unguarded(row[at]?.text ?? "");
    if (column === undefined || text === "") continue;
    const [field = "", part] = column.path.split(".");
    if (part === undefined) entry[field] = column.read(text);
    else name[part] = column.read(text);
  }
  const { basis, legalBasis } = entry;
  if (Array.isArray(basis) && typeof legalBasis === "string") entry.basis = withDates(legalBasis, basis) ?? "dates";
  return { ...entry, name };
}

/** The cell a field came from; the first of the row where there is none. */
function placeIn(row: readonly Cell[], header: Header, path: readonly PropertyKey[]): At {
  const full = path.map(String).join(".");
  const at = header.findIndex((column) => column !== undefined && `${full}.`.startsWith(`${column.path}.`));
  return { line: row[Math.max(at, 0)]?.line ?? 1, column: Math.max(at, 0) + 1 };
}
