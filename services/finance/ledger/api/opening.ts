import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { isRejection } from "../../../../shared/decider/index.ts";
import { problem, type Route, read, wholeNumber } from "../../../../shared/http/index.ts";
import { fen } from "../../../../shared/money/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { financeReaders } from "../../common/roles.ts";
import { accountOf, chartFor } from "../domain/accounts.ts";
import { balanceOf, byAccount } from "../domain/balances.ts";
import type { Standings } from "../domain/book/words.ts";
import { bookAbsent } from "../domain/refusals.ts";
import { bookBefore } from "./posting.ts";
import { balancesThrough } from "./standing.ts";

export const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .meta({ description: "月份，如2027-03 / A month, such as 2027-03" });

/** The chart of a book in a year; undefined where there is none. */
export function chartOfBook({ town }: Pick<Runtime, "town">, id: string, year: number) {
  const kind = town.finance.books.find((one) => one.id === id)?.kind;
  const chart = kind === undefined ? undefined : chartFor(town.finance.charts, kind, year);
  return chart === undefined || isRejection(chart) ? undefined : chart;
}

/** What stands on each account at the end of a year; what is zero is left out. */
export async function standingsAt(
  runtime: Pick<Runtime, "store" | "town">,
  id: string,
  year: number,
): Promise<Standings> {
  const [chart, before] = [chartOfBook(runtime, id, year), await bookBefore(runtime, id)];
  if (chart === undefined || before === undefined || Number(before.first.slice(0, 4)) > year) return {};
  const rows = byAccount(await balancesThrough(runtime, { id, first: before.first, chart }));
  return Object.fromEntries(
    rows.flatMap((row) => (balanceOf(row) === 0 ? [] : [[row.account, balanceOf(row)] as const])),
  );
}

/** F-6, F-47: what opened a year beside what stood when the year before was settled. Both are the same, account by account. */
export const openingBalances: Route = {
  ...read("GET /finance/books/{id}/opening-balances", {
    summary: {
      zh: "年初余额与上年决算余额逐科目核对",
      en: "What opened a year beside what stood when the year before was settled",
    },
    allow: financeReaders,
    query: z.strictObject({ year: wholeNumber(z.int().min(2000).max(2200)).optional() }),
    returns: z.object({
      year: z.int(),
      isEqual: z.boolean(),
      items: z.array(
        z.object({ account: z.string(), accountName: z.string(), closedFen: z.int(), openedFen: z.int() }),
      ),
    }),
    async run({ params: { id = "" }, query }, runtime) {
      const year = query.year ?? todayIn(runtime.clock()).year;
      const closed = (await bookBefore(runtime, id))?.closings?.[year - 1];
      const chart = chartOfBook(runtime, id, year - 1);
      if (chart === undefined) return problem(404, "resource.not-found");
      // The first year of a book stands beside none.
      if (closed === undefined) return { year, isEqual: true, items: [] };
      const opened = await standingsAt(runtime, id, year - 1);
      const items = [...new Set([...Object.keys(closed), ...Object.keys(opened)])].toSorted().map((account) => ({
        ...{ account, accountName: accountOf(chart, account)?.name ?? account },
        ...{ closedFen: closed[account] ?? fen(0), openedFen: opened[account] ?? fen(0) },
      }));
      return { year, isEqual: items.every(({ closedFen, openedFen }) => closedFen === openedFen), items };
    },
  }),
  absent: bookAbsent,
};
