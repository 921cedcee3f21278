import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { SchemeRefusal } from "./domain/refusals.ts";

/** Fiscal schemes and what a year is settled with (F-19 to F-25, F-guard, F-35, F-46). */
export const schemeProblems = {
  "finance.advance-not-booked": {
    zh: "预付款{advanced}分超出分录{entry}入账的转移支付{booked}分（{article}）",
    en: "{advanced} fen are advanced by {entry}, and the books hold {booked} fen of transfers in it ({article})",
  },
  "finance.ruling-outside-both": {
    zh: "{line}的裁定应在双方数额之间（镇{ours}分、对方{theirs}分）：双方都认可的部分已到期；双方都算错的，先重新测算（{article}）",
    en: "The ruling on {line} lies between both figures ({ours} and {theirs} fen): what both grant is due already; where both are wrong, compute anew ({article})",
  },
  "finance.settlement-absent": {
    zh: "{year}年尚无体制结算：先由会计测算（POST /finance/settlements）",
    en: "{year} has no settlement yet: the accountant computes it first (POST /finance/settlements)",
  },
  "finance.advance-on-nothing": {
    zh: "预付款所指的{scheme}体制项目{line}并不结算资金",
    en: "The advance names line {line} of {scheme}, which moves no money",
  },
  "finance.base-year-missing": {
    zh: "项目{line}缺少{year}年决算数，不能按零计算（{article}）",
    en: "Line {line} lacks the settled figure of {year}; it is not zero ({article})",
  },
  "finance.dispute-says-no-payment": {
    zh: "对项目{line}有异议的，还须写明据此应结算的项目{paid}的金额",
    en: "A dispute on line {line} also says the figure of line {paid}, which is computed from it",
  },
  "finance.dispute-without-difference": {
    zh: "项目{line}双方金额相同，没有异议",
    en: "Both figures of line {line} are the same: nothing is disputed",
  },
  "finance.disputed-line-unknown": {
    zh: "结算表中没有项目{line}，或者该项目尚无金额",
    en: "The sheet has no line {line}, or the line is open",
  },
  "finance.disputed-twice": { zh: "同一项目填写了两次", en: "One line is named twice" },
  "finance.entry-twice": {
    zh: "分录{entry}重复提供（{article}）",
    en: "Entry {entry} is given twice ({article})",
  },
  "finance.fact-twice": { zh: "同一事项有两个依据：{matter}", en: "Two facts stand on one matter: {matter}" },
  "finance.given-not-asked": {
    zh: "项目{line}的金额由体制文件确定，不得另行核定",
    en: "The scheme itself fixes the amount of line {line}",
  },
  "finance.given-outside-range": {
    zh: "{document}核定的金额超出项目{line}的区间",
    en: "The amount of {document} lies outside the range of line {line}",
  },
  "finance.no-scheme-in-force": { zh: "{year}年没有生效的财政体制", en: "No fiscal scheme is in force in {year}" },
  "finance.ruling-incomplete": {
    zh: "文件未解决全部有异议的项目：{lines}",
    en: "The document leaves disputed lines open: {lines}",
  },
  "finance.ruling-on-undisputed": {
    zh: "项目{line}没有异议，不得改定",
    en: "Line {line} was not disputed: it stays as agreed",
  },
  "finance.scheme-average-not-measured": {
    zh: "项目{line}的平均数须取自收入项目，而不是{of}",
    en: "The average of line {line} is of a measure, not of {of}",
  },
  "finance.scheme-base-other-scope": {
    zh: "项目{line}的基数与{of}口径不同",
    en: "The base of line {line} has another scope than {of}",
  },
  "finance.scheme-class-not-income": {
    zh: "项目{line}的科目{class}不是可分成的收入科目",
    en: "Class {class} of line {line} is no income that a scheme counts",
  },
  "finance.scheme-condition-unknown": {
    zh: "项目{line}不得以“{condition}”为条件（{article}）",
    en: "Line {line} may not depend on {condition} ({article})",
  },
  "finance.scheme-growth-begins-late": {
    zh: "项目{line}的起始年度晚于体制生效年度",
    en: "The first year of line {line} is later than the scheme",
  },
  "finance.scheme-holds-debt": {
    zh: "项目{line}列入债务收入{class}（{article}）",
    en: "Line {line} holds debt, class {class} ({article})",
  },
  "finance.scheme-gives-back": {
    zh: "项目{line}以罚没收入或者许可收费命名，不得以任何形式返还（{article}）",
    en: "Line {line} is named after fines or fees of permits: they are returned in no form ({article})",
  },
  "finance.scheme-holds-fees": {
    zh: "项目{line}列入行政事业性收费{class}，许可收费不得以任何形式返还（{article}）",
    en: "Line {line} holds administrative fees, class {class}: fees of permits are returned in no form ({article})",
  },
  "finance.scheme-holds-fines": {
    zh: "项目{line}列入罚没收入{class}，罚没收入不得以任何形式返还（{article}）",
    en: "Line {line} holds fines, class {class}: fines are returned in no form ({article})",
  },
  "finance.scheme-holds-transfers": {
    zh: "项目{line}列入转移性收入{class}（{article}）",
    en: "Line {line} holds transfers, class {class} ({article})",
  },
  "finance.scheme-land-in-tax-base": {
    zh: "项目{line}把土地出让等政府性基金并入一般公共预算基数（{article}）",
    en: "Line {line} joins land proceeds to a tax base ({article})",
  },
  "finance.scheme-land-not-named": {
    zh: "保底项目{line}计入土地收益，须写明",
    en: "The guarantee of line {line} counts land proceeds and must say so",
  },
  "finance.scheme-line-twice": { zh: "项目{line}重复", en: "Line {line} stands twice" },
  "finance.scheme-line-unknown": {
    zh: "{line}引用的项目{uses}不在其前",
    en: "{line} uses {uses}, which is no earlier line",
  },
  "finance.scheme-part-month": {
    zh: "体制须自月初起、至月末止，而不是{on}",
    en: "A scheme runs in whole months; {on} lies inside of one",
  },
  "finance.scheme-pays-set-aside": {
    zh: "项目{line}仅确定用途，双方之间不结算",
    en: "Line {line} sets money aside and moves none between the parties",
  },
  "finance.scheme-pays-twice": { zh: "项目{line}重复结算", en: "Line {line} is paid twice" },
  "finance.scheme-range-reversed": {
    zh: "项目{line}的区间不成立",
    en: "The range of line {line} does not hold",
  },
  "finance.scheme-rate-missing": {
    zh: "项目{line}的标准须按日期先后，并自体制生效日起适用",
    en: "The rates of line {line} follow one another from the first day of the scheme",
  },
  "finance.scheme-returns-fees": {
    zh: "收费不得返还给征收单位（{article}）",
    en: "No fee goes back to the unit that collects it ({article})",
  },
  "finance.scheme-runs-backwards": {
    zh: "体制终止日{to}早于生效日{from}",
    en: "The scheme ends on {to}, before {from}",
  },
  "finance.scheme-tiers-gap": {
    zh: "项目{line}的最后一档须无上限，其余各档须有上限",
    en: "The last band of line {line} has no limit, and each other has one",
  },
  "finance.scheme-tiers-overlap": { zh: "项目{line}的分档重叠", en: "The bands of line {line} overlap" },
  "finance.scheme-unit-unknown": {
    zh: "项目{line}不得按“{unit}”计算（{article}）",
    en: "Line {line} may not count by {unit} ({article})",
  },
  "finance.schemes-above-whole": {
    zh: "对同一超收合计奖补{percent}%，超过全部",
    en: "One excess is rewarded with {percent} % together, more than the whole",
  },
  "finance.schemes-overlap": {
    zh: "体制{scheme}在同一日有两个版本生效",
    en: "Two versions of {scheme} are in force on one day",
  },
  "finance.settlement-not-in-this-state": {
    zh: "结算目前处于“{status}”，可以进行：{possible}",
    en: "The settlement is {status}; possible now: {possible}",
  },
  "finance.settlement-of-no-year": {
    zh: "结算年度须为2000年至{upTo}年",
    en: "A settlement is of a year from 2000 to {upTo}",
  },
  "finance.settlement-too-large": {
    zh: "项目{line}的金额超出乡镇可能的范围，请核对",
    en: "The amount of line {line} is larger than any of a town",
  },
  "finance.settlement-year-runs": {
    zh: "{year}年度尚未终了，不能送交结算",
    en: "The year {year} is not over: its settlement is not sent yet",
  },
  "finance.remittance-not-owed": {
    zh: "镇不欠项目{line}的款项",
    en: "The town owes nothing by line {line}",
  },
  "finance.settlement-moved-on": {
    zh: "结算已重新计算为第{number}稿，请核对后再办",
    en: "The settlement was computed again: look at sheet {number} first",
  },
  "finance.settlement-outstanding": {
    zh: "项目{line}还有{outstanding}分没有结清",
    en: "{outstanding} fen of line {line} are outstanding",
  },
} satisfies ProblemTexts<SchemeRefusal>;
