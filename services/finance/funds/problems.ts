import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { FundRefusal } from "./domain/refusals.ts";

/** Funds and accounts of acquisitions (F5, F16, F-31, F-42). */
export const fundProblems = {
  "finance.account-not-approved": {
    zh: "征收专户须有财政专户批准文件，或者作为合法账户的明细账（{article}）",
    en: "An account of its own needs its approval, or it is a sub-ledger of a lawful account ({article})",
  },
  "finance.beneficiary-has-no-payee": {
    zh: "收款人未登记或者已停用",
    en: "The register of payees does not have him, or pays him no more",
  },
  "finance.fund-empty": { zh: "该资金余额{left}分，不足支付", en: "{left} fen are left in the fund" },
  "finance.fund-has-money": { zh: "该资金还有{left}分，不能销户", en: "{left} fen are in the fund: it stays open" },
  "finance.fund-not-in-this-state": {
    zh: "该资金当前状态（{status}）不能办理此事",
    en: "In its state ({status}) the fund cannot do this",
  },
  "finance.fund-other-purpose": {
    zh: "支出科目{item}不在该资金用途之内，不得挪用（{article}）",
    en: "Class {item} is outside of the purpose of this fund ({article})",
  },
  "finance.fund-over-allotted": {
    zh: "份额超出资金总额，还可核定{left}分",
    en: "{left} fen of the fund are left to allot",
  },
  "finance.fund-returns-fines": {
    zh: "罚没收入、许可收费不得以专项资金等任何形式返还（{article}）",
    en: "Fines, confiscated money and fees of permits are never returned, as a fund neither ({article})",
  },
  "finance.fund-source-exceeded": {
    zh: "{source}还应拨{left}分，不能多记",
    en: "{source} owes {left} fen more, and no more",
  },
  "finance.fund-source-unknown": { zh: "该资金没有来源{source}", en: "The fund has no source {source}" },
  "finance.matching-demanded": {
    zh: "不得要求镇配套资金，国务院规定共同承担的除外（{article}）",
    en: "No matching money is demanded of the town, save where the State Council says so ({article})",
  },
  "finance.share-exceeded": { zh: "该户（单位）还应付{left}分", en: "{left} fen of this share are left" },
  "finance.share-holds-no-payment": { zh: "该份额没有这笔付款", en: "The share holds no such payment" },
  "finance.share-not-in-this-state": {
    zh: "该份额当前状态（{status}）不能办理此事",
    en: "In its state ({status}) the share cannot do this",
  },
  "finance.share-stands": { zh: "{beneficiary}的份额已核定", en: "The share of {beneficiary} stands already" },
  "finance.source-twice": { zh: "来源{source}出现两次", en: "Source {source} stands twice" },
} satisfies ProblemTexts<FundRefusal>;
