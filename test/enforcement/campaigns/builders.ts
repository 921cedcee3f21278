import type {
  CampaignCommand,
  CampaignPlan,
} from "../../../services/enforcement/campaigns/domain/campaign/campaign.ts";
import { campaign } from "../../../services/enforcement/campaigns/domain/campaign/decider.ts";
import { venueDuty } from "../../../services/enforcement/campaigns/domain/duty/decider.ts";
import type { DutyCommand } from "../../../services/enforcement/campaigns/domain/duty/duty.ts";
import { Living } from "../../support/living.ts";
import { anEnterprise, anItem, officer1, sha, start, theMayor } from "../inspections/builders.ts";

export const aPlan = (more: Partial<CampaignPlan> = {}): CampaignPlan => ({
  ...{
    name: "网吧专项整治",
    origin: { kind: "own" },
    aims: "消除未成年人上网隐患",
    domains: ["trade"],
    items: ["JC-001"],
  },
  stages: [
    { kind: "mobilise", from: "2026-03-02", until: "2026-03-06", text: "动员部署" },
    { kind: "inspection", from: "2026-03-09", until: "2026-03-20", text: "集中检查" },
    { kind: "review", from: "2026-03-23", until: "2026-03-27", text: "总结" },
  ],
  venues: ["E1", "E2"],
  duties: [{ kind: "pledge", by: "2026-03-13", text: "签订安全责任状" }],
  observers: [{ name: "人大代表甲", as: "deputy" }],
  ...more,
});
export const listed = () => anEnterprise().state;
export const proposing = (more: Partial<CampaignPlan> = {}): Extract<CampaignCommand, { type: "propose" }> => {
  const plan = aPlan(more);
  return {
    ...{ type: "propose", plan, itemStates: plan.items.map(() => anItem()) },
    enterprises: plan.venues.map(() => listed()),
  };
};
export const filing = { type: "file-with-justice" as const, on: start, document: "备案回执3号" };
export const publishing = { type: "publish" as const, where: "镇政府公开栏" };
export const aCampaign = (more: Partial<CampaignPlan> = {}) =>
  new Living(campaign).lawfully(proposing(more), start, officer1);
export const anApproved = (more: Partial<CampaignPlan> = {}) =>
  aCampaign(more).lawfully({ type: "approve" }, start, theMayor);
export const aRunning = (more: Partial<CampaignPlan> = {}) =>
  anApproved(more).lawfully(filing, start, officer1).lawfully(publishing, start, officer1);
export const inspecting = (more: object = {}): CampaignCommand => ({
  ...{ type: "inspect", id: "C1", inspection: "V1", enterprise: "E1", state: listed(), items: ["JC-001"] },
  ...{ from: "2026-03-09", until: "2026-03-10", manner: "surprise", departments: [], ...more },
});

export const asking = (more: object = {}): Extract<DutyCommand, { type: "ask" }> => ({
  ...{
    type: "ask",
    kind: "self-inspection",
    enterprise: "E1",
    by: "2026-03-13",
    text: "开展自查",
    state: listed(),
    ...more,
  },
});
export const handing = (more: object = {}): DutyCommand => ({
  ...{ type: "hand-in", signedBy: "经营者", sha256: sha, problems: [{ text: "登记不全", putRight: true }], ...more },
});
export const aDuty = (more: object = {}) => new Living(venueDuty).lawfully(asking(more), start, officer1);
