import * as z from "zod";

/** Debt was added after the old stock was locked: arrears count too (F8). `debtor`: `town`, or the code of a village. */
export const debtGrown = z.object({ debtor: z.string(), byFen: z.int().positive(), owedFen: z.int() });
/** What a plan wanted to be repaid by a day was not. */
export const debtPlanMissed = z.object({ debtor: z.string(), by: z.iso.date(), missingFen: z.int().positive() });

/** Debt of the town and its villages. */
export const debtEvents = {
  "finance.debt-stock.grown": debtGrown,
  "finance.debt.plan-missed": debtPlanMissed,
} as const;
