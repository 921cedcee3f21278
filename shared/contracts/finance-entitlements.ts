import * as z from "zod";

/** What a payer promised the town is overdue: told the day after its last day, and then in steps (F7). */
export const entitlementOverdue = z.object({
  payer: z.string(),
  dueOn: z.iso.date(),
  outstandingFen: z.int().positive(),
  remindOn: z.iso.date(),
});

/** Promised and paid. */
export const entitlementEvents = { "finance.entitlement.overdue": entitlementOverdue } as const;
