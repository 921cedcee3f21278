import type { Complaint } from "../../../shared/csv/index.ts";
import { type Cell, plainTable, readCsv } from "../../../shared/csv/index.ts";
import type { TownProfile } from "../../../shared/town/profile.ts";
import type { Sheet } from "./columns.ts";
import { readHeader } from "./header.ts";
import { readRow } from "./row.ts";

/** The items of one file and everything wrong with it; `codes` also of the rows that have faults. */
export interface SheetRead<Item> {
  readonly items: readonly Item[];
  readonly codes: readonly (Cell & { readonly column: number })[];
  readonly complaints: readonly Complaint[];
}

export function readSheet<Item>(bytes: Uint8Array, sheet: Sheet<Item>, profile: TownProfile): SheetRead<Item> {
  const { rows, complaints } = readCsv(bytes);
  const filled = rows.filter((row) => row.length > 1 || row[0]?.text !== "");
  const isName = (text: string) => sheet.columns.some(({ name }) => name === text);
  const [first, ...others] = plainTable(filled, isName);
  if (first === undefined) {
    const text = `no header, expected ${sheet.columns.map(({ name }) => name).join(",")} / 缺少表头`;
    return { items: [], codes: [], complaints: complaints.length > 0 ? complaints : [{ line: 1, column: 1, text }] };
  }
  const header = readHeader(first, sheet.columns);
  // One cause, one complaint: rows under a wrong header would each complain of it.
  if (header.complaints.length > 0) return { items: [], codes: [], complaints: [...complaints, ...header.complaints] };
  const codeAt = header.columns.findIndex((column) => column?.path === "code");
  const whole = others.filter((row) => row.length === first.length && row.some(({ text }) => text !== ""));
  const reads = whole.map((row) => readRow(row, header.columns, sheet, profile));
  return {
    items: reads.flatMap(({ item }) => (item === undefined ? [] : [item])),
    codes: whole.flatMap((row) => row.slice(codeAt, codeAt + 1).map((cell) => ({ ...cell, column: codeAt + 1 }))),
    complaints: [
      ...complaints,
      ...others.flatMap((row) => shapeFault(row, first.length)),
      ...reads.flatMap((read) => read.complaints),
      ...(others.length === 0 && complaints.length === 0 ? [nothing(first)] : []),
    ],
  };
}

function shapeFault(row: readonly Cell[], expected: number): Complaint[] {
  const line = row[0]?.line ?? 1;
  if (row.length !== expected) {
    const text = `the row has ${row.length} fields, the header ${expected} / 本行 ${row.length} 列，表头 ${expected} 列`;
    return [{ line, column: Math.min(row.length, expected) + 1, text }];
  }
  return row.some(({ text }) => text !== "")
    ? []
    : [{ line, column: 1, text: "an empty row; delete it / 空行，请删除" }];
}

const nothing = (header: readonly Cell[]): Complaint => ({
  line: (header[0]?.line ?? 1) + 1,
  column: 1,
  text: "no items under the header / 表头下没有事项",
});
