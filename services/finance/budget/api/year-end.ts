import * as z from "zod";
import { isRejection } from "../../../../shared/decider/index.ts";
import { problem, type Route, read } from "../../../../shared/http/index.ts";
import type { Fen } from "../../../../shared/money/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { everythingIn } from "../../../../shared/store/index.ts";
import { financeReaders } from "../../common/roles.ts";
import { chartFor } from "../../ledger/domain/accounts.ts";
import { classedOf, ledgerEntry } from "../../ledger/domain/posted/decider.ts";
import type { BudgetLine } from "../domain/budget-line.ts";
import { yearEndOf } from "../domain/carrying.ts";
import { againstApproved, collectedIn } from "../domain/collected.ts";
import { budgetLine } from "../domain/decider.ts";
import { budgetYear } from "../domain/year/decider.ts";
import { yearAbsent } from "./years.ts";

/** F-6 (预算法 42, 66(2)): what is unspent at the end of a year: what goes on for its purpose, and the surplus for the stabilisation fund. */
export const budgetYearEnd: Route = {
  ...read("GET /finance/budget-years/{id}/year-end", {
    summary: {
      zh: "年终：未用完的指标，可结转、已结转和结余（补充预算稳定调节基金）",
      en: "The end of a year: what goes on, what went on, and the surplus for the stabilisation fund",
    },
    allow: financeReaders,
    returns: z.object({
      openLines: z.int(),
      leftFen: z.int(),
      carryOverFen: z.int(),
      carriedFen: z.int(),
      stabilisationFen: z.int(),
      /** F-11: income against what was approved; absent where no income was approved. */
      revenueFen: z.int().optional(),
      collectedFen: z.int().optional(),
      overCollectedFen: z.int().optional(),
      shortFen: z.int().optional(),
    }),
    async run({ params: { id = "" } }, runtime) {
      const { store } = runtime;
      const year = (await store.load(budgetYear, id))?.state;
      if (year === undefined) return problem(404, "resource.not-found");
      const linesIn = (status: BudgetLine["status"]) =>
        everythingIn(store, budgetLine, { index: "byStatus", partition: `budget-line:${id}:${status}` });
      const found = [...(await linesIn("open")), ...(await linesIn("lapsed"))];
      const { openLines, left, carryOver, carried, stabilisation } = yearEndOf(found.map(({ state }) => state));
      return {
        ...{ openLines, leftFen: left, carryOverFen: carryOver, carriedFen: carried },
        stabilisationFen: stabilisation,
        ...(year.status === "approved" && year.revenue !== undefined
          ? await incomeOf(year.year, year.revenue, runtime)
          : {}),
      };
    },
  }),
  absent: yearAbsent,
};

/** F-11: what the treasury took in of the year, against the income that the congress approved. */
async function incomeOf(year: number, revenue: Fen, { store, town }: Pick<Runtime, "store" | "town">) {
  const book = town.finance.books.find(({ kind }) => kind === "treasury")?.id;
  const chart = chartFor(town.finance.charts, "treasury", year);
  if (book === undefined || isRejection(chart)) return { revenueFen: revenue };
  const found = await everythingIn(store, ledgerEntry, { index: "byOwner", partition: classedOf(book, year) });
  const collected = collectedIn(
    found.map(({ state }) => state.lines),
    chart,
  );
  const { overCollected, short } = againstApproved(revenue, collected);
  return { revenueFen: revenue, collectedFen: collected, overCollectedFen: overCollected, shortFen: short };
}
