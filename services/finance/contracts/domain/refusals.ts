import { refusals } from "../../../../shared/decider/index.ts";

/** Codes that contracts of services refuse with; each has its text in `problems.ts`. */
export type ContractRefusal =
  | "finance.above-result"
  | "finance.accepted-already"
  | "finance.acceptor-pays-not"
  | "finance.contract-holds-no-payment"
  | "finance.contract-not-in-this-state"
  | "finance.more-agreed-than-came"
  | "finance.purchase-of-county"
  | "finance.result-bounds-inverted"
  | "finance.service-not-accepted"
  | "finance.service-period-runs"
  | "finance.supplier-unknown"
  | "finance.term-unknown"
  | "finance.terms-twice"
  | "finance.terms-unlike-total"
  | "finance.villagers-did-not-accept";

/** The refusals of this part, by their codes. */
export const { badInput, notNow, notYou, refuse } = refusals<ContractRefusal>();
