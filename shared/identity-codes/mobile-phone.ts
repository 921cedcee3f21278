import { type Parsed, refused, tidy } from "./result.ts";

/** A mobile phone of mainland China: 11 digits; blanks, hyphens and +86 or 0086 before them are dropped. */
export function parseMobilePhone(
  input: string,
): Parsed<{ readonly value: string }, "mobile-phone.length" | "mobile-phone.characters"> {
  const value = tidy(input)
    .replace(/[-‐–]/gu, "")
    .replace(/^(?:\+86|0086|86(?=1\d{10}$))/, "");
  if (value.length !== 11) return refused("mobile-phone.length");
  return /^1[3-9]\d{9}$/.test(value) ? { ok: true, value } : refused("mobile-phone.characters");
}
