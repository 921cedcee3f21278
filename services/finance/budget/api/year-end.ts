import * as z from "zod";
import { problem, read } from "../../../../shared/http/index.ts";
import { add, fen } from "../../../../shared/money/index.ts";
import { everythingIn } from "../../../../shared/store/index.ts";
import { financeReaders } from "../../common/roles.ts";
import type { BudgetLine } from "../domain/budget-line.ts";
import { budgetLine } from "../domain/decider.ts";
import { budgetYear } from "../domain/year/decider.ts";

const total = (lines: readonly BudgetLine[], of: (line: BudgetLine) => ReturnType<typeof fen> | undefined) =>
  lines.reduce((sum, line) => add(sum, of(line) ?? fen(0)), fen(0));

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
    const linesIn = async (status: BudgetLine["status"]) =>
      (await everythingIn(store, budgetLine, { index: "byStatus", partition: `budget-line:${id}:${status}` })).map(
        ({ state }) => state,
      );
    const [open, lapsed] = [await linesIn("open"), await linesIn("lapsed")];
    return {
      openLines: open.length,
      leftFen: total(lapsed, ({ left }) => left),
      carryOverFen: total(lapsed, ({ becomes, left }) => (becomes === "carry-over" ? left : undefined)),
      carriedFen: total(lapsed, ({ carried }) => carried),
      stabilisationFen: total(lapsed, ({ becomes, left }) => (becomes === "surplus" ? left : undefined)),
    };
  },
});
