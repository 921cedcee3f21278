import { type Parsed, parseMobilePhone } from "../identity-codes/index.ts";

type Read = Parsed<{ readonly value: string }, "phone.not-a-number">;

/** Area code and number: three digits and eight in the large cities, else four and seven or eight; an extension if there is one. */
const landline = /^(010|02\d|0[3-9]\d{2})(\d{7,8})$/;

/** A blank, a dot or a dash of any width between digits. */
const separators = /[\s.‐–—-]+/gu;

/**
 * A phone of mainland China: a mobile of 11 digits, or a landline as `0878-1234567` or `0878-1234567-12`. `+86`, also in brackets, is
 * dropped; brackets around the area code too. An extension follows `-`, `转` or `x`.
 */
export function parsePhone(input: string): Read {
  const refused = { ok: false, reason: "phone.not-a-number" } as const;
  const text = input
    .normalize("NFKC")
    .trim()
    .replace(/^\(?(?:\+|00)86\)?/u, "")
    .trim();
  const mobile = parseMobilePhone(text);
  if (mobile.ok) return { ok: true, value: mobile.value };
  const digits = text.replace(/[()]/g, " ").trim();
  const [, main = "", extension] = /^(\d[\d\s.‐–—-]*?)(?:\s*(?:转|x|ext\.?|-)\s*(\d{1,6}))?$/iu.exec(digits) ?? [];
  for (const [number, more] of [
    [digits.replace(separators, ""), undefined],
    [main.replace(separators, ""), extension],
  ] as const) {
    const [, area = "", local = ""] = landline.exec(number ?? "") ?? [];
    const fits = area.length === 3 ? local.length === 8 : area.length === 4;
    if (fits) return { ok: true, value: `${area}-${local}${more === undefined ? "" : `-${more}`}` };
  }
  return refused;
}
