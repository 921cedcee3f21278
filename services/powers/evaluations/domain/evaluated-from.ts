import type { Context } from "../../../../shared/decider/index.ts";

/** The first day on which a year is evaluated. */
export const evaluatedFrom = (year: number, { town }: Pick<Context, "town">): string =>
  `${year + 1}-${town.powerPractice.evaluation.drawnUpOn}`;
