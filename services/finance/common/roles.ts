import type { Role } from "../../../shared/town/roles.ts";

/** Who sees the books and the budget. */
export const financeReaders = [
  "accountant",
  "finance-approver",
  "cashier",
  "leader",
  "supervisor",
] as const satisfies readonly Role[];
