/**
 * Characters that nobody sees or that carry no meaning of their own: controls, format characters, private and unassigned code
 * points, lone surrogates, separators of lines, fillers, variation selectors, and U+FFFD left over from a wrong encoding.
 */
const invisible = "\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\p{Zl}\\p{Zp}\\p{Default_Ignorable_Code_Point}\\u2800\\uFFFD";

/** What a string must hold and may hold. */
export interface Shape {
  /** A letter, or a letter or figure, that can be seen. */
  readonly needs?: string;
  readonly breaks?: true;
  /** A pattern besides, of the whole string. */
  readonly also?: string;
}
export const visibleShape: Shape = {};
export const nameShape: Shape = { needs: "\\p{L}" };
export const lineShape: Shape = { needs: "[\\p{L}\\p{N}]" };
export const textShape: Shape = { ...lineShape, breaks: true };

const needed = ({ needs, also }: Shape) =>
  `${also === undefined ? "" : `(?=${also})`}${needs === undefined ? "" : `(?=[^]*${needs})`}`;

/** The pattern of a string whose blanks around it are dropped and whose line breaks are `\n`. */
export const tidyPattern = (shape: Shape): RegExp =>
  new RegExp(`^${needed(shape)}${shape.breaks ? `(?:[^${invisible}]|\\n)` : `[^${invisible}]`}*$`, "u");

/**
 * The same of a string as it is sent, for JSON Schema: any blanks may stand around it, and without them at least `min` characters
 * are left.
 */
export function sentPattern(shape: Shape, min: number): string {
  const long = min < 2 ? "" : `(?=[^]*\\S[^]{${min - 2},}\\S)`;
  const inner = shape.breaks ? `(?:[^${invisible}]|[\\r\\n])` : `[^${invisible}]`;
  return `^${needed(shape)}${long}\\s*${inner}*\\s*$`;
}

const anyInvisible = new RegExp(`[${invisible}]`, "u");

/** Whether a string holds a character that nobody sees; a line break is one. */
export const isInvisible = (value: string): boolean => anyInvisible.test(value);

/** Whether a string holds a letter or a figure that can be seen. */
export const hasLetter = (value: string): boolean => /[\p{L}\p{N}]/u.test(value.replace(anyInvisible, ""));
