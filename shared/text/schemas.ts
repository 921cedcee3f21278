import * as z from "zod";
import { isInvisible, linePattern, namePattern, textPattern } from "./visible.ts";

interface Kind {
  readonly pattern: RegExp;
  readonly min: number;
  readonly max: number;
  /** What is put right before it is checked. */
  readonly tidied: (value: string) => string;
  /** What is left out of the search for invisible characters. */
  readonly allowed?: RegExp;
}

/** A string of a kind. Its length counts characters as JSON Schema does, so that the document says what is checked. */
function stringOf({ pattern, min, max, tidied, allowed }: Kind) {
  return z
    .string()
    .overwrite(tidied)
    .check((context) => {
      const { value, issues } = context;
      const length = [...value].length;
      if (length < min)
        issues.push({ code: "too_small", origin: "string", minimum: min, inclusive: true, input: value });
      else if (length > max)
        issues.push({ code: "too_big", origin: "string", maximum: max, inclusive: true, input: value });
      else if (isInvisible(allowed === undefined ? value : value.replace(allowed, "")))
        issues.push({ code: "custom", message: "text.invisible-character", input: value });
      else if (!pattern.test(value)) issues.push({ code: "custom", message: "text.no-letter", input: value });
    })
    .meta({ minLength: min, maxLength: max, pattern: pattern.source });
}

const trimmed = (value: string) => value.trim();
const unixLines = (value: string) => value.replace(/\r\n?/g, "\n").trim();

/** One line: no invisible character, a visible letter or figure, `min` to `max` characters. Blanks around it are dropped. */
export const lineOf = (max: number, min = 1) => stringOf({ pattern: linePattern, min, max, tidied: trimmed });

/** Several lines: as a line, with line breaks. `\r\n` becomes `\n`. */
export const textOf = (max: number, min = 1) =>
  stringOf({ pattern: textPattern, min, max, tidied: unixLines, allowed: /\n/g });

/** The name of a person or a body: one line with a letter in it, at most 100 characters. */
export const personOrBodyName = stringOf({ pattern: namePattern, min: 1, max: 100, tidied: trimmed });

/** One line of at most 500 characters. */
export const line = lineOf(500);

/** A text of at most 5,000 characters. */
export const text = textOf(5_000);

/** `2026-03-02`. */
export const isoDate = z.iso.date();
