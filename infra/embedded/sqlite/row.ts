import type { SQLOutputValue } from "node:sqlite";
import type { Item } from "../../../shared/store/index.ts";

export type Row = Record<string, SQLOutputValue>;

/** A column that always holds text. */
export function rowText(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== "string") throw new TypeError(`column ${column} holds no text`);
  return value;
}

/** A column that always holds a number. */
export function rowNumber(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== "number") throw new TypeError(`column ${column} holds no number`);
  return value;
}

/** The item of a row; undefined: there is no row. */
export function itemOf(pk: string, sk: string, row: Row | undefined): Item | undefined {
  if (row === undefined) return undefined;
  const rest: Record<string, unknown> = JSON.parse(rowText(row, "item"));
  return { ...rest, pk, sk };
}
