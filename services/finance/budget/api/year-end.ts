import * as z from "zod";
import { problem, read } from "../../../../shared/http/index.ts";
import { everythingIn } from "../../../../shared/store/index.ts";
import { financeReaders } from "../../common/roles.ts";
import type { BudgetLine } from "../domain/budget-line.ts";
import { yearEndOf } from "../domain/carrying.ts";
import { budgetLine } from "../domain/decider.ts";
import { budgetYear } from "../domain/year/decider.ts";

/** F-6 (预算法 42, 66(2)): what is unspent at the end of a year: what goes on for its purpose, and the surplus for the stabilisation fund. */
export const budgetYearEnd = read("GET /finance/budget-years/{id}/year-end", {
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
  }),
  async run({ params: { id = "" } }, { store }) {
    if ((await store.load(budgetYear, id)) === undefined) return problem(404, "resource.not-found");
    const linesIn = (status: BudgetLine["status"]) =>
      everythingIn(store, budgetLine, { index: "byStatus", partition: `budget-line:${id}:${status}` });
    const found = [...(await linesIn("open")), ...(await linesIn("lapsed"))];
    const { openLines, left, carryOver, carried, stabilisation } = yearEndOf(found.map(({ state }) => state));
    return {
      ...{ openLines, leftFen: left, carryOverFen: carryOver, carriedFen: carried },
      stabilisationFen: stabilisation,
    };
  },
});
