import * as z from "zod";
import {
  isInvisible,
  lineShape,
  nameShape,
  type Shape,
  sentPattern,
  textShape,
  tidyPattern,
  visibleShape,
} from "./visible.ts";

interface Kind {
  readonly shape: Shape;
  readonly min: number;
  readonly max: number;
  /** What is put right before it is checked. */
  readonly tidied: (value: string) => string;
  /** The code of a string off its pattern, where it is not that it holds no letter. */
  readonly otherwise?: string;
  /** What is left out of the search for invisible characters. */
  readonly allowed?: RegExp;
}

/** A string of a kind. Its length counts characters as JSON Schema does, so that the document says what is checked. */
function stringOf({ shape, min, max, tidied, allowed, otherwise = "text.no-letter" }: Kind) {
  const pattern = tidyPattern(shape);
  const ofPattern = { code: "invalid_format", format: "regex", pattern: pattern.source } as const;
  return z
    .string()
    .check(({ value, issues }) => {
      if ([...value].length > max)
        issues.push({ code: "too_big", origin: "string", maximum: max, inclusive: true, input: value });
    })
    .overwrite(tidied)
    .check(({ value, issues }) => {
      const length = [...value].length;
      if (length < min)
        issues.push({ code: "too_small", origin: "string", minimum: min, inclusive: true, input: value });
      else if (isInvisible(allowed === undefined ? value : value.replace(allowed, "")))
        issues.push({ ...ofPattern, message: "text.invisible-character", input: value });
      else if (!pattern.test(value)) issues.push({ ...ofPattern, message: otherwise, input: value });
    })
    .meta({ minLength: min, maxLength: max, pattern: sentPattern(shape, min) });
}

const trimmed = (value: string) => value.trim();
const unixLines = (value: string) => value.replace(/\r\n?/g, "\n").trim();

/** One line: no invisible character, a visible letter or figure, `min` to `max` characters. Blanks around it are dropped. */
export const lineOf = (max: number, min = 1) => stringOf({ shape: lineShape, min, max, tidied: trimmed });

/** One line that may be empty. */
export const lineOrNothing = (max: number) => stringOf({ shape: visibleShape, min: 0, max, tidied: trimmed });

/** One line of anything that can be seen, signs alone too. */
export const signsOf = (max: number) => stringOf({ shape: visibleShape, min: 1, max, tidied: trimmed });

/** The same, and it also holds to a pattern, e.g. `^[^；]*$`. */
export const signsLike = (max: number, also: RegExp) => {
  const shape = { ...visibleShape, also: also.source };
  return stringOf({ shape, min: 1, max, tidied: trimmed, otherwise: "value.bad-format" });
};

/** Several lines: as a line, with line breaks. `\r\n` becomes `\n`. */
export const textOf = (max: number, min = 1) =>
  stringOf({ shape: textShape, min, max, tidied: unixLines, allowed: /\n/g });

/** The name of a person or a body: one line with a letter in it, at most 100 characters. */
export const personOrBodyName = stringOf({ shape: nameShape, min: 1, max: 100, tidied: trimmed });

/** One line of at most 500 characters. */
export const line = lineOf(500);

/** A text of at most 5,000 characters. */
export const text = textOf(5_000);

/** A4: the code of one of the town's domains, as `GET /town` lists them: `work-safety`. */
export const domainCode = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
  .max(40);

/** `2026-03-02`. */
export const isoDate = z.iso.date();
