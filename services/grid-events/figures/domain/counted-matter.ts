import { type DomainEvent, deciderOf } from "../../../../shared/decider/index.ts";
import { countNames } from "./counts.ts";
import { addsNothing, type MonthlyPart } from "./monthly.ts";

/** What one matter adds to the figures of one month, as far as it has been counted. */
export interface CountedMatter extends MonthlyPart {
  readonly event: string;
  readonly number: string;
  /** How many events of the matter were looked at. What was counted by more is never undone by fewer. */
  readonly upTo: number;
}
export interface CountMatter extends CountedMatter {
  readonly type: "count";
}
type MatterCounted = DomainEvent & {
  readonly type: "grid-events.counted-matter.counted";
  readonly data: CountedMatter;
};

interface CountedMatterWords {
  readonly state: CountedMatter;
  readonly command: CountMatter;
  readonly event: MatterCounted;
  readonly moves: Record<never, never>;
  readonly begins: "count";
  readonly begun: "grid-events.counted-matter.counted";
  readonly refusal: never;
}

export const countedId = (event: string, month: string): string => `${event}:${month}`;
/** Where the matters of a month stand, in the order of their categories and grids. */
export const countedPartition = (month: string): string => `counted-matter:${month}`;

const counted = ({ type: _type, ...data }: CountMatter): MatterCounted => ({
  type: "grid-events.counted-matter.counted",
  data,
});

/** Whether a count changes nothing: it looked at no more events, or found the same. */
export const isSettled = (state: CountedMatter | undefined, next: Omit<CountMatter, "type">): boolean =>
  state === undefined
    ? addsNothing(next)
    : next.upTo <= state.upTo ||
      (state.grid === next.grid &&
        state.category === next.category &&
        countNames.every((name) => state.counts[name] === next.counts[name]));

/** G-17: a matter in a month, counted once however often and in any order it is told. */
export const countedMatter = deciderOf<CountedMatterWords>({
  aggregate: "counted-matter",
  shape: 1,
  begin: { count: (command) => (isSettled(undefined, command) ? [] : [counted(command)]) },
  always: { count: (state, command) => (isSettled(state, command) ? [] : [counted(command)]) },
  begun: { "grid-events.counted-matter.counted": ({ data }) => data },
  effects: {},
  listed: (state) =>
    addsNothing(state)
      ? {}
      : {
          byStatus: {
            partition: countedPartition(state.month),
            sort: `${state.category}#${state.grid}#${state.event}`,
          },
        },
});
