import { part } from "../../../shared/service/index.ts";
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
  asks: [ledger, payments, receivables, rewards, scheme],
});
