import { type Fen, fen } from "../../../../../shared/money/index.ts";
import type { ComputedLine, LineInput } from "../computed.ts";
import type { SchemeSheet, YearSheet } from "../settle-year.ts";

/** Where a number comes from, as it is kept. Of entries it keeps how many there are: a year may have many thousands. */
export type KeptInput =
  | Exclude<LineInput, { readonly from: "entries" }>
  | { readonly from: "entries"; readonly class: string; readonly count: number; readonly amount: Fen };

export type KeptLine = Omit<ComputedLine, "inputs"> & { readonly inputs: readonly KeptInput[] };
export type KeptScheme = Omit<SchemeSheet, "lines"> & { readonly lines: readonly KeptLine[] };
/** The sheet of a year as a settlement keeps it. */
export type KeptSheet = Omit<YearSheet, "schemes"> & { readonly schemes: readonly KeptScheme[] };

const keptInput = (input: LineInput): KeptInput =>
  input.from === "entries"
    ? { from: "entries", class: input.class, count: input.entries.length, amount: input.amount }
    : input;

/** A computed sheet as it is kept. The ids of entries are found again by year, class and level. */
export const keptSheetOf = (sheet: YearSheet): KeptSheet => ({
  ...sheet,
  schemes: sheet.schemes.map((scheme) => ({
    ...scheme,
    lines: scheme.lines.map((line) => ({ ...line, inputs: line.inputs.map(keptInput) })),
  })),
});

/** One line of one version of a scheme. */
export interface LineRef {
  readonly scheme: string;
  readonly version: number;
  readonly line: string;
}
export const lineRefKey = ({ scheme, version, line }: LineRef): string => `${scheme}:${version}:${line}`;
export const isSameLine = (a: LineRef, b: LineRef): boolean => lineRefKey(a) === lineRefKey(b);

/** What a line of the sheet came to. Undefined: there is no such line, or it is open. */
export const resultOn = ({ schemes }: KeptSheet, { scheme, version, line }: LineRef): Fen | undefined =>
  schemes.find((one) => one.scheme === scheme && one.version === version)?.lines.find(({ id }) => id === line)?.result;

/** What both parties grant: the smaller of two amounts, and nothing when they have different signs. */
export const undisputedOf = (ours: Fen, theirs: Fen): Fen => {
  if (ours >= 0 && theirs >= 0) return fen(Math.min(ours, theirs));
  return ours < 0 && theirs < 0 ? fen(Math.max(ours, theirs)) : fen(0);
};
