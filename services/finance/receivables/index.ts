import { aggregate, part } from "../../../shared/service/index.ts";
import { bankLines } from "../bank-lines/index.ts";
import { ledger } from "../ledger/index.ts";
import { fiscalReceiptRoutes } from "./api/fiscal-receipts.ts";
import { noticeRoutes } from "./api/notices.ts";
import { receiptStockRoutes } from "./api/receipt-stocks.ts";
import { receivableRoutes } from "./api/receivables.ts";
import { receivable } from "./domain/decider.ts";
import { fiscalReceipt } from "./domain/fiscal-receipt/decider.ts";
import { receiptStock } from "./domain/receipt-stock/receipt-stock.ts";
import { receivableProblems } from "./problems.ts";
import { claimReactions } from "./reactions/claims.ts";
import { receivableTitles } from "./titles.ts";

export { incomeReceipt, receiptsOfIncome, receiptVoided, stockOf } from "./api/issuing.ts";
export { codeOf } from "./api/receivable-view.ts";

/** What the town may claim, what came in, and what goes back (F-10, F-36, CF-67, XK-59). */
export const receivables = part({
  aggregates: [aggregate(receivable), aggregate(fiscalReceipt), aggregate(receiptStock)],
  routes: [...receivableRoutes, ...noticeRoutes, ...fiscalReceiptRoutes, ...receiptStockRoutes],
  subscriptions: claimReactions,
  problems: receivableProblems,
  titles: receivableTitles,
  asks: [bankLines, ledger],
});
