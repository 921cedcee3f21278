import type { Context } from "../decider/index.ts";

/** A series of numbers as the town's profile states it: its name, and how a number of it is printed. */
export interface NumberSeries {
  readonly series: string;
  /** With `{year}` and `{serial}`. */
  readonly text: { readonly zh: string };
}

/**
 * Takes the next number of a series in the year of a document's day. The series has no gaps.
 * @param on the document's day, ISO
 * @returns the number as it is printed
 */
export function nextNumberIn(
  { series, text }: NumberSeries,
  on: string,
  { numbers }: Pick<Context, "numbers">,
): string {
  const year = on.slice(0, 4);
  const serial = numbers.take(`${series}/${year}`);
  return text.zh.replace("{year}", year).replace("{serial}", String(serial));
}
