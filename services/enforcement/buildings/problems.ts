import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { BuildingRefusal } from "./domain/refusals.ts";

const state = "word.enforcement.building-not-in-this-state" as const;
const other = "word.enforcement.substitution-not-in-this-state" as const;
const paper = "word.enforcement.paper-not-served" as const;

/** Illegal buildings (E9). */
export const buildingProblems = {
  "enforcement.agreement-day": {
    zh: "执行协议须分阶段，各阶段的期限依次在今日之后（{article}）",
    en: "An agreement has stages, each ending later than today and than the one before ({article})",
  },
  "enforcement.agreement-stands": {
    zh: "执行协议履行至{lastDay}，期间不得强制执行（{article}）",
    en: "An agreement stands until {lastDay}; nothing is enforced meanwhile ({article})",
  },
  "enforcement.at-night": {
    zh: "不得在夜间实施强制执行：{at}在{from}至{to}之间（{article}）",
    en: "Nothing is enforced at night: {at} lies between {from} and {to} ({article})",
  },
  "enforcement.building-act-unknown": {
    zh: "没有您办理的、由该当事人实施的违法行为{act}",
    en: "You handle no case in which this party did the act {act}",
  },
  "enforcement.building-day": {
    zh: "日期不符：应晚于{after}，且不得是将来发生的事（{article}）",
    en: "The day does not fit: it comes after {after}, and nothing to come is recorded ({article})",
  },
  "enforcement.building-not-in-this-state": {
    zh: "违法建筑处于{status}，不能{command}；现在可以：{possible}",
    en: "The building is {status}; {command} is not possible, only: {possible}",
  },
  "enforcement.building-not-law": {
    zh: "{item}不属于本镇可以拆除或者申请法院拆除的事项（{article}）",
    en: "By {item} the town neither demolishes nor asks the court to ({article})",
  },
  "enforcement.building-not-the-party": {
    zh: "只有当事人本人可以陈述、申辩（{article}）",
    en: "The party alone answers the demand ({article})",
  },
  "enforcement.building-second-officer": {
    zh: "须有另一名本案执法人员参加，各以本人账号办理（{article}）",
    en: "Another officer of the case takes part, each with his own login ({article})",
  },
  "enforcement.correction-not-checked": {
    zh: "责令限期改正期满后，须由两名执法人员复查未改正（{article}）",
    en: "After the last day of the order two officers look whether it was put right ({article})",
  },
  "enforcement.costs-above-estimate": {
    zh: "实际费用{spentFen}分超过事先告知的{estimateFen}分，须说明理由（{article}）",
    en: "It cost {spentFen} fen, more than the {estimateFen} fen told before; say why ({article})",
  },
  "enforcement.costs-claimed-already": { zh: "费用已经主张", en: "The cost was claimed already" },
  "enforcement.no-cost-claimed": {
    zh: "没有主张过费用，不登记费用到账（{article}）",
    en: "No cost was claimed, so no payment of one is recorded ({article})",
  },
  "enforcement.costs-counted-twice": {
    zh: "同一凭证不得重复计算（{article}）",
    en: "One paper proves one cost ({article})",
  },
  "enforcement.costs-nothing-left": {
    zh: "费用{spentFen}分扣除残值{salvageFen}分后没有余额（{article}）",
    en: "Of {spentFen} fen nothing is left after {salvageFen} fen for the material ({article})",
  },
  "enforcement.court-demolishes": {
    zh: "依据土地管理法的拆除由人民法院执行，本镇不得自行拆除（{article}）",
    en: "By the land law the court enforces; the town demolishes nothing itself ({article})",
  },
  "enforcement.court-takes-no-application": {
    zh: "依据城乡规划法的拆除由行政机关实施，人民法院不受理申请（{article}）",
    en: "By the planning law the organ enforces itself; the court takes no application ({article})",
  },
  "enforcement.court-term": {
    zh: "{after}之后才可以申请或者登记（{article}）",
    en: "It is possible only after {after} ({article})",
  },
  "enforcement.court-too-late": {
    zh: "申请期限已于{until}届满（{article}）",
    en: "The court could be asked until {until} ({article})",
  },
  "enforcement.decision-not-to-demolish": {
    zh: "没有对该行为已送达生效的限期拆除决定（{article}）",
    en: "No decision to demolish for this act was served and is in effect ({article})",
  },
  "enforcement.demand-term-open": {
    zh: "催告期限至{last}，尚未届满（{article}）",
    en: "The party has until {last} after the demand ({article})",
  },
  "enforcement.demolition-opinion-open": {
    zh: "当事人的意见须先提出并复核：待复核{open}（{article}）",
    en: "What the party said is looked into once; waiting: {open} ({article})",
  },
  "enforcement.demolition-unrecorded": {
    zh: "拆除须全程录音录像（{article}）",
    en: "A demolition is recorded in sound and picture ({article})",
  },
  "enforcement.demolition-without-witness": {
    zh: "当事人不到场或者拒签的，须有办案人员以外的见证人（{article}）",
    en: "Where the party is absent or does not sign, a witness from outside the case is there ({article})",
  },
  "enforcement.later-than-three-years": {
    zh: "中止满三年未恢复，不再执行（{article}）",
    en: "Three years have passed since the pause; it is not resumed ({article})",
  },
  "enforcement.no-cutting-off": {
    zh: "不得对居民生活采取{means}（{article}）",
    en: "A home is not cut off: {means} ({article})",
  },
  "enforcement.no-such-thing": { zh: "没有登记{thing}", en: "There is no {thing} on record" },
  "enforcement.nothing-to-substitute": {
    zh: "没有已送达生效、要求当事人履行的决定（{article}）",
    en: "No decision that orders the party to do it was served and is in effect ({article})",
  },
  "enforcement.notice-term": {
    zh: "须先公告限期自行拆除，期限不早于{least}并已届满（{article}）",
    en: "A public notice gives time until {least} at least, and that day is over ({article})",
  },
  "enforcement.on-a-holiday": {
    zh: "不得在法定节假日实施强制执行：{on}（{article}）",
    en: "Nothing is enforced on a statutory holiday: {on} ({article})",
  },
  "enforcement.paper-not-served": {
    zh: "{paper}尚未送达，不发生效力（{article}）",
    en: "The paper was not served and has no effect: {paper} ({article})",
  },
  "enforcement.party-not-told": {
    zh: "当事人不在场的，须先通知当事人（{article}）",
    en: "The party was not there and is told first ({article})",
  },
  "enforcement.party-was-there": {
    zh: "当事人在场，或者不是立即代履行，无须事后通知（{article}）",
    en: "The party was there, or it was not done at once: nobody is told afterwards ({article})",
  },
  "enforcement.reminded-too-late": {
    zh: "须在{latest}以前送达催告，且不早于{plannedFor}实施（{article}）",
    en: "The reminder is served by {latest}, and nothing is done before {plannedFor} ({article})",
  },
  "enforcement.removal-head-only": {
    zh: "由未参与办理的行政机关负责人决定（{article}）",
    en: "The head of the organ decides, who took no part in it ({article})",
  },
  "enforcement.remedy-period-open": {
    zh: "复议、诉讼期限尚未全部届满，最早{from}（{article}）",
    en: "The periods of review and suit are still open; the first day is {from} ({article})",
  },
  "enforcement.remedy-runs": {
    zh: "复议或者诉讼尚未结束，停止拆除：{kind}（{article}）",
    en: "A remedy is open and stops the demolition: {kind} ({article})",
  },
  "enforcement.stop-ordered-already": {
    zh: "该责令文书已经作出（{article}）",
    en: "That order was made already ({article})",
  },
  "enforcement.substitution-not-in-this-state": {
    zh: "代履行处于{status}，不能{command}；现在可以：{possible}",
    en: "The substitute performance is {status}; {command} is not possible, only: {possible}",
  },
  "enforcement.things-not-listed": {
    zh: "屋内物品尚未清点登记（{article}）",
    en: "What is inside was not listed ({article})",
  },
  "enforcement.things-not-returned": {
    zh: "登记的物品尚未全部交还或者提存（{article}）",
    en: "Not each thing on the list went back or to a keeper ({article})",
  },
  "enforcement.work-time-over": {
    zh: "本次作业时间已过，须重新开始（{article}）",
    en: "The time of this work is over; begin it anew ({article})",
  },
  [`${state}.recorded`]: { zh: "已登记待签字", en: "recorded" },
  [`${state}.found`]: { zh: "已认定", en: "found" },
  [`${state}.ordered`]: { zh: "已责令改正", en: "ordered to be put right" },
  [`${state}.decided`]: { zh: "已决定限期拆除", en: "decided" },
  [`${state}.demanded`]: { zh: "已催告", en: "demanded" },
  [`${state}.enforcing`]: { zh: "已决定强制执行", en: "to be enforced" },
  [`${state}.demolishing`]: { zh: "拆除中", en: "being demolished" },
  [`${state}.demolished`]: { zh: "已拆除", en: "demolished" },
  [`${state}.before-court`]: { zh: "已申请法院", en: "before the court" },
  [`${state}.with-court`]: { zh: "法院已受理", en: "with the court" },
  [`${state}.paused`]: { zh: "中止执行", en: "paused" },
  [`${state}.ended`]: { zh: "已终结", en: "ended" },
  [`${state}.countersign`]: { zh: "签字", en: "signing" },
  [`${state}.order-stop`]: { zh: "责令停止建设", en: "ordering to stop" },
  [`${state}.order-correction`]: { zh: "责令限期改正", en: "ordering to put it right" },
  [`${state}.recheck`]: { zh: "复查", en: "looking again" },
  [`${state}.note-service`]: { zh: "登记送达", en: "recording a service" },
  [`${state}.take-decision`]: { zh: "依据拆除决定处理", en: "going on by the decision" },
  [`${state}.demand`]: { zh: "催告", en: "demanding" },
  [`${state}.state-opinion`]: { zh: "陈述申辩", en: "answering the demand" },
  [`${state}.hear-opinion`]: { zh: "复核意见", en: "hearing the party" },
  [`${state}.decide-enforcement`]: { zh: "决定强制执行", en: "deciding to enforce" },
  [`${state}.publish-notice`]: { zh: "公告", en: "announcing it" },
  [`${state}.agree`]: { zh: "达成执行协议", en: "agreeing" },
  [`${state}.end-agreement`]: { zh: "结束执行协议", en: "ending the agreement" },
  [`${state}.list-things`]: { zh: "清点物品", en: "listing what is inside" },
  [`${state}.find-urgent`]: { zh: "认定紧急", en: "finding it urgent" },
  [`${state}.begin-demolition`]: { zh: "开始拆除", en: "beginning the demolition" },
  [`${state}.interrupt`]: { zh: "暂停拆除", en: "stopping the work" },
  [`${state}.finish-demolition`]: { zh: "拆除完毕", en: "finishing the demolition" },
  [`${state}.hand-back`]: { zh: "交还物品", en: "handing things back" },
  [`${state}.claim-costs`]: { zh: "收取费用", en: "claiming the cost" },
  [`${state}.close`]: { zh: "办结", en: "closing" },
  [`${state}.apply-to-court`]: { zh: "申请法院强制执行", en: "asking the court" },
  [`${state}.court-answered`]: { zh: "登记法院受理情况", en: "recording the court's answer" },
  [`${state}.court-ruled`]: { zh: "登记法院裁定", en: "recording the ruling" },
  [`${state}.note-court-execution`]: { zh: "登记法院执行", en: "recording the court's enforcement" },
  [`${state}.note-self-demolition`]: { zh: "登记自行拆除", en: "recording that the party demolished it" },
  [`${state}.note-remedy`]: { zh: "登记复议诉讼", en: "recording a remedy" },
  [`${state}.end-remedy`]: { zh: "登记复议诉讼结果", en: "recording how it ended" },
  [`${state}.pause`]: { zh: "中止执行", en: "pausing" },
  [`${state}.resume`]: { zh: "恢复执行", en: "resuming" },
  [`${state}.end`]: { zh: "终结", en: "ending" },
  [`${state}.record`]: { zh: "登记", en: "recording" },
  [`${state}.pass-time`]: { zh: "时间届满", en: "passing time" },
  [`${other}.demanded`]: { zh: "已催告", en: "demanded" },
  [`${other}.decided`]: { zh: "已决定", en: "decided" },
  [`${other}.performed`]: { zh: "已实施", en: "performed" },
  [`${other}.stopped`]: { zh: "已停止", en: "stopped" },
  [`${other}.closed`]: { zh: "已办结", en: "closed" },
  [`${other}.note-service`]: { zh: "登记送达", en: "recording a service" },
  [`${other}.decide`]: { zh: "决定代履行", en: "deciding" },
  [`${other}.remind`]: { zh: "实施前催告", en: "reminding" },
  [`${other}.perform`]: { zh: "实施代履行", en: "performing" },
  [`${other}.stop`]: { zh: "停止代履行", en: "stopping" },
  [`${other}.tell-party`]: { zh: "事后通知", en: "telling the party" },
  [`${other}.claim-costs`]: { zh: "收取费用", en: "claiming the cost" },
  [`${other}.close`]: { zh: "办结", en: "closing" },
  [`${other}.pass-time`]: { zh: "时间届满", en: "passing time" },
  [`${paper}.decision`]: { zh: "代履行决定书", en: "decision on substitute performance" },
  [`${paper}.reminder`]: { zh: "代履行催告书", en: "reminder" },
  [`${paper}.stop-order`]: { zh: "责令停止建设决定书", en: "stop order" },
  [`${paper}.rectification-order`]: { zh: "责令限期改正通知书", en: "order to put it right" },
  [`${paper}.demand`]: { zh: "催告书", en: "demand" },
  [`${paper}.enforcement-decision`]: { zh: "强制执行决定书", en: "decision to enforce" },
  "word.enforcement.no-cutting-off.cut-water": { zh: "停水", en: "water" },
  "word.enforcement.no-cutting-off.cut-power": { zh: "停电", en: "power" },
  "word.enforcement.no-cutting-off.cut-heat": { zh: "停热", en: "heat" },
  "word.enforcement.no-cutting-off.cut-gas": { zh: "停气", en: "gas" },
  "word.enforcement.remedy-runs.review": { zh: "行政复议", en: "review" },
  "word.enforcement.remedy-runs.suit": { zh: "行政诉讼", en: "suit" },
  "word.enforcement.demolition-opinion-open.true": { zh: "是", en: "yes" },
  "word.enforcement.demolition-opinion-open.false": { zh: "无", en: "none" },
} satisfies ProblemTexts<BuildingRefusal>;
