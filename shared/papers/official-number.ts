import type { Context } from "../decider/index.ts";
import type { NumberSeries } from "../town/procedure.ts";

/** The number of an official paper: its place in a series that has no gaps within a year, and how it is printed. */
export interface OfficialNumber {
  readonly series: string;
  readonly year: number;
  readonly serial: number;
  readonly text: { readonly zh: string; readonly en: string };
}

/** A number as people type it: 广通许〔2026〕7号. Brackets and spaces do not count. */
export const numberKey = (text: string): string =>
  text
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "")
    .toUpperCase();

/** The next number of a series within its year; spent only if the decision that takes it is committed. */
export function nextNumber({ numbers, today }: Context, { series, text }: NumberSeries): OfficialNumber {
  const { year } = today;
  const serial = numbers.take(`${series}/${year}`);
  const fill = (template: string) => template.replace("{year}", String(year)).replace("{serial}", String(serial));
  return { series, year, serial, text: { zh: fill(text.zh), en: fill(text.en) } };
}
