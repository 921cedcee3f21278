import { part } from "../../../shared/service/index.ts";
import { assetsPart } from "../assets/index.ts";
import { benefitsPart } from "../benefits/index.ts";
import { budget } from "../budget/index.ts";
import { contractsPart } from "../contracts/index.ts";
import { debtPart } from "../debt/index.ts";
import { entitlementsPart } from "../entitlements/index.ts";
import { ledger } from "../ledger/index.ts";
import { payments } from "../payments/index.ts";
import { receivables } from "../receivables/index.ts";
import { rewards } from "../rewards/index.ts";
import { scheme } from "../scheme/index.ts";
import { boardRoute } from "./api/board.ts";
import { boardTitles } from "./titles.ts";

/** What waits for the accountant, the cashier, the approver. */
export const board = part({
  routes: [boardRoute],
  titles: boardTitles,
  asks: [
    ...[ledger, budget, payments, receivables, entitlementsPart, scheme],
    ...[debtPart, benefitsPart, contractsPart, assetsPart, rewards],
  ],
});
