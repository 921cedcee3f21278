import type { Temporal } from "temporal-polyfill";
import { citizenCheck } from "./check-characters.ts";
import { isProvince } from "./provinces.ts";
import { type Parsed, refused, tidy } from "./result.ts";

export type CitizenNumberReason =
  | "citizen-number.length"
  | "citizen-number.characters"
  | "citizen-number.province"
  | "citizen-number.birth-date"
  | "citizen-number.future-birth"
  | "citizen-number.check-digit";

export interface CitizenNumber {
  /** 18 characters, X in upper case. */
  readonly value: string;
  /** County code at registration. It may have been abolished since: never refuse because a table lacks it. */
  readonly region: string;
  /** ISO date. */
  readonly birth: string;
  readonly sex: "M" | "F";
}

/** 港澳台居民居住证: Taiwan residents hold numbers of the prefix 83, which no division code has. */
const isCitizenProvince = (prefix: string): boolean => isProvince(prefix) || prefix === "83";

/**
 * ID-1 (GB 11643): a citizen number of 18 characters in any case, width or spacing. With `today` (Asia/Shanghai) a birth after it
 * is refused. It does not ask whether the region still exists.
 */
export function parseCitizenNumber(
  input: string,
  today?: Temporal.PlainDate | string,
): Parsed<CitizenNumber, CitizenNumberReason> {
  const value = tidy(input);
  if (value.length !== 18) return refused("citizen-number.length");
  if (!/^\d{17}[\dX]$/.test(value)) return refused("citizen-number.characters");
  if (!isCitizenProvince(value.slice(0, 2))) return refused("citizen-number.province");
  const birth = `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`;
  if (!isRealDate(birth)) return refused("citizen-number.birth-date");
  if (citizenCheck(value) !== value.charAt(17)) return refused("citizen-number.check-digit");
  if (today !== undefined && birth > today.toString()) return refused("citizen-number.future-birth");
  const sex = Number(value.charAt(16)) % 2 === 1 ? "M" : "F";
  return { ok: true, value, region: value.slice(0, 6), birth, sex };
}

/** ID-1: the 18-character form of a number of 15 digits, as issued before 1999 (births 19xx). */
export function upgradeCitizenNumber(input: string): Parsed<CitizenNumber, CitizenNumberReason> {
  const value = tidy(input);
  if (value.length !== 15) return refused("citizen-number.length");
  if (!/^\d+$/.test(value)) return refused("citizen-number.characters");
  const body = `${value.slice(0, 6)}19${value.slice(6)}`;
  return parseCitizenNumber(body + citizenCheck(body));
}

function isRealDate(iso: string): boolean {
  const [year = 0, month = 0, day = 0] = iso.split("-").map(Number);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day >= 1 && day <= days;
}
