import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { CoercionRefusal } from "./domain/refusals.ts";

const state = "word.enforcement.measure-not-in-this-state" as const;
const steps = "word.enforcement.measure-steps-missing" as const;
const basis = "word.enforcement.measure-without-basis" as const;

/** Measures on goods (CF-56, QZ-16 to QZ-28). */
export const coercionProblems = {
  "enforcement.daily-necessity": {
    zh: "不得查封、扣押公民个人及其所扶养家属的生活必需品（{article}）",
    en: "What a citizen and his family live on is neither sealed nor seized ({article})",
  },
  "enforcement.emergency-only-for-coercion": {
    zh: "先行登记保存须事先批准（{article}）",
    en: "A preservation is approved before it is carried out ({article})",
  },
  "enforcement.goods-left-over": {
    zh: "保存的财物须全部转为扣押或者先行退还：{items}（{article}）",
    en: "All that is preserved is seized, or goes back before: {items} ({article})",
  },
  "enforcement.goods-not-of-the-case": {
    zh: "不得查封、扣押、保存与违法行为无关的财物（{article}）",
    en: "Only what belongs to the case is taken ({article})",
  },
  "enforcement.goods-not-of-the-measure": {
    zh: "措施中没有在押的财物{item}（{article}）",
    en: "The measure holds no item {item} ({article})",
  },
  "enforcement.measure-not-for-fine": {
    zh: "只有查封、扣押可以为抵缴罚款而继续，且只决定一次（{article}）",
    en: "Only a seal or a seizure is kept for the fine, and it is decided once ({article})",
  },
  "enforcement.measure-approval-late": {
    zh: "补办批准的期限为{due}，已经过期（{article}）",
    en: "The approval had to be made up by {due} ({article})",
  },
  "enforcement.measure-approval-over": {
    zh: "批准的实施期限为{until}，须重新报批（{article}）",
    en: "It was approved to be carried out by {until}; propose it anew ({article})",
  },
  "enforcement.measure-changed-meanwhile": {
    zh: "措施刚刚发生变化，请重新读取后再办（{article}）",
    en: "The measure has just changed; read it again ({article})",
  },
  "enforcement.measure-entrusted": {
    zh: "行政强制措施权不得委托，不能以其他机关名义行使（{article}）",
    en: "The power of coercion cannot be entrusted; it is not used in another organ's name ({article})",
  },
  "enforcement.measure-extended-already": {
    zh: "期限只能延长一次（{article}）",
    en: "The term is extended once ({article})",
  },
  "enforcement.measure-not-extended": {
    zh: "先行登记保存的期限，以及已决定没收等待送达的，不能延长（{article}）",
    en: "The term of a preservation, or of what waits for the service of a decision, is not extended ({article})",
  },
  "enforcement.measure-not-in-this-state": {
    zh: "措施处于{status}，不能{command}；现在可以：{possible}",
    en: "The measure is {status}; {command} is not possible, only: {possible}",
  },
  "enforcement.measure-nothing-to-approve": {
    zh: "没有待补办的批准（{article}）",
    en: "No approval waits to be made up ({article})",
  },
  "enforcement.measure-recording-missing": {
    zh: "须全程录音录像（{article}）",
    en: "It is recorded in sound and picture ({article})",
  },
  "enforcement.measure-steps-missing": {
    zh: "实施程序缺少：{missing}（{article}）",
    en: "Missing on the spot: {missing} ({article})",
  },
  "enforcement.measure-term-over": {
    zh: "期限{due}已满，依法解除（{article}）",
    en: "Its term ended on {due}; the law has released the goods ({article})",
  },
  "enforcement.measure-unapproved": {
    zh: "紧急实施的措施尚未补办批准（{article}）",
    en: "The approval is not made up yet ({article})",
  },
  "enforcement.measure-without-basis": {
    zh: "处罚权不包含强制措施权：没有法律、法规写明本镇可以对该行为{kind}（{article}）",
    en: "The power to punish carries no coercion: no law names {kind} by the town for this act ({article})",
  },
  "enforcement.measure-without-goods": {
    zh: "须开列财物清单（{article}）",
    en: "A measure has a list of goods ({article})",
  },
  "enforcement.not-confiscated-by-decision": {
    zh: "没有已经送达、载明没收措施中财物的处罚决定（{article}）",
    en: "No decision that was served names goods of this measure ({article})",
  },
  "enforcement.not-handed-to-another-organ": {
    zh: "案件未移送，或者公安机关尚未立案（{article}）",
    en: "The case was not transferred, or the police have not filed it ({article})",
  },
  "enforcement.place-is-not-seized": {
    zh: "场所只能查封（{article}）",
    en: "A place is only sealed ({article})",
  },
  "enforcement.preservation-not-open": {
    zh: "没有可以转为扣押的先行登记保存（{article}）",
    en: "There is no preservation in force that a seizure could take over ({article})",
  },
  "enforcement.sealed-already": {
    zh: "已被其他国家机关依法查封的，不得重复查封、扣押（{article}）",
    en: "What another organ has sealed is not taken again ({article})",
  },
  "enforcement.slight-act": {
    zh: "违法行为情节显著轻微或者没有明显社会危害的，不采取强制措施（{article}）",
    en: "An act that is slight or harms nobody needs no coercion ({article})",
  },
  "enforcement.test-dates": {
    zh: "检测期间应在{from}之后、{last}以前届满，并书面告知（{article}）",
    en: "The test ends after {from} and by {last}, and is told in writing ({article})",
  },
  "enforcement.test-not-open": { zh: "没有正在进行的检测（{article}）", en: "No test is under way ({article})" },
  "enforcement.test-under-way": {
    zh: "检测正在进行，或者保存的财物已经送检一次（{article}）",
    en: "A test is under way, or preserved goods were tested once ({article})",
  },
  [`${basis}.seal`]: { zh: "查封", en: "a seal" },
  [`${basis}.seizure`]: { zh: "扣押", en: "a seizure" },
  [`${steps}.cards`]: { zh: "出示执法身份证件", en: "cards shown" },
  [`${steps}.reasons`]: { zh: "告知理由、依据", en: "reasons and basis told" },
  [`${steps}.rights`]: { zh: "告知权利、救济途径", en: "rights and remedies told" },
  [`${steps}.heard`]: { zh: "听取陈述、申辩", en: "the party heard" },
  [`${steps}.signature`]: { zh: "笔录签名或者见证人签名", en: "the record signed, or a witness" },
  [`${steps}.handover`]: { zh: "当场交付决定书和清单", en: "decision and list handed over" },
  [`${state}.keep-for-fine`]: { zh: "为抵缴罚款继续措施", en: "keeping it for the fine" },
  [`${state}.proposed`]: { zh: "待批准", en: "proposed" },
  [`${state}.refused`]: { zh: "未批准", en: "refused" },
  [`${state}.approved`]: { zh: "待实施", en: "to be carried out" },
  [`${state}.dropped`]: { zh: "未实施", en: "dropped" },
  [`${state}.recorded`]: { zh: "待另一名执法人员签字", en: "waiting for the second signature" },
  [`${state}.in-force`]: { zh: "执行中", en: "in force" },
  [`${state}.lapsed`]: { zh: "期满依法解除、待退还", en: "released by law, goods to be given back" },
  [`${state}.ended`]: { zh: "已了结", en: "ended" },
  [`${state}.approve`]: { zh: "批准", en: "approving" },
  [`${state}.refuse`]: { zh: "不批准", en: "refusing" },
  [`${state}.drop`]: { zh: "不再实施", en: "giving it up" },
  [`${state}.carry-out`]: { zh: "实施", en: "carrying it out" },
  [`${state}.countersign`]: { zh: "签字", en: "signing" },
  [`${state}.make-up-approval`]: { zh: "补办批准", en: "making up the approval" },
  [`${state}.extend`]: { zh: "延长", en: "extending" },
  [`${state}.begin-test`]: { zh: "送检", en: "sending to a test" },
  [`${state}.end-test`]: { zh: "结束检测", en: "ending the test" },
  [`${state}.release`]: { zh: "解除", en: "releasing" },
  [`${state}.confiscate`]: { zh: "没收", en: "confiscating" },
  [`${state}.hand-over`]: { zh: "移交", en: "handing over" },
} satisfies ProblemTexts<CoercionRefusal>;
