import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { isRejection, pick, present } from "../../../../shared/decider/index.ts";
import { problem, type Route, read, readById } from "../../../../shared/http/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { everythingIn, type Loaded } from "../../../../shared/store/index.ts";
import { lineOf, titled } from "../../../../shared/text/index.ts";
import type { TownProfile } from "../../../../shared/town/profile.ts";
import { text } from "../../common/api/schemas.ts";
import { type Figures, figureNames, figuresOf } from "../domain/figures.ts";
import { monthsBetween } from "../domain/months.ts";
import {
  type Comparison,
  type CountedCase,
  compare,
  type Reduction,
  reduction,
  reductionId,
} from "../domain/reduction.ts";
import { recordsOf } from "../records.ts";

/** Averages of cases, to two decimals. */
const figures = z.object({ steps: z.number(), materials: z.number(), workingDays: z.number(), visits: z.number() });
const comparison = { cases: z.int(), before: figures, after: figures, saved: figures };
const channel = z.enum(["window", "online", "agent"]);
/** A case filed online takes no visit to file: what each channel saves is told apart. */
const compared = { ...comparison, byChannel: z.partialRecord(channel, z.object(comparison)) };
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

const table = z.object({
  from: month,
  to: month,
  /** Where the figures before are from. */
  baseline: z.string(),
  items: z.array(
    z.object({
      item: z.string(),
      name: text,
      ...compared,
      records: z.array(z.string()).meta({ description: "Where the cases counted are, one by one" }),
    }),
  ),
  total: z.object(compared).optional(),
});

const readers = ["clerk", "reviewer", "approver", "supervisor", "leader", "county", "archivist"] as const;

/** What a case of the item cost before the town had the power, as the profile tells. */
const baselineOf = ({ guides }: TownProfile, { item, category }: Reduction): Figures =>
  guides.byCode[item]?.baseline ?? guides.baseline[category];

/** The four reductions (L13): before and after per item and in all, with every figure leading to its cases. */
export const reductionRoutes: readonly Route[] = [
  read("GET /permits/reductions", {
    summary: {
      zh: "四减成效表：各事项环节、材料、时间、跑动次数的前后对比，并按渠道分列，默认本年",
      en: "The four reductions: steps, materials, working days and visits before and after, by item and channel; this year by default",
    },
    allow: readers,
    query: z.strictObject({ from: month.optional(), to: month.optional(), item: lineOf(20).optional() }),
    returns: table,
    async run({ query }, runtime) {
      const today = todayIn(runtime.clock()).toString();
      const from = query.from ?? `${today.slice(0, 4)}-01`;
      const to = query.to ?? today.slice(0, 7);
      const months = monthsBetween(from, to, query.item === undefined ? "all-items" : "one-item");
      if (isRejection(months)) return problem(422, months.code, { details: months.details });
      const buckets = await bucketsOf(runtime, months, query.item);
      return { from, to, baseline: runtime.town.guides.baseline.source, ...tableOf(buckets, runtime.town) };
    },
  }),
  readById("GET /permits/reductions/{id}", {
    summary: { zh: "某事项某月所计的每一件", en: "Every case counted for an item in a month" },
    allow: readers,
    of: reduction,
    returns: z.object({
      id: z.string(),
      version: z.int(),
      item: z.string(),
      name: text,
      month,
      before: figures,
      cases: z.array(
        z.object({ application: z.string(), path: z.string(), channel: channel.optional(), ...figures.shape }),
      ),
    }),
    view: ({ id, version, state }, { runtime }) => ({
      id,
      version,
      item: state.item,
      name: state.name,
      month: state.month,
      before: baselineOf(runtime.town, state),
      cases: Object.entries(state.cases).map(([application, counted]) => ({
        application,
        path: `/permits/applications/${application}`,
        ...counted,
      })),
    }),
  }),
  read("GET /permits/reductions/{id}/recount", {
    summary: {
      zh: "由办件记录重新计算并核对，每次至多一百件",
      en: "Counted again from the cases' own records, and compared; a hundred cases at a time",
    },
    allow: ["supervisor", "leader", "ops"],
    query: z.strictObject({ after: lineOf(60).optional() }),
    returns: z.object({
      cases: z.int(),
      looked: titled(z.int(), { zh: "本次核对件数", en: "Cases looked at this time" }),
      agrees: z.boolean(),
      differing: z.array(z.object({ application: z.string(), counted: figures, recounted: figures.optional() })),
      next: titled(z.string(), { zh: "下一批的起点", en: "Send it as `after` for the next cases" }).optional(),
    }),
    async run({ params, query: { after = "" } }, runtime) {
      const loaded = await runtime.store.load(reduction, params.id ?? "");
      if (loaded === undefined) return problem(404, "resource.not-found");
      const cases = Object.entries(loaded.state.cases).toSorted(([one], [other]) => (one < other ? -1 : 1));
      const left = cases.filter(([application]) => application > after);
      const looked = left.slice(0, atOnce);
      const differing = (await recounted(looked, runtime)).filter(({ agrees }) => !agrees);
      const next = left.length > looked.length ? looked.at(-1)?.[0] : undefined;
      return {
        ...{ cases: cases.length, looked: looked.length, agrees: differing.length === 0 },
        differing: differing.map(({ agrees: _agrees, ...one }) => one),
        ...present({ next }),
      };
    },
  }),
];

const same = (one: Figures, other: Figures) => figureNames.every((name) => one[name] === other[name]);

/** A11: so many cases are counted again for one answer, and so many of them at a time. */
const [atOnce, abreast] = [100, 10];

/** Counts cases again from their own records. */
async function recounted(cases: readonly (readonly [string, CountedCase])[], runtime: Runtime) {
  const found = [];
  for (let at = 0; at < cases.length; at += abreast)
    found.push(...(await Promise.all(cases.slice(at, at + abreast).map((one) => recountedOne(one, runtime)))));
  return found;
}

async function recountedOne([application, found]: readonly [string, CountedCase], runtime: Runtime) {
  const counted = pick(found, figureNames);
  const records = await recordsOf(runtime, application);
  const again = records === undefined ? undefined : figuresOf(records, runtime.calendar);
  return {
    application,
    counted,
    agrees: again !== undefined && same(again, counted),
    ...present({ recounted: again }),
  };
}

/** What was counted in these months: of one item by its id, of all by the list of each month. */
async function bucketsOf({ store }: Runtime, months: readonly string[], item: string | undefined) {
  if (item !== undefined) {
    const ids = months.map((one) => reductionId(item, one));
    return store.loadAll(reduction, ids);
  }
  const all = months.map((one) => everythingIn(store, reduction, { index: "byStatus", partition: `reduction:${one}` }));
  return (await Promise.all(all)).flat();
}

type Compared = { readonly before: Figures; readonly after: CountedCase };

/** All cases, and those of each channel by which any came. */
function withChannels(cases: readonly Compared[]) {
  const all = compare(cases);
  if (all === undefined) return undefined;
  const byChannel: Partial<Record<z.infer<typeof channel>, Comparison>> = {};
  for (const one of channel.options) {
    const some = compare(cases.filter(({ after }) => after.channel === one));
    if (some !== undefined) byChannel[one] = some;
  }
  return { ...all, byChannel };
}

function tableOf(buckets: readonly Loaded<Reduction>[], town: TownProfile) {
  const casesOf = (ones: readonly Loaded<Reduction>[]) =>
    ones.flatMap(({ state }) =>
      Object.values(state.cases).map((after) => ({ before: baselineOf(town, state), after })),
    );
  const items = [...Map.groupBy(buckets, ({ state }) => state.item)].flatMap(([item, ones]) => {
    const row = withChannels(casesOf(ones));
    const name = ones.at(-1)?.state.name;
    if (row === undefined || name === undefined) return [];
    return [{ item, name, ...row, records: ones.map(({ id }) => `/permits/reductions/${id}`) }];
  });
  const total = withChannels(casesOf(buckets));
  return {
    items: items.toSorted((one, other) => one.item.localeCompare(other.item)),
    ...(total === undefined ? {} : { total }),
  };
}
