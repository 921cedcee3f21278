import { parseDivisionCode } from "./division-code.ts";
import { isProvince } from "./provinces.ts";
import { type Parsed, refused, tidy } from "./result.ts";

export type GridCodeReason = "grid-code.length" | "grid-code.characters" | "grid-code.division";

export interface GridTypeCode {
  readonly value: string;
  /** County, 6 digits. */
  readonly county: string;
  readonly class: string;
  readonly subclass: string;
}

/** G-5: type of a component (部件) or event (事件): 10 digits = county 6 + class 2 + subclass 2. */
export function parseGridTypeCode(input: string): Parsed<GridTypeCode, GridCodeReason> {
  const value = tidy(input);
  if (value.length !== 10) return refused("grid-code.length");
  if (!/^\d+$/.test(value)) return refused("grid-code.characters");
  if (!isProvince(value.slice(0, 2))) return refused("grid-code.division");
  return { ok: true, value, county: value.slice(0, 6), class: value.slice(6, 8), subclass: value.slice(8) };
}

/** G-5: one component: type 10 + serial 6 digits. */
export function parseComponentId(input: string): Parsed<GridTypeCode & { readonly serial: string }, GridCodeReason> {
  const value = tidy(input);
  if (value.length !== 16) return refused("grid-code.length");
  if (!/^\d+$/.test(value)) return refused("grid-code.characters");
  const type = parseGridTypeCode(value.slice(0, 10));
  return type.ok ? { ...type, value, serial: value.slice(10) } : type;
}

/** G-2: a cell (单元网格): village division 12 + sequence 3 digits, 15 in all; 14 in the first edition of CJ/T 213. */
export function parseCellId(
  input: string,
): Parsed<{ readonly value: string; readonly division: string; readonly sequence: string }, GridCodeReason> {
  const value = tidy(input);
  if (value.length !== 15 && value.length !== 14) return refused("grid-code.length");
  if (!/^\d+$/.test(value)) return refused("grid-code.characters");
  const division = parseDivisionCode(value.slice(0, 12));
  if (!division.ok || division.level !== "village") return refused("grid-code.division");
  return { ok: true, value, division: division.value, sequence: value.slice(12) };
}
