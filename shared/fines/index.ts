export {
  type CountedFine,
  isDueProvisional,
  lastDueDay,
  type OwedOfFine,
  openPlanOf,
  owedOfFine,
  planOf,
} from "./owed.ts";
export { type AgreedSum, agreedPlan } from "./plan.ts";
export {
  type DueSum,
  fineDueOn,
  type NotCounted,
  type PaidPart,
  type Surcharged,
  surchargeOfPlan,
  surchargeOn,
} from "./surcharge.ts";
