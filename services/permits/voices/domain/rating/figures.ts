import { isPoor, type Rating } from "./rating.ts";

/** Figures of ratings: of items, offices and windows, never of persons. Rates in basis points. */
export interface RatingFigures {
  readonly ratings: number;
  readonly poor: number;
  readonly poorRate: number;
  /** Poor ones that can be called back, and those that were (S-2: all of them should be). */
  readonly toCallBack: number;
  readonly calledBack: number;
  readonly overdue: number;
}
export type Counted = RatingFigures | { readonly withheld: true };

/** Ratings found malicious do not count. `least`: figures of fewer ratings are withheld, for they would tell who rated. */
export function ratingFigures(all: readonly Rating[], least: number) {
  const counting = all.filter(({ status }) => status !== "excluded");
  const by = (of: (rating: Rating) => string | undefined) => {
    const groups = Map.groupBy(counting, of);
    return Object.fromEntries(
      [...groups].flatMap(([key, ratings]) => (key === undefined ? [] : [[key, counted(ratings, least)]])),
    );
  };
  return {
    all: counted(counting, least),
    excluded: all.length - counting.length,
    items: by(({ item }) => item),
    offices: by(({ office }) => office),
    windows: by(({ window }) => window),
  };
}

function counted(ratings: readonly Rating[], least: number): Counted {
  if (ratings.length < least) return { withheld: true };
  const poor = ratings.filter(({ grade }) => isPoor(grade));
  const named = poor.filter(({ caller }) => caller !== undefined);
  return {
    ratings: ratings.length,
    poor: poor.length,
    poorRate: ratings.length === 0 ? 0 : Math.round((poor.length * 10_000) / ratings.length),
    toCallBack: named.length,
    calledBack: named.filter(({ calls }) => calls.some(({ reached }) => reached)).length,
    overdue: poor.filter(({ overdue }) => overdue.length > 0).length,
  };
}
