import { type DomainEvent, deciderOf } from "../../../../shared/decider/index.ts";
import { type Counts, isNothing, noCounts, plus } from "./counts.ts";
import type { MonthlyPart } from "./monthly.ts";

/** The counts of one grid, category and month. */
export type FigureTally = MonthlyPart;
export interface AddToTally extends MonthlyPart {
  readonly type: "add";
}
type TallyAdded = DomainEvent & { readonly type: "grid-events.figure-tally.added"; readonly data: MonthlyPart };

interface FigureTallyWords {
  readonly state: FigureTally;
  readonly command: AddToTally;
  readonly event: TallyAdded;
  readonly moves: Record<never, never>;
  readonly begins: "add";
  readonly begun: "grid-events.figure-tally.added";
  readonly refusal: never;
}

export const tallyId = ({ month, grid, category }: Omit<MonthlyPart, "counts">): string =>
  `${month}:${grid}:${category}`;
export const tallyPartition = (month: string): string => `figure-tally:${month}`;

const added = ({ type: _type, ...data }: AddToTally) =>
  isNothing(data.counts) ? [] : [{ type: "grid-events.figure-tally.added" as const, data }];

/** G-9: numbers of a grid, a category and a month. They change with the matters that they count, in one transaction. */
export const figureTally = deciderOf<FigureTallyWords>({
  aggregate: "figure-tally",
  shape: 1,
  crowded: true,
  begin: { add: added },
  always: { add: (_state, command) => added(command) },
  begun: {
    "grid-events.figure-tally.added": ({ data }, before) => ({
      ...data,
      counts: plus(before?.counts ?? noCounts, data.counts),
    }),
  },
  effects: {},
  listed: ({ month, grid, category }) => ({
    byStatus: { partition: tallyPartition(month), sort: `${category}#${grid}` },
  }),
});

/** All counts of several tallies together. */
export const sumOf = (tallies: readonly Pick<FigureTally, "counts">[]): Counts =>
  tallies.reduce((sum, { counts }) => plus(sum, counts), noCounts);
