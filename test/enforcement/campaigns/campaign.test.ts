import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { planBody } from "../../../services/enforcement/campaigns/api/plan-body.ts";
import type { CampaignCommand } from "../../../services/enforcement/campaigns/domain/campaign/campaign.ts";
import { campaign } from "../../../services/enforcement/campaigns/domain/campaign/decider.ts";
import { setsTarget } from "../../../services/enforcement/campaigns/domain/campaign/targets.ts";
import { campaignYear } from "../../../services/enforcement/campaigns/domain/campaign/year.ts";
import { mayReadDuty, venueDuty } from "../../../services/enforcement/campaigns/domain/duty/decider.ts";
import type { DutyCommand } from "../../../services/enforcement/campaigns/domain/duty/duty.ts";
import { campaignEvents } from "../../../shared/contracts/enforcement-campaigns.ts";
import { type Actor, isRejection, theTownItself } from "../../../shared/decider/index.ts";
import { refusalOf } from "../../support/deciding.ts";
import { Living } from "../../support/living.ts";
import { town } from "../common/builders.ts";
import {
  anEnterprise,
  booking,
  officer1,
  officer2,
  start,
  stateWith,
  theEnterprise,
  theGridWorker,
  theHead,
  theMayor,
  theSupervisor,
} from "../inspections/builders.ts";
import {
  aCampaign,
  aDuty,
  anApproved,
  aPlan,
  aRunning,
  asking,
  filing,
  handing,
  inspecting,
  proposing,
  publishing,
} from "./builders.ts";

type One = ReturnType<typeof aCampaign>;
function codeOf(one: One, command: CampaignCommand, actor: Actor = officer1, day = start): string | undefined {
  const decision = one.tell(command, day, actor);
  return isRejection(decision) ? decision.code : undefined;
}
const refused = (more: Parameters<typeof proposing>[0], actor: Actor = officer1) =>
  refusalOf(new Living(campaign).tell(proposing(more), start, actor)).code;
const stage = (kind: "mobilise" | "inspection" | "review", from: string, until: string) => ({
  kind,
  from,
  until,
  text: "阶段",
});

describe("IN-6: the plan", () => {
  test("of the office, by published items, at venues of the register, each once", () => {
    expect(refused({}, theGridWorker)).toBe("enforcement.inspection-not-enforcement");
    const unpublished = { ...proposing(), itemStates: [undefined] };
    expect(refusalOf(new Living(campaign).tell(unpublished, start, officer1)).code).toBe(
      "enforcement.inspection-item-unpublished",
    );
    expect(refused({ venues: ["E1", "E1"] })).toBe("enforcement.campaign-venue");
    const closed = { ...proposing({ venues: ["E1"] }), enterprises: [stateWith({ status: "closed" })] };
    expect(refusalOf(new Living(campaign).tell(closed, start, officer1)).code).toBe("enforcement.campaign-venue");
    expect(refused({ domains: ["land"] })).toBe("enforcement.unknown-domain");
  });
  test("stages follow one another from today on, one of them for inspections, with an end", () => {
    expect(refused({ stages: [stage("inspection", "2026-03-01", "2026-03-20")] })).toBe("enforcement.campaign-stages");
    expect(refused({ stages: [stage("mobilise", start, "2026-03-20")] })).toBe("enforcement.campaign-stages");
    const overlapping = [stage("mobilise", start, "2026-03-09"), stage("inspection", "2026-03-09", "2026-03-20")];
    expect(refused({ stages: overlapping, duties: [] })).toBe("enforcement.campaign-stages");
    const last = "2026-08-28";
    expect(town.enforcement.campaigns.mostDays).toBe(180);
    expect(aCampaign({ stages: [stage("inspection", start, last)] }).state.status).toBe("drafted");
    expect(refused({ stages: [stage("inspection", start, "2026-08-29")] })).toBe("enforcement.campaign-stages");
  });
  test("what venues hand in is due while it runs, each kind once", () => {
    const duty = (by: string) => ({ kind: "pledge" as const, by, text: "责任状" });
    expect(refused({ duties: [duty("2026-03-01")] })).toBe("enforcement.campaign-duty-day");
    expect(refused({ duties: [duty("2026-03-28")] })).toBe("enforcement.campaign-duty-day");
    expect(refused({ duties: [duty("2026-03-13"), duty("2026-03-14")] })).toBe("enforcement.campaign-duty-day");
    expect(aCampaign({ duties: [duty("2026-03-27")] }).state.duties).toHaveLength(1);
  });
  test("what is ordered from above has its order, not of a day to come", () => {
    expect(refused({ origin: { kind: "ordered", organ: "县政府" } })).toBe("enforcement.campaign-order-missing");
    const document = { title: "部署通知", date: "2026-03-03" };
    expect(refused({ origin: { kind: "ordered", organ: "县政府", document } })).toBe(
      "enforcement.document-dated-later",
    );
    expect(
      aCampaign({ origin: { kind: "ordered", organ: "县政府", document: { ...document, date: start } } }).state.origin
        .kind,
    ).toBe("ordered");
  });
  test("approved by the head whom the profile names, not by who proposed it; a number without gaps", () => {
    expect(town.enforcement.campaigns.approver).toBe("government");
    for (const actor of [officer2, theHead, theSupervisor])
      expect(codeOf(aCampaign(), { type: "approve" }, actor)).toBe("enforcement.campaign-approver");
    expect(codeOf(aCampaign(), { type: "approve" }, theTownItself)).toBe("enforcement.person-decides");
    const asOfficer: Actor = { ...theMayor, roles: ["leader", "officer"], office: "enforcement-team" };
    const own = new Living(campaign).lawfully(proposing(), start, asOfficer);
    expect(codeOf(own, { type: "approve" }, theMayor)).toBe("enforcement.campaign-own-plan");
    expect(anApproved().state.number?.text.zh).toBe("广通专治〔2026〕1号");
    expect(codeOf(aCampaign(), { type: "approve" }, theMayor, "2026-03-03")).toBe("enforcement.campaign-stages");
  });
  test("filed with the bureau of justice, then published, then it runs", () => {
    expect(codeOf(anApproved(), publishing)).toBe("enforcement.campaign-not-filed");
    expect(codeOf(anApproved(), { ...filing, on: "2026-03-01" })).toBe("enforcement.campaign-stages");
    expect(codeOf(aCampaign(), filing)).toBe("enforcement.campaign-not-in-this-state");
    expect(codeOf(anApproved(), inspecting())).toBe("enforcement.campaign-not-in-this-state");
    expect(aRunning().events.at(-1)?.data).toEqual({ on: start, from: start, until: "2026-03-27", domains: ["trade"] });
  });
  test("campaigns of its own are limited by year; one that was given up before frees its place", () => {
    const { perYear } = town.enforcement.campaigns;
    const year = new Living(campaignYear);
    for (let at = 0; at < perYear; at += 1) year.lawfully({ type: "take", campaign: `C${at}` }, start, theMayor);
    expect(refusalOf(year.tell({ type: "take", campaign: "CX" }, start, theMayor))).toMatchObject({
      code: "enforcement.campaign-yearly",
      details: { most: perYear, campaigns: perYear },
    });
    expect(year.tell({ type: "take", campaign: "C0" }, start, theMayor)).toEqual([]);
    year
      .lawfully({ type: "give-back", campaign: "C0" }, start, theMayor)
      .lawfully({ type: "take", campaign: "CX" }, start, theMayor);
    expect(year.tell({ type: "give-back", campaign: "C0" }, start, theMayor)).toEqual([]);
  });
});

describe("IN-8, CF-74: no number of cases, fines or inspections is a goal", () => {
  const body = { ...aPlan(), duties: [] };
  const bad = [
    "立案不少于20起",
    "完成罚款10万元",
    "查处案件三十件以上",
    "检查企业50家次",
    "全年罚没收入增长两成",
    "处罚率达到90%",
    "按办案数量排名",
    "以罚款为考核依据",
    "at least 20 cases",
    "30 inspections a month",
  ];
  const good = [
    "消除未成年人上网隐患",
    "3月20日前完成集中检查",
    "2026年3月起开展检查",
    "对照JC-001逐项检查",
    "20家网吧签订责任状",
    "remove hazards by 20 March",
  ];
  test.each(bad)("refused by the schema: %s", (text) => {
    expect(setsTarget(text)).toBe(true);
    for (const plan of [
      { ...body, aims: text },
      { ...body, name: text },
      { ...body, stages: body.stages.map((one) => ({ ...one, text })) },
    ])
      expect(planBody.safeParse(plan).error?.issues[0]?.message).toBe("campaign.target");
  });
  test.each(good)("taken: %s", (aims) => {
    expect(setsTarget(aims)).toBe(false);
    expect(planBody.safeParse({ ...body, aims }).success).toBe(true);
  });
  test("the schema knows no field for a number, by any name", () => {
    const name = fc.stringMatching(/^[a-zA-Z]{3,20}$/).filter((one) => !Object.hasOwn(body, one));
    fc.assert(
      fc.property(name, fc.nat(), (field, count) => {
        expect(planBody.safeParse({ ...body, [field]: count }).success).toBe(false);
      }),
      { numRuns: 100 },
    );
    for (const field of ["targets", "quota", "minimumCases", "finesFen"])
      expect(planBody.safeParse({ ...body, [field]: 1 }).success).toBe(false);
  });
  test("no published event of a campaign holds a number", () => {
    const numbers = Object.values(campaignEvents).flatMap((schema) =>
      Object.values(schema.shape).filter((field) => /number|int/.test(String(field.def.type))),
    );
    expect(numbers).toEqual([]);
  });
});

describe("E8: inspections of a campaign", () => {
  test("at a venue and by items of the plan, within a stage for inspections", () => {
    const one = aRunning();
    expect(codeOf(one, inspecting(), theGridWorker)).toBe("enforcement.inspection-not-enforcement");
    expect(codeOf(one, inspecting({ enterprise: "E3" }))).toBe("enforcement.campaign-venue");
    expect(codeOf(one, inspecting({ items: ["JC-002"] }))).toBe("enforcement.campaign-venue");
    expect(codeOf(one, inspecting({ from: "2026-03-08" }))).toBe("enforcement.campaign-stage");
    expect(codeOf(one, inspecting({ until: "2026-03-21" }))).toBe("enforcement.campaign-stage");
    expect(codeOf(one, inspecting({ until: "2026-03-20" }))).toBeUndefined();
    expect(one.state.inspections).toEqual([{ id: "V1", enterprise: "E1" }]);
  });
  test("joint with whom it says, and only then", () => {
    expect(codeOf(aRunning(), inspecting({ manner: "joint" }))).toBe("enforcement.campaign-joint-alone");
    expect(codeOf(aRunning(), inspecting({ departments: ["派出所"] }))).toBe("enforcement.campaign-joint-alone");
    expect(codeOf(aRunning(), inspecting({ manner: "joint", departments: ["派出所"] }))).toBeUndefined();
  });
  test("a venue bears so many of one campaign, and no more; what did not take place does not count", () => {
    const { perVenue } = town.enforcement.campaigns;
    const visit = (at: number) =>
      booking(`V${at}`, { occasion: "campaign", ref: "C1", from: "2026-03-09", until: "2026-03-10" });
    const bearing = (count: number) =>
      Array.from({ length: count }, (_, at) => visit(at)).reduce(
        (one, each) => one.lawfully(each, start, officer1),
        anEnterprise(),
      );
    const code = (of: ReturnType<typeof bearing>, day = start) =>
      codeOf(aRunning(), inspecting({ state: of.state, from: "2026-03-16", until: "2026-03-16" }), officer1, day);
    expect(code(bearing(perVenue))).toBe("enforcement.campaign-venue-enough");
    expect(code(bearing(perVenue - 1))).toBeUndefined();
    expect(code(bearing(perVenue).lawfully({ type: "release", id: "V0" }, start, theHead))).toBeUndefined();
    expect(code(bearing(perVenue), "2026-03-11")).toBeUndefined();
    expect(
      code(
        bearing(perVenue)
          .lawfully({ type: "note-held", id: "V0" }, "2026-03-09", officer1)
          .lawfully({ type: "note-held", id: "V1" }, "2026-03-09", officer1),
        "2026-03-11",
      ),
    ).toBe("enforcement.campaign-venue-enough");
  });
  test("another venue comes to the plan from the register, for reasons", () => {
    const adding = (enterprise: string, state = anEnterprise().state): CampaignCommand => ({
      type: "add-venue",
      enterprise,
      state,
      reasons: "新开业",
    });
    expect(codeOf(aRunning(), adding("E1"))).toBe("enforcement.campaign-venue");
    expect(codeOf(aRunning(), adding("E3", stateWith({ status: "closed" })))).toBe("enforcement.campaign-venue");
    expect(aRunning().lawfully(adding("E3"), start, officer1).state.venues).toEqual(["E1", "E2", "E3"]);
  });
  test("closed when none of its inspections is open; given up by who approves plans", () => {
    const closing = (open: readonly string[]): CampaignCommand => ({ type: "close", report: "总结", open });
    expect(codeOf(aRunning(), closing(["V1"]))).toBe("enforcement.campaign-inspections-open");
    expect(aRunning().lawfully(closing([]), start, officer1).state.status).toBe("closed");
    const giving = (open: readonly string[]): CampaignCommand => ({ type: "abandon", reasons: "上级叫停", open });
    expect(codeOf(aRunning(), giving([]))).toBe("enforcement.campaign-approver");
    expect(codeOf(aRunning(), giving(["V1"]), theMayor)).toBe("enforcement.campaign-inspections-open");
    expect(aCampaign().lawfully(giving([]), start, theMayor).state.status).toBe("abandoned");
  });
  test("past its last day it is flagged once", () => {
    const one = aRunning();
    expect(one.letPass("2026-03-27")).toEqual([]);
    expect(one.letPass("2026-03-28")).toEqual(["2026-03-28"]);
    expect(one.letPass("2026-06-01")).toEqual([]);
    expect(one.events.at(-1)).toMatchObject({ type: "enforcement.campaign.overdue", data: { due: "2026-03-27" } });
    const over = aRunning().lawfully({ type: "close", report: "总结", open: [] }, start, officer1);
    expect(over.letPass("2026-06-01")).toEqual([]);
  });
});

describe("E11: pledges and self-inspections", () => {
  function dutyCode(
    one: ReturnType<typeof aDuty>,
    command: DutyCommand,
    actor: Actor,
    day = start,
  ): string | undefined {
    const decision = one.tell(command, day, actor);
    return isRejection(decision) ? decision.code : undefined;
  }
  const ask = (more: object, actor: Actor = officer1) => {
    const decision = new Living(venueDuty).tell(asking(more), start, actor);
    return isRejection(decision) ? decision.code : undefined;
  };
  const checking = (more: object = {}): DutyCommand => ({ type: "check", accepted: true, note: "核查", ...more });
  test("asked by the office of a venue on the register, for a day to come", () => {
    expect(ask({}, theGridWorker)).toBe("enforcement.inspection-not-enforcement");
    expect(ask({ state: undefined })).toBe("enforcement.enterprise-not-listed");
    expect(ask({ by: "2026-03-01" })).toBe("enforcement.duty-day");
    expect(ask({ by: start })).toBeUndefined();
    expect(aDuty().tell({ ...asking(), type: "ask-by-plan" }, start, theTownItself)).toEqual([]);
  });
  test("handed in by the venue's own login or an officer with the paper; a pledge reports nothing found", () => {
    expect(dutyCode(aDuty(), handing(), { ...theEnterprise, party: "KEY8" })).toBe("enforcement.duty-not-yours");
    expect(dutyCode(aDuty(), checking(), officer1)).toBe("enforcement.duty-not-in-this-state");
    expect(dutyCode(aDuty({ kind: "pledge" }), handing(), theEnterprise)).toBe("enforcement.duty-report");
    expect(aDuty().lawfully(handing(), start, theEnterprise).state.handedIn).toMatchObject({ channel: "online" });
    expect(aDuty().lawfully(handing(), start, officer1).state.handedIn).toMatchObject({ channel: "paper" });
  });
  test("checked by another officer; what is not put right goes back with another day", () => {
    const byOfficer = () => aDuty().lawfully(handing(), start, officer1);
    expect(dutyCode(byOfficer(), checking(), officer1)).toBe("enforcement.duty-own-record");
    expect(dutyCode(byOfficer(), checking(), { ...officer2, party: "KEY9" })).toBe("enforcement.duty-own-record");
    expect(dutyCode(byOfficer(), checking(), theGridWorker)).toBe("enforcement.inspection-not-enforcement");
    expect(byOfficer().lawfully(checking(), start, officer2).state.status).toBe("accepted");
    const open = aDuty().lawfully(handing({ problems: [{ text: "通道堵塞", putRight: false }] }), start, theEnterprise);
    expect(dutyCode(open, checking(), officer1)).toBe("enforcement.duty-not-put-right");
    expect(dutyCode(open, checking({ accepted: false }), officer1)).toBe("enforcement.duty-day");
    expect(dutyCode(open, checking({ accepted: false, by: start }), officer1)).toBe("enforcement.duty-day");
    open.lawfully(checking({ accepted: false, by: "2026-03-20" }), start, officer1);
    expect(open.state).toMatchObject({ status: "due", by: "2026-03-20", returned: 1 });
  });
  test("overdue from the day after, flagged once for each day that was set", () => {
    const one = aDuty();
    expect(one.letPass("2026-03-13")).toEqual([]);
    expect(one.letPass("2026-03-14")).toEqual(["2026-03-14"]);
    expect(one.events.at(-1)?.data).toEqual({ kind: "self-inspection", due: "2026-03-13" });
    expect(one.letPass("2026-06-01")).toEqual([]);
    one
      .lawfully(handing(), "2026-03-16", theEnterprise)
      .lawfully(checking({ accepted: false, by: "2026-03-20" }), "2026-03-16", officer1);
    expect(one.state.late).toBe(false);
    expect(one.letPass("2026-03-21")).toEqual(["2026-03-21"]);
    const inTime = aDuty().lawfully(handing(), "2026-03-13", theEnterprise);
    expect(inTime.letPass("2026-06-01")).toEqual([]);
  });
  test("its venue and the office know of it, nobody else", () => {
    const { state } = aDuty();
    expect([theEnterprise, officer1].map((actor) => mayReadDuty(state, actor, town))).toEqual([true, true]);
    for (const actor of [
      undefined,
      { ...theEnterprise, party: "KEY8" },
      theGridWorker,
      { ...officer1, office: "agriculture-centre" },
    ])
      expect(mayReadDuty(state, actor, town)).toBe(false);
  });
});
