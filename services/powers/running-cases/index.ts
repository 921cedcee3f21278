import { aggregate, part } from "../../../shared/service/index.ts";
import { powerPart } from "../powers/index.ts";
import { runningCaseRoutes } from "./api/running-cases.ts";
import { caseRegister } from "./domain/register.ts";
import { runningCaseProblems } from "./problems.ts";
import { runningCaseReactions } from "./reactions/running-cases.ts";
import { runningTitles } from "./titles.ts";

/** Cases that are open when their power is recalled (CF-24b). */
export const runningCases = part({
  aggregates: [aggregate(caseRegister)],
  routes: [...runningCaseRoutes],
  subscriptions: [...runningCaseReactions],
  asks: [powerPart],
  problems: runningCaseProblems,
  titles: runningTitles,
});
