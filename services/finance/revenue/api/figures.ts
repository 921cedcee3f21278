import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { present } from "../../../../shared/decider/index.ts";
import { read } from "../../../../shared/http/index.ts";
import { add, fen } from "../../../../shared/money/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { everythingIn } from "../../../../shared/store/index.ts";
import { yearQuery } from "../../budget/index.ts";
import { financeReaders } from "../../common/roles.ts";
import { revenue, revenueOf } from "../domain/decider.ts";
import { type Compared, changes, comparedRevenue } from "../domain/figures.ts";

/** So many payers are shown: those whose payments moved most. */
const mostPayers = 100;
const figure = {
  thisYearFen: z.int(),
  lastYearFen: z.int(),
  differenceFen: z.int(),
  change: z.enum(changes),
};
const sourceFigure = z.object({ source: z.string(), title: z.string(), ...figure, entries: z.string() });

const shown = ({ thisYear, lastYear, difference, change }: Compared) => ({
  ...{ thisYearFen: thisYear, lastYearFen: lastYear, differenceFen: difference, change },
});

/** The entries of all classes of a source, from January to the month of the figure, that month included. */
function entriesBehind(
  source: { readonly items: readonly string[]; readonly origin: string } | undefined,
  { book, year, month }: { readonly book: string; readonly year: number; readonly month: string },
): string {
  const last = Temporal.PlainYearMonth.from(`${year}-${month}`);
  const to = last.toPlainDate({ day: last.daysInMonth }).toString();
  const asked = { book, year: String(year), to, ...present({ origin: source?.origin }) };
  return `/finance/entries?${new URLSearchParams({ ...asked, ...present({ item: source?.items.join(",") }) })}`;
}

async function incomeIn({ store }: Pick<Runtime, "store">, year: number) {
  const found = await everythingIn(store, revenue, { index: "byStatus", partition: revenueOf(year) });
  return found.map(({ state }) => state);
}

/**
 * Falls, rises and new payers. Only ordinary income counts in the total: fines, permit fees and transfers stand apart and are nobody's
 * target (F-8, CF-74).
 */
export const revenueFigures = read("GET /finance/revenue-figures", {
  summary: {
    zh: "收入增减：与上年同期相比，按项目和缴款人",
    en: "Income against the same months of last year, by source and payer",
  },
  allow: financeReaders,
  query: z.strictObject({
    year: yearQuery.optional(),
    month: z
      .string()
      .regex(/^(0[1-9]|1[0-2])$/)
      .default("12"),
  }),
  returns: z.object({
    year: z.int(),
    month: z.string(),
    thisYearFen: z.int(),
    lastYearFen: z.int(),
    differenceFen: z.int(),
    sources: z.array(sourceFigure),
    apart: z.array(sourceFigure),
    payers: z.array(z.object({ kind: z.enum(["organisation", "person"]), name: z.string().optional(), ...figure })),
  }),
  async run({ query }, runtime) {
    const year = query.year ?? todayIn(runtime.clock()).year;
    const [thisYear, lastYear] = await Promise.all([incomeIn(runtime, year), incomeIn(runtime, year - 1)]);
    const { sources, payers } = comparedRevenue({ thisYear, lastYear }, query.month);
    const { revenueSources, receiptAccounts } = runtime.town.finance;
    const rows = sources.map((one) => {
      const known = revenueSources.find(({ id }) => id === one.source);
      const row = {
        ...{ source: one.source, title: known?.title ?? one.source, ...shown(one) },
        entries: entriesBehind(known, { book: receiptAccounts.book, year, month: query.month }),
      };
      return { row, counts: known?.origin === "ordinary" };
    });
    const total = (of: "thisYearFen" | "lastYearFen" | "differenceFen") =>
      rows.reduce((sum, { row, counts }) => (counts ? add(sum, fen(row[of])) : sum), fen(0));
    return {
      ...{ year, month: query.month },
      ...{
        thisYearFen: total("thisYearFen"),
        lastYearFen: total("lastYearFen"),
        differenceFen: total("differenceFen"),
      },
      sources: rows.flatMap(({ row, counts }) => (counts ? [row] : [])),
      apart: rows.flatMap(({ row, counts }) => (counts ? [] : [row])),
      payers: payers
        .slice(0, mostPayers)
        .map(({ kind, name, ...one }) => ({ kind, ...present({ name }), ...shown(one) })),
    };
  },
});
