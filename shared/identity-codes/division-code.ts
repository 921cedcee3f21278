import { isProvince } from "./provinces.ts";
import { type Parsed, refused, tidy } from "./result.ts";

export type DivisionCodeReason =
  | "division-code.length"
  | "division-code.characters"
  | "division-code.province"
  | "division-code.missing-level";

export type DivisionLevel = "province" | "city" | "county" | "town" | "village";

/** Chinese names after GB/T 10114 and 国统字〔2009〕; null where the number's range is not assigned. */
export type DivisionKind =
  | "街道"
  | "镇"
  | "乡"
  | "类似乡级单位"
  | "居委会"
  | "村委会"
  | "类似居委会"
  | "类似村委会"
  | "虚拟单位";

export interface DivisionCode {
  readonly value: string;
  readonly level: DivisionLevel;
  /** Only at the levels town and village. */
  readonly kind: DivisionKind | null;
  /** The division it belongs to; null for a province. */
  readonly parent: string | null;
}

/**
 * ID-4 (统计用区划代码): 12 digits = county 6 + town 3 + village 3. It has no check digit, and nobody looks up here whether it was
 * assigned. A town may stand directly under its city (4419 00 101); any other gap between levels is refused.
 */
export function parseDivisionCode(input: string): Parsed<DivisionCode, DivisionCodeReason> {
  const value = tidy(input);
  if (value.length !== 12) return refused("division-code.length");
  if (!/^\d+$/.test(value)) return refused("division-code.characters");
  if (!isProvince(value.slice(0, 2))) return refused("division-code.province");
  const [city, county, town, village] = [value.slice(2, 4), value.slice(4, 6), value.slice(6, 9), value.slice(9)];
  const has = { city: city !== "00", county: county !== "00", town: town !== "000", village: village !== "000" };
  if (!has.city && (has.county || has.town || has.village)) return refused("division-code.missing-level");
  if (!has.town && has.village) return refused("division-code.missing-level");

  const upTo = (digits: number) => value.slice(0, digits).padEnd(12, "0");
  const at = (level: DivisionLevel, kind: DivisionKind | null, parent: string | null) =>
    ({ ok: true, value, level, kind, parent }) as const;
  if (has.village) return at("village", villageKind(Number(village)), upTo(9));
  if (has.town) return at("town", townKind(Number(town)), upTo(6));
  if (has.county) return at("county", null, upTo(4));
  return has.city ? at("city", null, upTo(2)) : at("province", null, null);
}

/** Whether `code` is `ancestor` or lies inside it. Both are 12 digits; malformed codes lie nowhere. */
export function isWithin(code: string, ancestor: string): boolean {
  const outer = parseDivisionCode(ancestor);
  let inner = parseDivisionCode(code);
  while (outer.ok && inner.ok) {
    if (inner.value === outer.value) return true;
    if (inner.parent === null) return false;
    inner = parseDivisionCode(inner.parent);
  }
  return false;
}

function townKind(code: number): DivisionKind | null {
  if (code < 100) return "街道";
  if (code < 200) return "镇";
  if (code < 400) return "乡";
  return code < 600 ? "类似乡级单位" : null;
}

function villageKind(code: number): DivisionKind | null {
  if (code === 498 || code === 598) return "虚拟单位";
  if (code < 200) return "居委会";
  if (code < 400) return "村委会";
  if (code < 500) return "类似居委会";
  return code < 600 ? "类似村委会" : null;
}
