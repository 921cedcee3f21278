import { aggregate, part } from "../../../shared/service/index.ts";
import { budget } from "../budget/index.ts";
import { ledger } from "../ledger/index.ts";
import { payments } from "../payments/index.ts";
import { batchAggregate } from "./aggregate.ts";
import { benefitBankRoutes } from "./api/bank.ts";
import { batchRoutes } from "./api/batches.ts";
import { peopleRoutes } from "./api/people.ts";
import { beneficiary } from "./domain/beneficiary.ts";
import { benefitLines } from "./domain/decider.ts";
import { benefitGrant } from "./domain/grant.ts";
import { benefitPayment } from "./domain/payment.ts";
import { programme } from "./domain/programme.ts";
import { benefitProblems } from "./problems.ts";
import { benefitTitles } from "./titles.ts";

/** Benefits for people: eligibility, batches, what the bank sent back (F13). */
export const benefitsPart = part({
  aggregates: [
    ...[aggregate(beneficiary), aggregate(programme), aggregate(benefitGrant), aggregate(benefitPayment)],
    ...[batchAggregate, aggregate(benefitLines)],
  ],
  routes: [...peopleRoutes, ...batchRoutes, ...benefitBankRoutes],
  problems: benefitProblems,
  titles: benefitTitles,
  asks: [budget, ledger, payments],
});
