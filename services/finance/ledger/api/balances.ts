import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { isRejection, present } from "../../../../shared/decider/index.ts";
import { problem, type Route, read, wholeNumber } from "../../../../shared/http/index.ts";
import { add, fen, subtract } from "../../../../shared/money/index.ts";
import { financeReaders } from "../../common/roles.ts";
import { accountOf, accountSets, chartFor } from "../domain/accounts.ts";
import type { Moved } from "../domain/balance/balance.ts";
import { byAccount, trialBalance } from "../domain/balances.ts";
import { bookAbsent } from "../domain/refusals.ts";
import { month } from "./books.ts";
import { bookBefore } from "./posting.ts";
import { balancesThrough, cutOf } from "./standing.ts";

const year = wholeNumber(z.int().min(2000).max(2200));
const row = z.object({
  account: z.string(),
  accountName: z.string(),
  item: z.string().optional(),
  debitFen: z.int(),
  creditFen: z.int(),
  balanceFen: z.int(),
  /** Its entries. */
  entries: z.string(),
});

const nothing: Moved = { debit: fen(0), credit: fen(0) };
/** What moved up to a month, that month included. */
const upTo = (months: Readonly<Record<string, Moved>>, last: string): Moved =>
  Object.entries(months).reduce(
    (total, [at, { debit, credit }]) =>
      at > last ? total : { debit: add(total.debit, debit), credit: add(total.credit, credit) },
    nothing,
  );

type Classed = Moved & { readonly account: string; readonly item?: string };
/** Balances of several years as one row for each account and class. */
function byClass(balances: readonly Classed[]): readonly Classed[] {
  const rows = new Map<string, Classed>();
  for (const one of balances) {
    const { account, item } = one;
    const key = `${account} ${item ?? ""}`;
    const { debit, credit } = rows.get(key) ?? nothing;
    const moved = { debit: add(debit, one.debit), credit: add(credit, one.credit) };
    rows.set(key, { account, ...present({ item }), ...moved });
  }
  return [...rows.values()].toSorted((a, b) => Number(a.account > b.account) - Number(a.account < b.account));
}

const aboutBooks = (routes: readonly Route[]) => routes.map((one) => ({ ...one, absent: bookAbsent }));

/** Balances and trial balance of a book. */
export const balanceRoutes: readonly Route[] = aboutBooks([
  read("GET /finance/books/{id}/balances", {
    summary: {
      zh: "科目余额：到某月底，按业务日期或者入账日期",
      en: "Balances at the end of a month, by the day for which they count or on which they were entered",
    },
    allow: financeReaders,
    query: z.strictObject({ month: month.optional(), by: z.enum(["effective", "entered"]).default("effective") }),
    returns: z.object({ month, by: z.enum(["effective", "entered"]), items: z.array(row) }),
    async run({ params: { id = "" }, query }, runtime) {
      const known = runtime.town.finance.books.find((one) => one.id === id);
      if (known === undefined) return problem(404, "resource.not-found");
      const at = query.month ?? todayIn(runtime.clock()).toString().slice(0, 7);
      const of = Number(at.slice(0, 4));
      const chart = chartFor(runtime.town.finance.charts, known.kind, of);
      if (isRejection(chart)) return problem(404, "resource.not-found");
      const before = await bookBefore(runtime, id);
      const first = before?.first ?? at;
      const balances = first > at ? [] : await balancesThrough(runtime, { id, first, chart });
      const items = byClass(balances.map((one) => ({ ...one, ...upTo(one[query.by], at) }))).map(
        ({ account, item, debit, credit }) => ({
          ...{ account, accountName: accountOf(chart, account)?.name ?? account },
          ...present({ item }),
          ...{ debitFen: debit, creditFen: credit, balanceFen: subtract(debit, credit) },
          entries: `/finance/entries?book=${id}&period=${at}&account=${account}`,
        }),
      );
      return { month: at, by: query.by, items };
    },
  }),
  read("GET /finance/books/{id}/trial-balance", {
    summary: { zh: "试算平衡表：同一时点各套账借贷相等", en: "Trial balance: each set balances at one moment" },
    allow: financeReaders,
    query: z.strictObject({ year: year.optional() }),
    returns: z.object({
      year: z.int(),
      /** How many moves of accounts it holds. */
      upTo: z.int(),
      sets: z.array(z.object({ set: z.enum(accountSets), debitFen: z.int(), creditFen: z.int() })),
      items: z.array(row.omit({ item: true, entries: true })),
    }),
    async run({ params: { id = "" }, query }, runtime) {
      const known = runtime.town.finance.books.find((one) => one.id === id);
      if (known === undefined) return problem(404, "resource.not-found");
      const of = query.year ?? todayIn(runtime.clock()).year;
      const chart = chartFor(runtime.town.finance.charts, known.kind, of);
      if (isRejection(chart)) return problem(404, "resource.not-found");
      const cut = await cutOf(runtime, id, of);
      const { rows, sets } = trialBalance(byAccount(cut.balances), chart);
      return {
        ...{ year: of, upTo: cut.upTo },
        sets: sets.map(({ set, debit, credit }) => ({ set, debitFen: debit, creditFen: credit })),
        items: rows.map(({ account, debit, credit }) => ({
          ...{ account, accountName: accountOf(chart, account)?.name ?? account },
          ...{ debitFen: debit, creditFen: credit, balanceFen: subtract(debit, credit) },
        })),
      };
    },
  }),
]);
