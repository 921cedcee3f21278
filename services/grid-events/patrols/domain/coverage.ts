import { type Decision, deciderOf } from "../../../../shared/decider/index.ts";

/** What was seen and done in a grid on a day: matters, each once. No person stands in it. */
export interface Coverage {
  readonly grid: string;
  readonly on: string;
  readonly seen: readonly string[];
  readonly done: readonly string[];
}
export interface NoteCoverage {
  readonly type: "note";
  readonly grid: string;
  readonly on: string;
  readonly what: "seen" | "done";
  readonly event: string;
}
type CoverageNoted = {
  readonly type: "grid-events.coverage.noted";
  readonly data: Omit<NoteCoverage, "type">;
};
interface CoverageWords {
  readonly state: Coverage;
  readonly command: NoteCoverage;
  readonly event: CoverageNoted;
  readonly moves: Record<never, never>;
  readonly begins: "note";
  readonly begun: "grid-events.coverage.noted";
  readonly refusal: never;
}

const noted = ({ type: _type, ...data }: NoteCoverage): Decision<CoverageNoted> => [
  { type: "grid-events.coverage.noted", data },
];

/** G3: coverage comes from what was seen and done, told once or often, in any order. */
export const coverage = deciderOf<CoverageWords>({
  aggregate: "coverage",
  shape: 1,
  begin: { note: noted },
  always: { note: (state, command) => (state[command.what].includes(command.event) ? [] : noted(command)) },
  begun: {
    "grid-events.coverage.noted": ({ data: { grid, on, what, event } }, before) => {
      const known = before ?? { grid, on, seen: [], done: [] };
      return { ...known, [what]: [...known[what], event] };
    },
  },
  effects: {},
  listed: ({ grid, on }, id) => ({ byStatus: { partition: coverageOn(on), sort: `${grid}#${id}` } }),
});

export const coverageId = ({ grid, on }: Pick<Coverage, "grid" | "on">): string => `${grid}-${on}`;
/** What was seen and done on a day, in the order of the grids. */
export const coverageOn = (day: string): string => `coverage:${day}`;
