import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { InspectionsRefusal } from "./domain/refusals.ts";

const visit = "word.enforcement.inspection-not-in-this-state" as const;
const item = "word.enforcement.inspection-item-not-in-this-state" as const;
const enterprise = "word.enforcement.enterprise-not-in-this-state" as const;
const draw = "word.enforcement.draw-not-in-this-state" as const;
const occasion = "word.enforcement.inspection-occasion" as const;
const urgent = "word.enforcement.inspection-urgent" as const;

/** Inspections (IN-1 to IN-8). */
export const inspectionProblems = {
  "enforcement.draw-label-unknown": {
    zh: "抽取结果中没有标号{label}",
    en: "The draw did not choose the label {label}",
  },
  "enforcement.draw-no-officers": {
    zh: "能够参加抽取的执法人员只有{named}人，至少两人（{article}）",
    en: "Only {named} officers can take part; two are needed ({article})",
  },
  "enforcement.draw-not-in-this-state": {
    zh: "抽取处于{status}，不能{command}；现在可以：{possible}",
    en: "The draw is {status}; {command} is not possible, only: {possible}",
  },
  "enforcement.draw-not-replaced": {
    zh: "{certificate}没有应当递补的情形，或者没有可递补的人员（{article}）",
    en: "Nothing keeps {certificate} away, or nobody is left in the order ({article})",
  },
  "enforcement.draw-own": {
    zh: "拟定抽取的人和被抽取的执法人员不得进行抽取（{article}）",
    en: "Who fixed the draw, or takes part in it, does not draw ({article})",
  },
  "enforcement.draw-pool": {
    zh: "可抽取的对象{venues}个，应当多于抽取数{count}，且不得重复（{article}）",
    en: "{venues} enterprises can be drawn; there must be more than {count}, each once ({article})",
  },
  "enforcement.draw-proposed-already": {
    zh: "标号{label}已提请检查",
    en: "The inspection of {label} was proposed already",
  },
  "enforcement.enterprise-not-in-this-state": {
    zh: "检查对象处于{status}，不能{command}；现在可以：{possible}",
    en: "The enterprise is {status}; {command} is not possible, only: {possible}",
  },
  "enforcement.enterprise-not-listed": {
    zh: "检查对象名录中没有{id}，或者已不再经营",
    en: "The register has no enterprise {id} in business",
  },
  "enforcement.enterprise-place-unknown": {
    zh: "检查对象没有场所{place}，或者场所编号重复",
    en: "The enterprise has no premises {place}, or two of one id",
  },
  "enforcement.inspection-approved-already": {
    zh: "检查已经批准（{article}）",
    en: "The inspection is approved already ({article})",
  },
  "enforcement.inspection-by-draw": {
    zh: "双随机抽取的对象和人员不得自行调整（{article}）",
    en: "What a random choice gave is not changed by hand ({article})",
  },
  "enforcement.inspection-cap": {
    zh: "{year}年对该企业的检查已达{visits}次，年度频次上限为{cap}次（{article}）",
    en: "The enterprise was inspected {visits} times in {year}; the yearly cap is {cap} ({article})",
  },
  "enforcement.inspection-conflict": {
    zh: "{person}与检查对象有利害关系，应当回避（{article}）",
    en: "{person} is too near to the enterprise and keeps away ({article})",
  },
  "enforcement.inspection-free": {
    zh: "检查不得收取任何费用（{article}）",
    en: "Nothing is charged for an inspection ({article})",
  },
  "enforcement.inspection-head-only": {
    zh: "由行政机关负责人批准检查（{article}）",
    en: "The head of the organ decides on inspections ({article})",
  },
  "enforcement.inspection-item-draft-missing": {
    zh: "没有待公布的内容（{article}）",
    en: "Nothing is drafted to be published ({article})",
  },
  "enforcement.inspection-item-not-in-this-state": {
    zh: "检查事项处于{status}，不能{command}；现在可以：{possible}",
    en: "The item is {status}; {command} is not possible, only: {possible}",
  },
  "enforcement.inspection-item-own-draft": {
    zh: "拟定人不得公布自己拟定的检查事项（{article}）",
    en: "Who drafted an item does not publish it ({article})",
  },
  "enforcement.inspection-item-unpublished": {
    zh: "检查事项{item}未公布，不得检查，企业有权拒绝（{article}）",
    en: "The item {item} is not published: no inspection, and the enterprise may refuse ({article})",
  },
  "enforcement.inspection-lead-unfit": {
    zh: "没有针对该企业、正在办理的线索{lead}（{article}）",
    en: "No open lead {lead} is about this enterprise ({article})",
  },
  "enforcement.inspection-not-approved": {
    zh: "检查未经批准（{article}）",
    en: "The inspection is not approved ({article})",
  },
  "enforcement.inspection-not-enforcement": {
    zh: "检查由综合行政执法机构的执法人员进行，其他机构、中介、网格员、辅助人员不得实施（{article}）",
    en: "Only officers of the office of enforcement inspect; no other body, agency, grid worker or auxiliary ({article})",
  },
  "enforcement.inspection-not-in-this-state": {
    zh: "检查处于{status}，不能{command}；现在可以：{possible}",
    en: "The inspection is {status}; {command} is not possible, only: {possible}",
  },
  "enforcement.inspection-not-joined": {
    zh: "不能与{into}合并检查：须为同一企业、同一场所、同样计入频次且尚未批准的检查（{article}）",
    en: "It cannot join {into}: same enterprise, same premises, same count, and not approved yet ({article})",
  },
  "enforcement.inspection-not-on-site": {
    zh: "检查事项{item}通过书面或者数据核查，不入企（{article}）",
    en: "The item {item} is checked on paper or by data; nobody visits ({article})",
  },
  "enforcement.inspection-not-shown": {
    zh: "进入前须出示执法证件和检查通知书（{article}）",
    en: "Cards and the notice are shown before entry ({article})",
  },
  "enforcement.inspection-occasion": {
    zh: "{kind}须载明依据的文书或者来源（{article}）",
    en: "An inspection upon a {kind} names its document or source ({article})",
  },
  "enforcement.inspection-outside-period": {
    zh: "只能在批准的{from}至{until}期间检查（{article}）",
    en: "The inspection lies between {from} and {until} ({article})",
  },
  "enforcement.inspection-own-proposal": {
    zh: "提请人和检查人员不得批准该检查（{article}）",
    en: "Who proposed or holds the inspection does not approve it ({article})",
  },
  "enforcement.inspection-period": {
    zh: "日期应在{from}至{until}之间，且不跨年度（{article}）",
    en: "The days lie between {from} and {until}, within one year ({article})",
  },
  "enforcement.inspection-points": {
    zh: "每个检查要点记录一次，发现违法须载明所属事项和情况；缺：{missing}（{article}）",
    en: "Each point is recorded once; a breach names its power and facts. Missing: {missing} ({article})",
  },
  "enforcement.inspection-put-right-by": {
    zh: "只有发现问题才能限期整改，期限应晚于{on}（{article}）",
    en: "A day to put right needs something wrong, and lies after {on} ({article})",
  },
  "enforcement.inspection-record-late": {
    zh: "笔录应在检查当日（{on}）制作，补作须说明理由（{article}）",
    en: "The record is made on the day of the visit ({on}); later it needs a reason ({article})",
  },
  "enforcement.inspection-record-signing": {
    zh: "笔录须逐页签字；拒签或者不在场的，须由检查人员以外的见证人证明（{article}）",
    en: "Each page is signed; a refusal or absence has a witness who is no officer ({article})",
  },
  "enforcement.inspection-result-valid": {
    zh: "{items}在其他机关检查结果有效期内，直接使用结果，不再检查（{article}）",
    en: "For {items} the result of another organ is valid; it is used ({article})",
  },
  "enforcement.inspection-same-ground": {
    zh: "同一来源已有检查{inspection}（{article}）",
    en: "The inspection {inspection} rests on the same ground ({article})",
  },
  "enforcement.inspection-scan-down": {
    zh: "扫码平台没有应答，可说明理由先行进入，恢复后补录（{article}）",
    en: "The platform gives no answer; enter with the reason and put it in later ({article})",
  },
  "enforcement.inspection-scan-missing": {
    zh: "进入（紧急情况下离开）前须扫码（{article}）",
    en: "Scan before entry; in an emergency before leaving ({article})",
  },
  "enforcement.inspection-scan-none": {
    zh: "本镇没有扫码平台，不需要扫码（{article}）",
    en: "The town has no platform of scans; none is asked for ({article})",
  },
  "enforcement.inspection-scan-other": {
    zh: "不是该企业的扫码标识（{article}）",
    en: "It is not the code of this enterprise ({article})",
  },
  "enforcement.inspection-surprise": {
    zh: "突击检查不事先告知（{article}）",
    en: "A surprise is not told beforehand ({article})",
  },
  "enforcement.inspection-to-be-joined": {
    zh: "同一企业近期已有检查计划{inspections}，应当合并（综合查一次）；分开进行须说明理由（{article}）",
    en: "The plans {inspections} lie near: one visit holds them, or say why not ({article})",
  },
  "enforcement.inspection-too-early": {
    zh: "整改期限{by}届满前不复查，企业申请的除外（{article}）",
    en: "No re-inspection before {by}, unless the enterprise asks for it ({article})",
  },
  "enforcement.inspection-urgent": {
    zh: "紧急检查须有线索、移送或者监测数据并已报告行政机关负责人；来源：{kind}（{article}）",
    en: "Urgent is what was reported, and the head knows of it; occasion: {kind} ({article})",
  },
  [`${visit}.proposed`]: { zh: "待批准", en: "proposed" },
  [`${visit}.approved`]: { zh: "已批准", en: "approved" },
  [`${visit}.not-approved`]: { zh: "不予批准", en: "not approved" },
  [`${visit}.called-off`]: { zh: "已取消", en: "called off" },
  [`${visit}.joined`]: { zh: "已合并", en: "joined" },
  [`${visit}.lapsed`]: { zh: "已失效", en: "lapsed" },
  [`${visit}.entered`]: { zh: "检查中", en: "under way" },
  [`${visit}.not-held`]: { zh: "未进行", en: "not held" },
  [`${visit}.recorded`]: { zh: "待另一人签字", en: "recorded" },
  [`${visit}.signed`]: { zh: "待告知结果", en: "signed" },
  [`${visit}.told`]: { zh: "已告知结果", en: "result told" },
  [`${visit}.approve`]: { zh: "批准", en: "approving" },
  [`${visit}.decline`]: { zh: "不予批准", en: "declining" },
  [`${visit}.call-off`]: { zh: "取消", en: "calling off" },
  [`${visit}.change-officers`]: { zh: "调整检查人员", en: "changing officers" },
  [`${visit}.announce`]: { zh: "事先告知", en: "telling it beforehand" },
  [`${visit}.scan`]: { zh: "扫码", en: "scanning" },
  [`${visit}.enter`]: { zh: "进入", en: "entering" },
  [`${visit}.note-not-held`]: { zh: "登记未进行", en: "recording that it was not held" },
  [`${visit}.record`]: { zh: "制作笔录", en: "recording" },
  [`${visit}.countersign`]: { zh: "签字", en: "signing" },
  [`${visit}.tell-result`]: { zh: "告知结果", en: "telling the result" },
  [`${visit}.re-inspect`]: { zh: "提请复查", en: "proposing a re-inspection" },
  [`${visit}.join`]: { zh: "合并", en: "joining" },
  [`${item}.drafted`]: { zh: "待公布", en: "drafted" },
  [`${item}.listed`]: { zh: "已公布", en: "published" },
  [`${item}.withdrawn`]: { zh: "已停用", en: "withdrawn" },
  [`${item}.revise`]: { zh: "修改", en: "revising" },
  [`${item}.publish`]: { zh: "公布", en: "publishing" },
  [`${item}.withdraw`]: { zh: "停用", en: "withdrawing" },
  [`${enterprise}.listed`]: { zh: "在册", en: "listed" },
  [`${enterprise}.closed`]: { zh: "已不再经营", en: "closed" },
  [`${enterprise}.amend`]: { zh: "更正", en: "correcting" },
  [`${enterprise}.declare-conflict`]: { zh: "申报回避", en: "declaring a conflict" },
  [`${enterprise}.note-result`]: { zh: "登记其他机关结果", en: "noting a result" },
  [`${enterprise}.close`]: { zh: "登记停业", en: "closing" },
  [`${enterprise}.reopen`]: { zh: "恢复", en: "reopening" },
  [`${enterprise}.book`]: { zh: "登记检查计划", en: "booking a visit" },
  [`${enterprise}.merge`]: { zh: "合并检查", en: "merging visits" },
  [`${draw}.committed`]: { zh: "待抽取", en: "committed" },
  [`${draw}.drawn`]: { zh: "已抽取", en: "drawn" },
  [`${draw}.draw`]: { zh: "抽取", en: "drawing" },
  [`${draw}.propose`]: { zh: "提请检查", en: "proposing an inspection" },
  [`${draw}.replace`]: { zh: "递补", en: "replacing" },
  [`${occasion}.transfer`]: { zh: "转办移送", en: "transfer" },
  [`${occasion}.data`]: { zh: "数据监测", en: "monitored data" },
  [`${occasion}.request`]: { zh: "企业申请", en: "request" },
  [`${occasion}.random`]: { zh: "双随机抽查", en: "random choice" },
  [`${occasion}.campaign`]: { zh: "专项检查", en: "campaign" },
  [`${occasion}.re-inspection`]: { zh: "复查", en: "re-inspection" },
  [`${urgent}.routine`]: { zh: "日常检查", en: "routine" },
  [`${urgent}.request`]: { zh: "企业申请", en: "request" },
  [`${urgent}.random`]: { zh: "双随机抽查", en: "random choice" },
  [`${urgent}.campaign`]: { zh: "专项检查", en: "campaign" },
  [`${urgent}.re-inspection`]: { zh: "复查", en: "re-inspection" },
  [`${urgent}.lead`]: { zh: "线索", en: "lead" },
  [`${urgent}.transfer`]: { zh: "转办移送", en: "transfer" },
  [`${urgent}.data`]: { zh: "数据监测", en: "monitored data" },
} satisfies ProblemTexts<InspectionsRefusal>;
