import { deciderOf } from "../../../../shared/decider/index.ts";

/** What the yearly statistics count. Neither sums nor officers nor squads: nothing here rewards a fine (CF-74, IN-8). */
export const countedThings = [
  "cases-filed",
  "cases-dismissed",
  "cases-transferred-to-police",
  "penalties",
  "no-penalties",
  "not-proved",
  "on-spot-penalties",
  "hearings-held",
  "reviews-filed",
  "suits-filed",
  "decisions-changed",
  "decisions-overturned",
] as const;
export type CountedThing = (typeof countedThings)[number];

/** What happened in one month, each thing by the key of the event that told it, so that it counts once. */
export interface MonthFigures {
  /** `2026-03` */
  readonly month: string;
  readonly counted: Readonly<Partial<Record<CountedThing, readonly string[]>>>;
}

export interface CountThing {
  readonly type: "count";
  readonly month: string;
  readonly thing: CountedThing;
  readonly key: string;
}
export interface ThingCounted {
  readonly type: "enforcement.month-figures.counted";
  readonly data: Omit<CountThing, "type">;
}

const counted = ({ type: _type, ...data }: CountThing): ThingCounted => ({
  type: "enforcement.month-figures.counted",
  data,
});

/** Counts a thing once, however often it is told. */
export const monthFigures = deciderOf<{
  readonly state: MonthFigures;
  readonly command: CountThing;
  readonly event: ThingCounted;
  readonly moves: Record<never, never>;
  readonly begins: "count";
  readonly begun: "enforcement.month-figures.counted";
  readonly refusal: never;
}>({
  aggregate: "month-figures",
  shape: 1,
  begin: { count: (command) => [counted(command)] },
  always: {
    count: (state, command) => (state.counted[command.thing]?.includes(command.key) === true ? [] : [counted(command)]),
  },
  begun: {
    "enforcement.month-figures.counted": ({ data: { month, thing, key } }, before) => ({
      month,
      counted: { ...before?.counted, [thing]: [...(before?.counted[thing] ?? []), key] },
    }),
  },
  effects: {},
});

/** The twelve records of a year. */
export const monthsOf = (year: number): readonly string[] =>
  Array.from({ length: 12 }, (_none, at) => `${year}-${String(at + 1).padStart(2, "0")}`);

/** How often each thing happened in these months. */
export const totalsOf = (months: readonly MonthFigures[]) =>
  countedThings.map((thing) => ({
    thing,
    count: months.reduce((sum, { counted: of }) => sum + (of[thing]?.length ?? 0), 0),
  }));
