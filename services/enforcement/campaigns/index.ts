import { aggregate, part } from "../../../shared/service/index.ts";
import { inspections } from "../inspections/index.ts";
import { campaignRoutes } from "./api/campaigns.ts";
import { dutyRoutes } from "./api/duties.ts";
import { findingRoutes } from "./api/findings.ts";
import { campaign } from "./domain/campaign/decider.ts";
import { campaignYear } from "./domain/campaign/year.ts";
import { venueDuty } from "./domain/duty/decider.ts";
import { campaignProblems } from "./problems.ts";
import { planReactions } from "./reactions/plan.ts";
import { campaignTitles } from "./titles.ts";

export { venueDuties } from "./api/duties.ts";

/** Campaigns (E8, IN-6), and the pledges and self-inspections of venues (E11). */
export const campaigns = part({
  aggregates: [aggregate(campaign), aggregate(campaignYear), aggregate(venueDuty)],
  routes: [...campaignRoutes, ...findingRoutes, ...dutyRoutes],
  subscriptions: planReactions,
  asks: [inspections],
  problems: campaignProblems,
  titles: campaignTitles,
});
