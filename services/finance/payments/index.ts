export { bankMovedDraft } from "./api/booking.ts";

import { aggregate, part } from "../../../shared/service/index.ts";
import { bankLines } from "../bank-lines/index.ts";
import { budget } from "../budget/index.ts";
import { ledger } from "../ledger/index.ts";
import { fileRoutes } from "./api/files.ts";
import { payeeRoutes } from "./api/payees.ts";
import { paymentRoutes } from "./api/payments.ts";
import { payment } from "./domain/decider.ts";
import { paymentFile } from "./domain/file/payment-file.ts";
import { payee } from "./domain/payee/payee.ts";
import { paymentProblems } from "./problems.ts";
import { paymentTitles } from "./titles.ts";

/** Payments: asked for, reviewed, approved and paid by different people (F11, F-49). */
export const payments = part({
  aggregates: [aggregate(payee), aggregate(payment), aggregate(paymentFile)],
  routes: [...payeeRoutes, ...paymentRoutes, ...fileRoutes],
  problems: paymentProblems,
  titles: paymentTitles,
  asks: [bankLines, budget, ledger],
});
