import type { Cell } from "./read.ts";

type Rows = readonly (readonly Cell[])[];

/** How far down a header may stand: below a title, the unit, the date of the table. */
const titleRows = 5;

const lastFilled = (row: readonly Cell[]): number => row.findLastIndex(({ text }) => text !== "") + 1;

/**
 * A table as offices save it, made plain: title rows above the header go, and columns on the right in which no cell is filled.
 * @param isName whether a cell is the name of a column; two of them make a header
 */
export function plainTable(rows: Rows, isName: (text: string) => boolean): Rows {
  const at = rows.slice(0, titleRows).findIndex((row) => row.filter(({ text }) => isName(text)).length >= 2);
  const titles = rows.slice(0, Math.max(at, 0));
  const named = (rows[at] ?? []).filter(({ text }) => text !== "").length;
  // A title, its unit and its date stand in few cells; a row of the table does not.
  const isTitle = (row: readonly Cell[]) => 2 * row.filter(({ text }) => text !== "").length <= Math.max(named, 2);
  const from = titles.every(isTitle) ? titles.length : 0;
  const table = rows.slice(from);
  const [header = []] = table;
  const width = lastFilled(header);
  if (width === 0 || table.some((row) => lastFilled(row) > width)) return table;
  return table.map((row) => row.slice(0, width));
}
