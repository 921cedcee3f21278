import { aggregate, part } from "../../../shared/service/index.ts";
import { powerPart } from "../powers/index.ts";
import { handoverRoutes } from "./api/handovers.ts";
import { handover } from "./domain/decider.ts";
import { handoverProblems } from "./problems.ts";
import { handoverReactions } from "./reactions/handover.ts";
import { handoversTitles } from "./titles.ts";

/** The signed form by which a power moves (P2). */
export const handovers = part({
  aggregates: [aggregate(handover)],
  routes: [...handoverRoutes],
  subscriptions: [...handoverReactions],
  asks: [powerPart],
  problems: handoverProblems,
  titles: handoversTitles,
});
