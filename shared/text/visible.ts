/**
 * Characters that nobody sees or that carry no meaning of their own: controls, format characters, private and unassigned code
 * points, lone surrogates, separators of lines, fillers, variation selectors, and U+FFFD left over from a wrong encoding.
 */
const invisible = "\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\p{Zl}\\p{Zp}\\p{Default_Ignorable_Code_Point}\\u2800\\uFFFD";

/** Patterns as JSON Schema shows them: no invisible character, and a letter (or a figure) that can be seen. */
export const namePattern = new RegExp(`^(?=[^]*\\p{L})[^${invisible}]*$`, "u");
export const linePattern = new RegExp(`^(?=[^]*[\\p{L}\\p{N}])[^${invisible}]*$`, "u");
export const textPattern = new RegExp(`^(?=[^]*[\\p{L}\\p{N}])(?:[^${invisible}]|\\n)*$`, "u");

const anyInvisible = new RegExp(`[${invisible}]`, "u");

/** Whether a string holds a character that nobody sees; a line break is one. */
export const isInvisible = (value: string): boolean => anyInvisible.test(value);

/** Whether a string holds a letter or a figure that can be seen. */
export const hasLetter = (value: string): boolean => /[\p{L}\p{N}]/u.test(value.replace(anyInvisible, ""));
