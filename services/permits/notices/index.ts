import { aggregate, part } from "../../../shared/service/index.ts";
import { noticeRoutes } from "./api/notices.ts";
import { notice } from "./domain/notice.ts";
import { noticeProblems } from "./problems.ts";
import { agentReactions } from "./reactions/agents.ts";
import { noticesTitles } from "./titles.ts";

/** What the villager is told while an agent acts (L9). */
export const notices = part({
  aggregates: [aggregate(notice)],
  routes: [...noticeRoutes],
  subscriptions: [...agentReactions],
  problems: noticeProblems,
  titles: noticesTitles,
});
