import { isProvince } from "./provinces.ts";
import { type Parsed, refused, tidy } from "./result.ts";
import { parseUscc } from "./uscc.ts";

export type ItemCodeReason =
  | "item-code.length"
  | "item-code.uscc"
  | "item-code.level"
  | "item-code.characters"
  | "item-code.province"
  | "item-code.type";

/** ID-9: item types. */
export const itemTypes = {
  "01": "行政许可",
  "02": "行政处罚",
  "03": "行政强制",
  "04": "行政征收",
  "05": "行政给付",
  "06": "行政检查",
  "07": "行政确认",
  "08": "行政奖励",
  "09": "行政裁决",
  "10": "其他行政权力",
  "20": "公共服务",
} as const;

/** ID-9: the level at which an item is exercised. */
export const itemLevels = { "1": "国家", "2": "省", "3": "市", "4": "县", "5": "镇", "6": "村" } as const;

export interface ItemCodeParts {
  /** USCC of the organ that exercises the item. */
  readonly uscc: string;
  /** A key of `itemLevels`. */
  readonly level: string;
  /** Two digits; `00` for a national item. */
  readonly province: string;
  /** A key of `itemTypes`. */
  readonly type: string;
  /** Department system (系统), two digits. */
  readonly system: string;
  /** Main item, three digits. */
  readonly main: string;
  /** Sub-item, three digits. */
  readonly sub: string;
}

export interface ItemCode extends ItemCodeParts {
  /** 31 characters. */
  readonly value: string;
  /** The 12 digits shared by all organs that exercise the item (基本编码). */
  readonly basic: string;
}

/** ID-8, ID-9 (GB/T 39554.1): 实施编码 of 31 characters = USCC 18 + level 1 + basic code 12. */
export function parseItemCode(input: string): Parsed<ItemCode, ItemCodeReason> {
  const value = tidy(input);
  if (value.length !== 31) return refused("item-code.length");
  const [uscc, level, basic] = [value.slice(0, 18), value.charAt(18), value.slice(19)];
  if (!parseUscc(uscc).ok) return refused("item-code.uscc");
  if (!Object.hasOwn(itemLevels, level)) return refused("item-code.level");
  if (!/^\d{12}$/.test(basic)) return refused("item-code.characters");
  const [province, type] = [basic.slice(0, 2), basic.slice(2, 4)];
  if (province !== "00" && !isProvince(province)) return refused("item-code.province");
  if (!Object.hasOwn(itemTypes, type)) return refused("item-code.type");
  const [system, main, sub] = [basic.slice(4, 6), basic.slice(6, 9), basic.slice(9)];
  return { ok: true, value, uscc, level, basic, province, type, system, main, sub };
}

const widths = [18, 1, 2, 2, 2, 3, 3];

/** ID-8: puts a 31-character item code together; refuses parts that could not be read back as they were given. */
export function buildItemCode(parts: ItemCodeParts): Parsed<ItemCode, ItemCodeReason> {
  const { uscc, level, province, type, system, main, sub } = parts;
  const fields = [uscc, level, province, type, system, main, sub];
  if (!fields.every((field, at) => field.length === widths[at])) return refused("item-code.length");
  return parseItemCode(fields.join(""));
}
