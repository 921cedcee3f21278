import { isRejection } from "../../../../shared/decider/index.ts";
import { add, type Fen, fen } from "../../../../shared/money/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { everythingIn } from "../../../../shared/store/index.ts";
import { budgetLine } from "../../budget/domain/decider.ts";
import { budgetYear } from "../../budget/domain/year/decider.ts";
import { type Account, accountOf, type Chart, chartFor } from "../../ledger/domain/accounts.ts";
import { classedOf, ledgerEntry } from "../../ledger/domain/posted/decider.ts";
import type { LedgerEntry } from "../../ledger/domain/posted/words.ts";
import { isCarriedOver } from "../../ledger/domain/posting.ts";
import type { AskedReport, ReportBudget, ReportEntry, ReportFacts } from "../domain/report.ts";

type Reading = Pick<Runtime, "store" | "town">;

/** The budget to which an account belongs; of a unit only the budgetary set counts, for the other one holds the same money again. */
function budgetOf({ budget, set }: Account, chart: Chart): ReportBudget | undefined {
  if (chart.book === "unit") return set === "budgetary" ? "unit" : undefined;
  return budget;
}

function linesOf({ lines, effectiveOn }: LedgerEntry, chart: Chart): readonly ReportEntry[] {
  if (isCarriedOver(lines, chart)) return [];
  return lines.flatMap(({ account: code, side, amount, item, level = "town", origin = "ordinary" }) => {
    const account = accountOf(chart, code);
    if (account === undefined || account.kind === "stands" || item === undefined || !/^\d{3,12}$/.test(item)) return [];
    const budget = budgetOf(account, chart);
    if (budget === undefined) return [];
    const grows = side === (account.kind === "income" ? "credit" : "debit");
    return [
      {
        ...{ effectiveOn, budget, side: account.kind, class: item, level, origin },
        amount: grows ? amount : fen(-amount),
      },
    ];
  });
}

/** F-35: the booked lines of a year, late ones among them; none, where the year has no chart. */
async function entriesOf({ store, town }: Reading, book: string, year: number): Promise<readonly ReportEntry[]> {
  const kind = town.finance.books.find(({ id }) => id === book)?.kind ?? "unit";
  const chart = chartFor(town.finance.charts, kind, year);
  if (isRejection(chart)) return [];
  const found = await everythingIn(store, ledgerEntry, { index: "byOwner", partition: classedOf(book, year) });
  return found.flatMap(({ state }) => linesOf(state, chart));
}

async function approvedIn({ store }: Reading, year: number): Promise<Readonly<Record<string, Fen>>> {
  const approved: Record<string, Fen> = {};
  for (const status of ["open", "lapsed"])
    for (const { state } of await everythingIn(store, budgetLine, {
      ...{ index: "byStatus", partition: `budget-line:${year}:${status}` },
    }))
      approved[state.item] = fen((approved[state.item] ?? 0) + state.approved);
  return approved;
}

/** F-11, F-34: the income that the congress approved of the year; transfers stand in their own class. */
async function incomeIn({ store }: Reading, year: number): Promise<Pick<ReportFacts, "income">> {
  const found = (await store.load(budgetYear, String(year)))?.state;
  if (found?.status !== "approved") return {};
  const { revenue, revenues, transfers } = found;
  const byClass = { ...revenues, ...(transfers === undefined ? {} : { [transferClass]: transfers }) };
  const total = revenue === undefined ? {} : { total: add(revenue, transfers ?? fen(0)) };
  return { income: { byClass, isWhole: revenues !== undefined, ...total } };
}
const transferClass = "110";

/** What a report is made of. Each kind reads its own year, and the one before only where they are compared. */
export async function factsFor(runtime: Reading, book: string, asked: AskedReport): Promise<ReportFacts> {
  const isUnit = runtime.town.finance.books.find(({ id }) => id === book)?.kind === "unit";
  const needsBudget = asked.kind === "execution" || asked.kind === "final-accounts";
  const [now, before, approved] = await Promise.all([
    entriesOf(runtime, book, asked.year),
    asked.kind === "comparison" ? entriesOf(runtime, book, asked.year - 1) : [],
    needsBudget ? approvedIn(runtime, asked.year) : {},
  ]);
  const income = needsBudget && !isUnit ? await incomeIn(runtime, asked.year) : {};
  return { now, before, approved, approvedIn: isUnit ? "unit" : "general", ...income };
}
