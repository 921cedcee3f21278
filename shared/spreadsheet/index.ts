import type { SheetData } from "write-excel-file/node";

/** A column of a sheet. `amount` and `rate` hold numbers; all else is text, also codes and account numbers. */
export interface SheetColumn {
  readonly title: string;
  readonly kind: "text" | "amount" | "rate";
  /** In characters. */
  readonly width: number;
}
export interface Sheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  /** A number belongs into a column of numbers; undefined leaves the cell empty. */
  readonly rows: readonly (readonly (string | number | undefined)[])[];
}

const formats = { amount: "#,##0.00", rate: "0.00%" } as const;

function cellOf(value: string | number | undefined, kind: SheetColumn["kind"]): SheetData[number][number] {
  if (value === undefined || value === "") return null;
  if (typeof value === "string") return { type: String, value, format: "@" };
  if (kind === "text") throw new TypeError(`the number ${value} stands in a column of text`);
  return { type: Number, value, format: formats[kind] };
}

/**
 * An XLSX workbook of one sheet. Texts are text cells, so that a code keeps its zeros, a number of nineteen digits all of them, and what
 * begins like a formula is shown and never carried out. Amounts are number cells with two decimals.
 */
export async function writeXlsx({ name, columns, rows }: Sheet): Promise<Uint8Array> {
  const { default: write } = await import("write-excel-file/node");
  const head: SheetData[number] = columns.map(({ title }) => ({ type: String, value: title, fontWeight: "bold" }));
  const body = rows.map((row) => columns.map(({ kind }, at) => cellOf(row[at], kind)));
  const sheet = { sheet: name, stickyRowsCount: 1, columns: columns.map(({ width }) => ({ width })) };
  return new Uint8Array(await write([head, ...body], sheet).toBuffer());
}
