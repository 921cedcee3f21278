import { stringify } from "csv-stringify/sync";

/** A header and its rows, all cells as text. */
export interface CsvTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What a spreadsheet would run as a formula, however many apostrophes stand before it; full-width signs too. */
const formula = /^'*[=+\-@\t\r＝＋－＠]/u;
/** A plain number below zero is no formula: a guard would make it a text. */
const number = /^-\d+(\.\d+)?$/;

/** RFC 4180 in UTF-8 with a byte order mark, so that a spreadsheet opens it rightly; no cell is a formula. */
export function writeCsv({ header, rows }: CsvTable): string {
  const guarded = rows.map((row) => row.map((cell) => (formula.test(cell) && !number.test(cell) ? `'${cell}` : cell)));
  return stringify([[...header], ...guarded], { bom: true, record_delimiter: "windows" });
}

/** A cell as it was before {@link writeCsv} guarded it. */
export const unguarded = (cell: string) => (cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell);
