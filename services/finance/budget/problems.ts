import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { BudgetRefusal } from "./domain/refusals.ts";

/** The budget (F-1 to F-7, F-37 to F-45). */
export const budgetProblems = {
  "finance.adjustment-without-congress": {
    zh: "预算调整须经镇人民代表大会批准（{article}）",
    en: "Only the town people's congress adjusts the budget ({article})",
  },
  "finance.announced-not-in-budget": {
    zh: "上级提前下达的转移支付{announced}分须编入预算（{article}）",
    en: "The budget takes in the transfers that were announced: {announced} fen ({article})",
  },
  "finance.approved-below-given": {
    zh: "批准前已安排和须偿还的共{taken}分，预算批准数（预备费以外）不能低于此数（{article}）",
    en: "Given before approval, and to be repaid: {taken} fen. The budget without its reserve holds at least that ({article})",
  },
  "finance.before-approval-kind": {
    zh: "预算批准前不得安排此类支出（{article}）",
    en: "This kind is not spent before the budget is approved ({article})",
  },
  "finance.before-approval-level": {
    zh: "预算批准前不得超过上年同期数，还可安排{left}分（{article}）",
    en: "Before approval no more than last year is spent: {left} fen are left ({article})",
  },
  "finance.below-what-is-spent": {
    zh: "不能低于已支付和已预留的{taken}分",
    en: "The line stays at {taken} fen or more: so much is paid or held",
  },
  "finance.document-missing": { zh: "须注明文件", en: "Name the document" },
  "finance.duty-names-no-office": { zh: "此事项不填写部门", en: "This duty names no office" },
  "finance.earmarked-of-another-year": {
    zh: "该专项转移支付{on}到账，不属于{year}年",
    en: "This transfer came on {on}, not in {year}",
  },
  "finance.earmarked-without-entry": {
    zh: "专项转移支付指标须注明到账分录，其他指标不注明（{article}）",
    en: "A line of an earmarked transfer names the entry that booked it, and no other line does ({article})",
  },
  "finance.nothing-to-file": {
    zh: "没有尚未备案的预算调整（{article}）",
    en: "The county was told of each adjustment ({article})",
  },
  "finance.nothing-to-report": {
    zh: "没有尚未报告的专项转移支付（{article}）",
    en: "The congress was told of each earmarked transfer ({article})",
  },
  "finance.office-not-answered": { zh: "尚未批复{office}的预算", en: "{office} had no reply on its budget yet" },
  "finance.office-unknown": { zh: "没有部门{office}", en: "There is no office {office}" },
  "finance.reply-to-whom": { zh: "须注明批复的部门", en: "Name the offices that are answered" },
  "finance.help-not-needed": {
    zh: "前列资金足以弥补短收，不需上级临时救助（{article}）",
    en: "The means before it meet the shortfall: no help from above is needed ({article})",
  },
  "finance.help-not-repaid": {
    zh: "上年上级临时救助{owed}分须列入本年预算偿还（{article}）",
    en: "The budget repays last year's temporary help from above: {owed} fen ({article})",
  },
  "finance.help-without-document": {
    zh: "尚差{help}分，须有上级临时救助的文件（{article}）",
    en: "{help} fen are missing still: name the document on temporary help from above ({article})",
  },
  "finance.item-unknown": {
    zh: "{item}不是支出功能分类科目（类、款、项，3、5或7位数字）",
    en: "{item} is no class of expenditure by function (3, 5 or 7 digits)",
  },
  "finance.line-amount": {
    zh: "金额须为大于零的整数分",
    en: "The amount of a line is a whole number of fen above zero",
  },
  "finance.line-not-in-this-state": {
    zh: "预算指标{status}，不能{command}；现在可以：{possible}",
    en: "The line is {status}: no {command}; possible now: {possible}",
  },
  "finance.line-of-another-year": { zh: "该指标属于{year}年预算", en: "The line is of the budget of {year}" },
  "finance.line-returns-fines": {
    zh: "支出不得与罚没收入、许可收费挂钩，不得返还（{article}）",
    en: "No spending returns fines or fees of permits, or follows them ({article})",
  },
  "finance.line-stands": {
    zh: "该指标已由{document}批准，变动须作调整或者调剂",
    en: "{document} approved this line: change it by an adjustment or a shift",
  },
  "finance.no-borrowing": {
    zh: "镇政府不得举借债务，不得提供担保（{article}）",
    en: "A town borrows nothing and guarantees nothing ({article})",
  },
  "finance.nothing-reserved": { zh: "{request}没有预留资金，不能支付", en: "Nothing is held for {request}" },
  "finance.over-budget": {
    zh: "超出预算，尚余{left}分（{article}）",
    en: "Over the budget: {left} fen are left ({article})",
  },
  "finance.over-plan": {
    zh: "超出用款计划，尚余{left}分（{article}）",
    en: "Over the use plan: {left} fen are left ({article})",
  },
  "finance.over-reserve": {
    zh: "超出预备费，尚余{left}分（{article}）",
    en: "More than the reserve: {left} fen are left ({article})",
  },
  "finance.plan-above-budget": {
    zh: "用款计划{planned}分超出预算{budget}分",
    en: "The use plan of {planned} fen is above the budget of {budget} fen",
  },
  "finance.plan-shrinks": {
    zh: "用款计划不能低于已支付和已预留的{taken}分",
    en: "The use plan stays at {taken} fen or more: so much is paid or held",
  },
  "finance.reserve-kind": {
    zh: "动用预备费只注明是否灾害救助（{article}）",
    en: "Money of the reserve is for a disaster or has no kind ({article})",
  },
  "finance.reserve-out-of-bounds": {
    zh: "预备费应为一般公共预算支出{expenditure}分的1%至3%（{article}）",
    en: "The reserve is 1 % to 3 % of {expenditure} fen ({article})",
  },
  "finance.reserved-otherwise": {
    zh: "该申请已预留{held}分，金额不同",
    en: "{held} fen are held for this request already",
  },
  "finance.returns-more-than-paid": { zh: "退回金额超过已支付的{paid}分", en: "More returns than the {paid} fen paid" },
  "finance.turnover-fund-too-large": {
    zh: "预算周转金不得超过一般公共预算支出{expenditure}分的1%（{article}）",
    en: "The turnover fund is at most 1 % of {expenditure} fen ({article})",
  },
  "finance.year-runs": { zh: "{year}年尚未结束", en: "The year {year} is not over" },
  "word.finance.line-of-other-ground.congress": { zh: "人大批准", en: "the congress" },
  "word.finance.line-of-other-ground.before-approval": { zh: "批准前支出", en: "before approval" },
  "word.finance.line-of-other-ground.carry-over": { zh: "上年结转", en: "carry-over" },
  "word.finance.line-of-other-ground.reserve": { zh: "预备费", en: "the reserve" },
  "word.finance.line-of-other-ground.earmarked": { zh: "专项转移支付", en: "an earmarked transfer" },
  "word.finance.line-not-in-this-state.open": { zh: "有效", en: "open" },
  "word.finance.line-not-in-this-state.lapsed": { zh: "已失效", en: "lapsed" },
  "word.finance.line-not-in-this-state.change": { zh: "调整", en: "change" },
  "word.finance.line-not-in-this-state.plan": { zh: "下达用款计划", en: "plan" },
  "word.finance.line-not-in-this-state.reserve": { zh: "预留", en: "reserve" },
  "word.finance.line-not-in-this-state.release": { zh: "释放", en: "release" },
  "word.finance.line-not-in-this-state.pay": { zh: "支付", en: "pay" },
  "word.finance.line-not-in-this-state.take-back": { zh: "退回", en: "take back" },
  "word.finance.line-not-in-this-state.lapse": { zh: "失效", en: "lapse" },
  "finance.accounts-not-approved": {
    zh: "{year}年决算尚未经人大批准",
    en: "The final accounts of {year} are not approved yet",
  },
  "finance.budget-approved-already": {
    zh: "{year}年预算已批准，不再按批准前支出办理",
    en: "The budget of {year} is approved: nothing is spent before approval any more",
  },
  "finance.budget-not-approved": {
    zh: "{year}年预算尚未经镇人大批准（{article}）",
    en: "The congress has not approved the budget of {year} ({article})",
  },
  "finance.approved-income-class": {
    zh: "此处只列一般公共预算的税收和非税科目；转移性收入另列，政府性基金属于另一预算，债务收入镇级没有（{article}）",
    en: "Name classes of general tax and non-tax income: transfers stand apart, funds have their own budget, and the town has no debt ({article})",
  },
  "finance.approved-income-differs": {
    zh: "收入合计与各科目之和{total}分不一致",
    en: "The income is not the sum of its classes, {total} fen",
  },
  "finance.approved-income-twice": {
    zh: "同一收入科目（或其上级、下级）列了两次",
    en: "A class of income, or one above or below it, is named twice",
  },
  "finance.budget-year-absent": {
    zh: "{year}年度预算尚未登记：先由财政所长登记上年同期支出（POST /finance/budget-years）",
    en: "The budget of {year} is not opened yet: the finance approver opens it first (POST /finance/budget-years)",
  },
  "finance.budget-not-compiled-jointly": {
    zh: "实行乡财县管（{document}），预算由县镇共同编制，请填写共编文件；仍由镇人大批准",
    en: "The county compiles the budget with the town ({document}): name the paper of it; the congress approves as before",
  },
  "finance.carry-over-otherwise": {
    zh: "结转只能在{year}年用于原科目{item}和原用途（{article}）",
    en: "A carry-over goes on in {year}, for item {item} and the same purpose ({article})",
  },
  "finance.carry-over-too-large": { zh: "至多可结转{left}分（{article}）", en: "At most {left} fen go on ({article})" },
  "finance.carry-over-without-line": {
    zh: "结转指标须注明上年已注销的原指标，其他指标不注明（{article}）",
    en: "A carry-over names the lapsed line that it goes on from, and no other line does ({article})",
  },
  "finance.day-not-come": { zh: "{on}尚未到来", en: "{on} has not come" },
  "finance.day-of-another-year": {
    zh: "{on}不是{year}年预算的批准日",
    en: "{on} is no day on which the budget of {year} is approved",
  },
  "finance.day-too-early": { zh: "{on}早于{since}", en: "{on} is before {since}" },
  "finance.duty-performed-already": { zh: "已于{on}办理", en: "It was done on {on}" },
  "finance.over-approved": {
    zh: "超出人大批准的支出，尚可安排{left}分（{article}）",
    en: "More than the congress approved: {left} fen are left to give ({article})",
  },
  "finance.year-not-in-this-state": {
    zh: "预算当前状态（{status}）不能办理此事",
    en: "In its state ({status}) the budget cannot do this",
  },
  "finance.surplus-goes-on": {
    zh: "连续两年未用完的结转资金为结余，不再结转（{article}）",
    en: "A carry-over that is unspent at the end of the next year is surplus ({article})",
  },
  "finance.shift-within-one-line": { zh: "调出和调入须是不同指标", en: "A shift goes from one line to another" },
  "finance.line-of-other-ground": {
    zh: "该指标的依据（{ground}）不允许这样增减",
    en: "A line on this ground ({ground}) is not changed in this way",
  },
} satisfies ProblemTexts<BudgetRefusal>;
