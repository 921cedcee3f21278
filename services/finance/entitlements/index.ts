import { aggregate, part } from "../../../shared/service/index.ts";
import { budget } from "../budget/index.ts";
import { ledger } from "../ledger/index.ts";
import { entitlementRoutes } from "./api/entitlements.ts";
import { letterRoutes } from "./api/letters.ts";
import { promisedAndPaidRoute } from "./api/promised-and-paid.ts";
import { receiptRoutes } from "./api/receipts.ts";
import { entitlement } from "./domain/decider.ts";
import { demandLetter } from "./domain/letter/demand-letter.ts";
import { transferReceipt } from "./domain/receipt/transfer-receipt.ts";
import { entitlementProblems } from "./problems.ts";
import { dutyReactions } from "./reactions/duties.ts";
import { entitlementTitles } from "./titles.ts";

export { entitlements } from "./api/entitlement-view.ts";

/** Promised and paid: what payers owe the town, from its document to the money that came (F7, F9, F-33, F-41). */
export const entitlementsPart = part({
  aggregates: [aggregate(entitlement), aggregate(transferReceipt), aggregate(demandLetter)],
  routes: [promisedAndPaidRoute, ...entitlementRoutes, ...receiptRoutes, ...letterRoutes],
  subscriptions: dutyReactions,
  problems: entitlementProblems,
  titles: entitlementTitles,
  asks: [budget, ledger],
});
