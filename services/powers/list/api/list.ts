import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { type Route, read, readContent } from "../../../../shared/http/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { dayOf, text } from "../../common/api/schemas.ts";
import { entryOn, onTheListFrom } from "../../powers/domain/entry.ts";
import type { Entry } from "../../powers/domain/listed-entry.ts";
import { entryBody, everyPower } from "../../powers/index.ts";
import { Counts } from "../domain/counts.ts";
import { type Difference, differencesBetween } from "../domain/diff.ts";
import { csvOf } from "./list-csv.ts";

const day = z.iso.date();
const onDay = z.strictObject({ on: day.optional() });

const numbers = z.record(z.string(), z.int());
const counts = read("GET /powers/counts", {
  summary: {
    zh: "按行使方式、履职清单、类别统计（可查任一日）",
    en: "Counts by mode, duty list and category, as of any day",
  },
  allow: "public",
  query: onDay,
  returns: z.object({
    on: day,
    total: z.int(),
    inForce: z.int(),
    notHeld: z.int(),
    byMode: numbers,
    byDutyList: numbers,
    byCategory: numbers,
  }),
  async run({ query: { on } }, runtime) {
    const counted = new Counts(dayOf(on, todayIn(runtime.clock())));
    for (const one of await everyPower(runtime)) counted.count(one);
    return counted.result();
  },
});

const about = z.object({ code: z.string(), name: text });
const diffView = z.object({
  from: day,
  to: day,
  /** Put on the list, not held yet. */
  listed: z.array(about),
  added: z.array(about.extend({ mode: z.string(), inWhoseName: z.string() })),
  gone: z.array(about.extend({ reason: z.string() })),
  changed: z.array(
    about.extend({
      fields: z.array(z.string()),
      before: z.record(z.string(), z.unknown()),
      after: z.record(z.string(), z.unknown()),
    }),
  ),
  suspended: z.array(about.extend({ reason: z.string() })),
  resumed: z.array(about),
});

const diff = read("GET /powers/diff", {
  summary: {
    zh: "两日之间清单的变化：新增、收回、变更、暂停、恢复",
    en: "What changed between two days: added, gone, changed, suspended, resumed",
  },
  allow: "public",
  query: z
    .strictObject({ from: day, to: day })
    .refine(({ from, to }) => from <= to, { path: ["to"], message: "value.ends-before" }),
  returns: diffView,
  async run({ query: { from, to } }, runtime) {
    const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)];
    const found: { readonly about: z.infer<typeof about>; readonly difference: Difference }[] = [];
    for (const one of await everyPower(runtime)) {
      const { code, name } = entryOn(one, last);
      for (const difference of differencesBetween(one, first, last)) found.push({ about: { code, name }, difference });
    }
    const of = <W extends Difference["what"]>(what: W) =>
      found.flatMap(({ about: named, difference }) =>
        isA(difference, what) ? [{ ...named, ...told(difference) }] : [],
      );
    return {
      from,
      to,
      listed: of("listed"),
      added: of("added"),
      gone: of("gone"),
      changed: of("changed").map((one) => ({
        ...one,
        fields: [...one.fields],
        before: { ...one.before },
        after: { ...one.after },
      })),
      suspended: of("suspended"),
      resumed: of("resumed"),
    };
  },
});

type Of<W extends Difference["what"]> = Extract<Difference, { what: W }>;
const isA = <W extends Difference["what"]>(difference: Difference, what: W): difference is Of<W> =>
  difference.what === what;
function told<D extends Difference>({ what: _what, ...rest }: D): Omit<D, "what"> {
  return rest;
}

/** The entries of the list as they stand on a day, in the order of their codes. */
export async function entriesOn(runtime: Runtime, on: string | undefined): Promise<Entry[]> {
  const asked = dayOf(on, todayIn(runtime.clock()));
  const entries: Entry[] = [];
  for (const one of await everyPower(runtime))
    if (onTheListFrom(one) <= asked.toString()) entries.push(entryOn(one, asked));
  return entries;
}

const csv = readContent("GET /powers/list.csv", {
  summary: { zh: "导出清单（CSV，可再导入）", en: "The list as CSV, to be imported again" },
  allow: "public",
  produces: "text/csv; charset=utf-8",
  query: onDay.extend({ language: z.enum(["zh", "en"]).default("zh") }),
  async run({ query: { on, language } }, runtime) {
    const headers = { "content-disposition": `attachment; filename="powers-${runtime.town.slug}.csv"` };
    return { content: csvOf(await entriesOn(runtime, on), language), headers };
  },
});

const json = read("GET /powers/list.json", {
  summary: { zh: "导出清单（JSON，可再导入）", en: "The list as JSON, to be imported again" },
  allow: "public",
  query: onDay,
  returns: z.object({ items: z.array(entryBody) }),
  run: async ({ query: { on } }, runtime) => ({
    items: (await entriesOn(runtime, on)).map(({ basis = [], ...entry }) => ({ ...entry, basis: [...basis] })),
  }),
});

/** The list as a whole (P1, P9). */
export const listRoutes: readonly Route[] = [counts, diff, csv, json];
