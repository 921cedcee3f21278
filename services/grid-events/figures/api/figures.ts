import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { isRejection } from "../../../../shared/decider/index.ts";
import { fromRejection, list, type Route, read } from "../../../../shared/http/index.ts";
import { everythingIn } from "../../../../shared/store/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import type { Role } from "../../../../shared/town/roles.ts";
import { countedMatter, countedPartition } from "../domain/counted-matter.ts";
import {
  type CountName,
  type Counts,
  countNames,
  type FigureRules,
  figureNames,
  partsOf,
  percentOf,
} from "../domain/counts.ts";
import { type FigureTally, figureTally, sumOf, tallyPartition } from "../domain/figure-tally.ts";
import { monthsFrom } from "../domain/months.ts";

const readers = ["grid-worker", "dispatcher", "leader", "supervisor", "county"] as const satisfies readonly Role[];
const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/);
const cohorts = ["received-in-month", "term-ends-in-month"] as const;

const figure = z.object({
  name: z.enum(figureNames),
  numerator: z.int(),
  denominator: z.int(),
  /** Two decimals, half up; null where nothing stands below. */
  percent: z.number().nullable(),
  /** Which matters stand below. */
  cohort: z.enum(cohorts),
  /** Where those above, and those below, are told one by one. */
  matters: z.object({ numerator: z.array(z.string()), denominator: z.array(z.string()) }),
});
const counts = z.object({
  ...{ reported: z.int(), merged: z.int(), filed: z.int(), solvedInGrid: z.int() },
  ...{ due: z.int(), closed: z.int(), onTime: z.int(), reworked: z.int() },
});
const row = z.object({
  grid: z.string().optional(),
  category: z.string().optional(),
  month: month.optional(),
  counts,
  figures: z.array(figure),
});
const groups = ["grid", "category", "month"] as const;
type Group = (typeof groups)[number];
type Asked = { readonly [G in Group]?: string | undefined };

const ofReceipt: ReadonlySet<CountName> = new Set(["reported", "merged", "filed", "solvedInGrid"]);

/** Where the matters of a count are, month by month. */
const pathsOf = (count: CountName, months: readonly string[], { grid, category }: Asked): string[] =>
  months.map((one) => {
    const asked = Object.entries({ month: one, counted: count, grid, category });
    const query = new URLSearchParams(asked.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
    return `/grid-events/figures/matters?${query}`;
  });

function figuresOf(all: Counts, months: readonly string[], asked: Asked, rules: FigureRules) {
  const parts = partsOf(rules);
  return figureNames.map((name) => {
    const { numerator, denominator } = parts[name];
    return {
      ...{ name, numerator: all[numerator], denominator: all[denominator] },
      percent: percentOf(all[numerator], all[denominator]),
      cohort: ofReceipt.has(denominator) ? ("received-in-month" as const) : ("term-ends-in-month" as const),
      matters: { numerator: pathsOf(numerator, months, asked), denominator: pathsOf(denominator, months, asked) },
    };
  });
}

const figures = read("GET /grid-events/figures", {
  summary: {
    zh: "网格事件统计：立案率、结案率、按期结案率、返工率、网格内自行处置率，默认本月",
    en: "The figures of the grid (G-9), in all and by grid, category or month; this month by default",
  },
  allow: readers,
  query: z.strictObject({
    ...{ from: month.optional(), to: month.optional(), by: z.enum(groups).default("category") },
    ...{ grid: lineOf(20).optional(), category: lineOf(60).optional() },
  }),
  returns: z.object({ from: month, to: month, by: z.enum(groups), items: z.array(row), total: row }),
  async run({ query: { from: asked, to: until, by, grid, category } }, { store, clock, town }, texts) {
    const today = todayIn(clock()).toString().slice(0, 7);
    const to = until ?? asked ?? today;
    const from = asked ?? to;
    const months = monthsFrom(from, to);
    if (isRejection(months)) return fromRejection(months, texts);
    const read = await Promise.all(
      months.map((one) => everythingIn(store, figureTally, { index: "byStatus", partition: tallyPartition(one) })),
    );
    const tallies = read
      .flat()
      .map(({ state }) => state)
      .filter((one) => (grid ?? one.grid) === one.grid && (category ?? one.category) === one.category);
    const rowOf = (some: readonly FigureTally[], of: readonly string[], asked: Asked) => {
      const sum = sumOf(some);
      return {
        ...asked,
        counts: { ...sum },
        figures: figuresOf(sum, of, { grid, category, ...asked }, town.gridEvents.figures),
      };
    };
    const rows = [...Map.groupBy(tallies, (one) => one[by])].toSorted(([one], [other]) => (one < other ? -1 : 1));
    return {
      ...{ from, to, by },
      items: rows.map(([key, some]) => rowOf(some, by === "month" ? [key] : months, { [by]: key })),
      total: rowOf(tallies, months, {}),
    };
  },
});

const matters = list("GET /grid-events/figures/matters", {
  summary: { zh: "某项统计所计的每一件事件", en: "Each matter that a count of a month is made of" },
  allow: readers,
  of: countedMatter,
  query: {
    ...{ month, counted: z.enum(countNames) },
    ...{ grid: lineOf(20).optional(), category: lineOf(60).optional() },
  },
  sparse: true,
  returns: z.object({
    ...{ event: z.string(), number: z.string(), path: z.string() },
    ...{ grid: z.string(), category: z.string(), times: z.int() },
  }),
  find: ({ query: { month: one, category, grid } }) => {
    const start = category === undefined ? undefined : grid === undefined ? `${category}#` : `${category}#${grid}#`;
    return {
      ...{ index: "byStatus", partition: countedPartition(one) },
      ...(start === undefined ? {} : { from: start, to: `${start}~` }),
    };
  },
  keep: ({ state }, { query: { counted, grid, category } }) =>
    state.counts[counted] > 0 && (grid ?? state.grid) === state.grid && (category ?? state.category) === state.category,
  view: ({ state: { event, number, grid, category, counts: all } }, { query: { counted } }) => ({
    ...{ event, number, grid, category, times: all[counted] },
    path: `/grid-events/events/${event}`,
  }),
});

/** The figures of the grid, each with the matters it is made of (G-9, G-17). */
export const figureRoutes: readonly Route[] = [figures, matters];
