import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { BenefitRefusal } from "./domain/refusals.ts";

/** Benefits (F13). */
export const benefitProblems = {
  "finance.batch-empty": { zh: "批次中没有可以发放的人员", en: "No line of the batch may be paid" },
  "finance.batch-line-twice": {
    zh: "第{line}行与前面的人员重复",
    en: "Line {line} names a person for the second time",
  },
  "finance.batch-not-in-this-state": {
    zh: "该批次当前状态（{status}）不能办理此事",
    en: "In its state ({status}) the batch cannot do this",
  },
  "finance.batch-other-hand": {
    zh: "编制、审批、发送须由不同的人办理，出纳只负责发送（{article}）",
    en: "Different people draft, approve and send; a cashier only sends ({article})",
  },
  "finance.batch-rests": { zh: "批次刚刚有变动，请重新办理", en: "The batch changed just now: ask again" },
  "finance.beneficiary-account-malformed": { zh: "账号不符合要求", en: "This is no account number" },
  "finance.beneficiary-known": { zh: "此人已登记为补贴对象", en: "This person is a beneficiary already" },
  "finance.beneficiary-not-in-this-state": {
    zh: "该补贴对象当前状态（{status}）不能办理此事",
    en: "In its state ({status}) the beneficiary cannot do this",
  },
  "finance.beneficiary-unknown": { zh: "补贴对象未登记或者已注销", en: "Nobody of this number is a beneficiary" },
  "finance.grant-before-programme": { zh: "该项目自{from}开始", en: "The programme begins with {from}" },
  "finance.grant-days-inverted": { zh: "最后一个月早于第一个月", en: "The last month is before the first one" },
  "finance.grant-not-in-this-state": {
    zh: "该资格当前状态（{status}）不能办理此事",
    en: "In its state ({status}) the grant cannot do this",
  },
  "finance.grant-stands": { zh: "此人自{from}起已有该项目资格", en: "A grant of these months stands from {from}" },
  "finance.other-benefit": {
    zh: "此人同期享受{programme}，不能同时享受",
    en: "In these months he gets {programme}: it excludes this one",
  },
  "finance.period-in-future": { zh: "所属月份尚未到来", en: "The month of the batch has not come" },
  "finance.programme-excludes-itself": { zh: "项目不能与自身互斥", en: "A programme does not exclude itself" },
  "finance.programme-known": { zh: "项目{programme}已设立", en: "Programme {programme} is there already" },
  "finance.programme-not-in-this-state": {
    zh: "该补贴项目当前状态（{status}）不能办理此事",
    en: "In its state ({status}) the programme cannot do this",
  },
  "finance.programme-stopped": { zh: "没有该补贴项目或者已停止", en: "There is no such programme, or it was stopped" },
  "finance.return-day-wrong": { zh: "日期须在代发之后且已到来", en: "The day has come, and is not before the payment" },
  "finance.return-elsewhere": {
    zh: "只能恢复原指标的结转指标（{article}）",
    en: "It restores the carry-over of its own line only ({article})",
  },
  "finance.return-not-of-batch": {
    zh: "此人不在该批次，或者已退回",
    en: "This batch pays nothing to him, or it came back already",
  },
} satisfies ProblemTexts<BenefitRefusal>;
