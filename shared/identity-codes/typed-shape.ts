/** A class of characters, as `0-9A-F`, and how many of them stand here. */
export type Run = readonly [characters: string, count: number];

const fullWidth = (letter: string) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0);
const isLetterOrDigit = /[0-9A-Za-z]/g;

/** The class with its small letters, and all of it in full width. */
function asTyped(characters: string): string {
  const cases = /[A-Z]/.test(characters)
    ? characters + characters.replaceAll(/[0-9]-?[0-9]?/g, "").toLowerCase()
    : characters;
  return `[${cases}${cases.replaceAll(isLetterOrDigit, fullWidth)}]`;
}

/**
 * A pattern of codes as people type and paste them: blanks anywhere, small letters, full width. It says the same in JSON Schema
 * and here, so that a check digit alone is left for the rules.
 */
export const typedShape = (...runs: readonly Run[]): string =>
  `^\\s*${runs.map(([characters, count]) => `(?:${asTyped(characters)}\\s*)${count === 1 ? "" : `{${count}}`}`).join("")}$`;
