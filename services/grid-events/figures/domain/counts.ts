/** What is counted of matters in a month (G-9). `due` is 应结案: taken on, with a term that ends in the month. */
export const countNames = [
  ...(["reported", "merged", "filed", "solvedInGrid"] as const),
  ...(["due", "closed", "onTime", "reworked"] as const),
] as const;
export type CountName = (typeof countNames)[number];
export type Counts = Readonly<Record<CountName, number>>;

const each = (of: (name: CountName) => number): Counts => ({
  ...{ reported: of("reported"), merged: of("merged"), filed: of("filed"), solvedInGrid: of("solvedInGrid") },
  ...{ due: of("due"), closed: of("closed"), onTime: of("onTime"), reworked: of("reworked") },
});

export const noCounts: Counts = each(() => 0);
export const plus = (one: Counts, other: Counts): Counts => each((name) => one[name] + other[name]);
export const minus = (one: Counts, other: Counts): Counts => each((name) => one[name] - other[name]);
export const isNothing = (counts: Counts): boolean => countNames.every((name) => counts[name] === 0);

/** The five figures of G-9. */
export const figureNames = ["filing", "closing", "onTime", "rework", "solvedInGrid"] as const;
export type FigureName = (typeof figureNames)[number];

/** Which count stands above and which below. */
export interface FigureParts {
  readonly numerator: CountName;
  readonly denominator: CountName;
}
/** The two denominators that no norm settles (G-9, D). */
export interface FigureRules {
  readonly reworkPer: "closed" | "due";
  readonly solvedInGridPer: "reported" | "filed";
}

/** G-9: what each figure is made of; the last two as the town's profile says. */
export const partsOf = ({ reworkPer, solvedInGridPer }: FigureRules): Readonly<Record<FigureName, FigureParts>> => ({
  filing: { numerator: "filed", denominator: "reported" },
  closing: { numerator: "closed", denominator: "due" },
  onTime: { numerator: "onTime", denominator: "due" },
  rework: { numerator: "reworked", denominator: reworkPer },
  solvedInGrid: { numerator: "solvedInGrid", denominator: solvedInGridPer },
});

/** G-9, G-17: in per cent, two decimals, half up. Nothing below: no figure. Nothing above something: 0. */
export const percentOf = (numerator: number, denominator: number): number | null =>
  denominator === 0 ? null : Math.floor((numerator * 20_000 + denominator) / (2 * denominator)) / 100;
