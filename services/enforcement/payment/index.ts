import { aggregate, part } from "../../../shared/service/index.ts";
import { cases } from "../cases/index.ts";
import { fineRoutes } from "./api/fines.ts";
import { fine } from "./domain/decider.ts";
import { paymentProblems } from "./problems.ts";
import { fineReactions } from "./reactions/fine.ts";
import { paymentTitles } from "./titles.ts";

export { fines } from "./api/fines.ts";

/** What a party owes by a decision (E12): fine, gains, surcharge, the court. */
export const payment = part({
  aggregates: [aggregate(fine)],
  routes: [...fineRoutes],
  subscriptions: [...fineReactions],
  asks: [cases],
  problems: paymentProblems,
  titles: paymentTitles,
});
