import type { EnforcementPaper } from "../../../../shared/town/procedure.ts";

/** What a kind of paper is. */
interface Kind {
  readonly zh: string;
  readonly en: string;
  /** The events of which it tells. */
  readonly follows: readonly string[];
  /** To whom it goes: to a party, who reads it in full, or to the file of the house. */
  readonly goes: "to-party" | "to-file";
  /** The series in which it is numbered. Absent: it bears a number that there is already, or that of its case. */
  readonly series?: EnforcementPaper;
}

const inCase = (...what: string[]) => what.map((one) => `enforcement.case.${one}`);
const inProceeding = (...what: string[]) => what.map((one) => `enforcement.proceeding.${one}`);
const inFine = (...what: string[]) => what.map((one) => `enforcement.fine.${one}`);
const inBuilding = (...what: string[]) => what.map((one) => `enforcement.building.${one}`);
const inSubstitution = (what: string) => [`enforcement.substitution.${what}`];
const inVisit = (what: string) => [`enforcement.site-inspection.${what}`];
const inOrder = (...what: string[]) => what.map((one) => `enforcement.rectification.${one}`);
const inMeasure = (...what: string[]) => what.map((one) => `enforcement.measure.${one}`);
const ofEvidence = ["enforcement.evidence.established"];

/** The papers of enforcement, in the order in which a case may meet them. */
export const paperKinds = [
  "inspection-approval",
  "inspection-notice",
  "visit-record",
  "inspection-result",
  "guidance-record",
  "rectification-order",
  "rectification-check",
  "letting-off",
  "order-revocation",
  "filing-approval",
  "dismissal-approval",
  "interview-record",
  "on-site-record",
  "evidence-extraction",
  "sampling-record",
  "measure-decision",
  "goods-list",
  "measure-extension",
  "measure-release",
  "evidence-list",
  "investigation-report",
  "suspension-decision",
  "resumption-decision",
  "case-stop",
  "withdrawal-approval",
  "transfer-letter",
  "prior-notice",
  "address-confirmation",
  "defence-review",
  "hearing-notice",
  "hearing-record",
  "hearing-report",
  "legal-review",
  "discussion-minutes",
  "penalty-decision",
  "no-penalty-decision",
  "discipline-order",
  "stop-decision",
  "reversal",
  "on-spot-decision",
  "delivery-record",
  "deferral-decision",
  "demand-letter",
  "goods-against-fine",
  "court-application",
  "enforcement-pause",
  "enforcement-resumption",
  "enforcement-end",
  "substitution-demand",
  "substitution-decision",
  "substitution-reminder",
  "building-stop",
  "building-correction",
  "building-demand",
  "building-enforcement",
  "building-notice",
  "things-inside",
  "demolition-record",
  "land-court-application",
  "closing-report",
] as const;
export type PaperKind = (typeof paperKinds)[number];

type Follows = readonly string[];
const toFile = (zh: string, en: string, follows: Follows, series?: EnforcementPaper): Kind => ({
  ...{ zh, en, follows, goes: "to-file" as const },
  ...(series === undefined ? {} : { series }),
});
const toParty = (zh: string, en: string, follows: Follows, series?: EnforcementPaper): Kind => ({
  ...toFile(zh, en, follows, series),
  goes: "to-party",
});

/** Each kind with its name, its events, its reader and its series. */
export const kinds: Readonly<Record<PaperKind, Kind>> = {
  "inspection-approval": toFile("行政检查审批表", "approval of an inspection", inVisit("approved")),
  "inspection-notice": toParty("行政检查通知书", "notice of an inspection", inVisit("approved")),
  "visit-record": toFile("行政检查记录", "record of an inspection", inVisit("signed")),
  "inspection-result": toParty("行政检查结果告知书", "result of an inspection", inVisit("result-told")),
  "guidance-record": toFile("劝导记录", "record of oral guidance", ["enforcement.guidance.given"], "guidance"),
  "rectification-order": toParty("责令改正通知书", "order to correct", inOrder("issued")),
  "rectification-check": toFile("责令改正复查记录", "record of a re-check", inOrder("corrected", "unmet")),
  "letting-off": toParty("不予行政处罚决定书（改正后）", "decision of no penalty after correction", inOrder("let-off")),
  "order-revocation": toParty(
    "撤销责令改正决定书",
    "revocation of an order to correct",
    inOrder("revoked"),
    "reversal",
  ),
  "filing-approval": toFile("立案审批表", "approval of the filing", inCase("filed")),
  "dismissal-approval": toFile("不予立案审批表", "approval not to file", inCase("dismissed"), "no-filing"),
  "interview-record": toFile("询问笔录", "record of an interview", ofEvidence),
  "on-site-record": toFile("现场检查（勘验）笔录", "record made on the site", ofEvidence),
  "evidence-extraction": toFile("证据提取单", "sheet of a piece of evidence", ofEvidence),
  "sampling-record": toFile("抽样取证记录", "record of sampling", ofEvidence),
  "measure-decision": toParty(
    "先行登记保存（查封、扣押）决定书",
    "decision on a measure on goods",
    inMeasure("approved", "recorded"),
  ),
  "goods-list": toParty("涉案物品清单", "list of goods", inMeasure("recorded")),
  "measure-extension": toParty("延长查封（扣押）期限决定书", "extension of a measure", inMeasure("extended")),
  "measure-release": toParty("解除财物措施决定书", "release of goods", inMeasure("goods-released")),
  "evidence-list": toFile("证据目录", "list of evidence", inCase("reported")),
  "investigation-report": toFile("调查终结报告", "report of the investigation", inCase("reported")),
  "suspension-decision": toFile("中止决定书", "decision to suspend", inCase("suspended"), "suspension"),
  "resumption-decision": toFile("恢复办理决定书", "decision to resume", inCase("resumed")),
  "case-stop": toFile("终止案件调查决定书", "decision to stop a case", inCase("stopped"), "stop"),
  "withdrawal-approval": toFile("撤案审批表", "approval of the withdrawal", inCase("withdrawn"), "withdrawal"),
  "transfer-letter": toFile("案件移送函", "letter of transfer", inCase("transferred"), "transfer-letter"),
  "prior-notice": toParty("事先告知书", "prior notice", inProceeding("noticed")),
  "address-confirmation": toParty("送达地址确认书", "confirmation of the address for papers", [
    "enforcement.address-confirmation.confirmed",
  ]),
  "defence-review": toParty(
    "陈述申辩复核意见",
    "review of the defence",
    inProceeding("defence-reviewed"),
    "defence-review",
  ),
  "hearing-notice": toParty(
    "听证通知书",
    "notice of hearing",
    ["enforcement.hearing.scheduled", "enforcement.hearing.postponed"],
    "hearing-notice",
  ),
  "hearing-record": toFile("听证笔录", "record of the hearing", ["enforcement.hearing.held"]),
  "hearing-report": toFile("听证报告", "report of the hearing", ["enforcement.hearing.reported"]),
  "legal-review": toFile("法制审核意见", "legal review", inProceeding("legally-reviewed")),
  "discussion-minutes": toFile("集体讨论笔录", "minutes of the discussion", inProceeding("discussed")),
  "penalty-decision": toParty("处罚决定书", "penalty decision", inProceeding("decided")),
  "no-penalty-decision": toParty("不予处罚决定书", "decision of no penalty", inProceeding("decided")),
  "discipline-order": toParty("责令管教通知书", "order to discipline", inProceeding("decided")),
  "stop-decision": toParty("终止决定书", "decision to stop", inProceeding("stopped"), "stop"),
  reversal: toParty(
    "变更（撤销）行政处罚决定书",
    "decision that changes or revokes another",
    inProceeding("changed", "overturned"),
    "reversal",
  ),
  "on-spot-decision": toParty("当场行政处罚决定书", "penalty on the spot", ["enforcement.on-spot.decided"]),
  "delivery-record": toFile("送达回证", "delivery record", ["enforcement.delivery.served"], "delivery-record"),
  "deferral-decision": toParty(
    "延期（分期）缴纳罚款决定书",
    "decision on deferral or instalments",
    inFine("deferral-decided"),
    "instalments",
  ),
  "demand-letter": toParty("催告书", "demand", inFine("demanded")),
  "goods-against-fine": toParty(
    "拍卖财物抵缴罚款决定书",
    "decision to auction goods for the fine",
    inFine("goods-taken"),
    "enforcement-decision",
  ),
  "court-application": toFile("强制执行申请书", "application to the court", inFine("court-asked")),
  "enforcement-pause": toParty(
    "中止强制执行通知书",
    "pause of enforcement",
    [...inFine("paused"), ...inBuilding("paused")],
    "suspension",
  ),
  "enforcement-resumption": toParty("恢复强制执行通知书", "enforcement goes on", [
    ...inFine("resumed"),
    ...inBuilding("resumed"),
  ]),
  "enforcement-end": toParty(
    "终结强制执行决定书",
    "end of enforcement",
    [...inFine("ended"), ...inBuilding("ended")],
    "stop",
  ),
  "substitution-demand": toParty("履行义务催告书", "demand to perform", inSubstitution("demanded")),
  "substitution-decision": toParty("代履行决定书", "decision on substitute performance", inSubstitution("decided")),
  "substitution-reminder": toParty(
    "代履行催告书",
    "reminder before substitute performance",
    inSubstitution("reminded"),
  ),
  "building-stop": toParty("责令停止建设决定书", "order to stop building", inBuilding("stop-ordered")),
  "building-correction": toParty(
    "责令限期改正通知书",
    "order to put a building right",
    inBuilding("correction-ordered"),
  ),
  "building-demand": toParty("限期拆除催告书", "demand to demolish", inBuilding("demanded")),
  "building-enforcement": toParty(
    "行政强制执行决定书",
    "decision to enforce a demolition",
    inBuilding("enforcement-decided"),
  ),
  "building-notice": toParty("限期自行拆除公告", "public notice of a demolition", inBuilding("notice-published")),
  "things-inside": toParty("建筑物内物品清单", "list of things inside a building", inBuilding("things-listed")),
  "demolition-record": toFile("强制拆除执行笔录", "record of a demolition", inBuilding("demolished")),
  "land-court-application": toFile(
    "强制执行申请书（土地）",
    "application to the court about land",
    inBuilding("court-asked"),
  ),
  "closing-report": toFile("结案审批表", "closing report", inCase("closed"), "closing-report"),
};

/** The events of which papers tell, each with its kinds. */
export const kindsAfter: ReadonlyMap<string, readonly PaperKind[]> = new Map(
  [...new Set(paperKinds.flatMap((kind) => kinds[kind].follows))].map((type) => [
    type,
    paperKinds.filter((kind) => kinds[kind].follows.includes(type)),
  ]),
);
