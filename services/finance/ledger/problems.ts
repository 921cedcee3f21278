import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { LedgerRefusal } from "./domain/refusals.ts";

/** The ledger (F-26, F-43, F-47, F-49). */
export const ledgerProblems = {
  "finance.account-has-parts": {
    zh: "科目{account}有明细科目，应记入明细科目",
    en: "Account {account} has parts: post on one of them",
  },
  "finance.account-unknown": {
    zh: "{year}年会计科目中没有{account}",
    en: "The chart of {year} has no account {account}",
  },
  "finance.amount-not-positive": {
    zh: "第{line}行金额须为大于零的整数分",
    en: "The amount of line {line} is a whole number of fen above zero",
  },
  "finance.book-not-in-this-state": {
    zh: "账簿当前状态（{status}）不能办理此事",
    en: "In its state ({status}) the book cannot do this",
  },
  "finance.book-unknown": {
    zh: "本镇没有账簿{book}，或尚未建账，或该年度没有会计科目表",
    en: "The town has no book {book}, it is not opened yet, or the year has no chart of accounts",
  },
  "finance.budget-entry-missing": {
    zh: "预算内现金收支须同时作财务会计和预算会计分录（{article}）",
    en: "Cash within the budget needs entries in both sets ({article})",
  },
  "finance.budget-entry-not-allowed": {
    zh: "此类业务（{nature}）不作预算会计分录（{article}）",
    en: "A matter of this kind ({nature}) has no such entry within the budget ({article})",
  },
  "finance.effective-before-book": {
    zh: "业务日期{on}早于建账月份{first}",
    en: "The effective date {on} is before the first month of the book, {first}",
  },
  "finance.effective-in-future": { zh: "业务日期{on}尚未到来", en: "The effective date {on} has not come" },
  "finance.entry-in-use": {
    zh: "该分录的款项已记入{usedFor}，请先在那里收回，再冲销",
    en: "The money of this entry is put down to {usedFor}: give it free there first",
  },
  "finance.entry-moves-nothing": {
    zh: "该分录已冲销或者不涉及款项收付（{article}）",
    en: "This entry was taken back or moves no money ({article})",
  },
  "finance.entry-not-used": { zh: "该分录的款项没有记入{target}", en: "Nothing of this entry is put down to {target}" },
  "finance.entry-of-fines": {
    zh: "罚没收入、许可收费全额缴入国库，不得列为专项资金或者资产收入（{article}）",
    en: "Fines, confiscated goods and permit fees go to the treasury whole and fill no fund ({article})",
  },
  "finance.entry-of-record": {
    zh: "该分录由业务记录（{record} {id}）记账，只能由该记录撤销，不得手工冲销（{article}）",
    en: "The record {record} {id} posted this entry: it is undone there, and not by hand ({article})",
  },
  "word.finance.entry-of-record.receivable": { zh: "应收款", en: "claim" },
  "word.finance.entry-of-record.revenue": { zh: "收入", en: "income" },
  "word.finance.entry-of-record.payment": { zh: "支付", en: "payment" },
  "word.finance.entry-of-record.benefit-batch": { zh: "补贴批次", en: "batch of benefits" },
  "word.finance.entry-of-record.reward": { zh: "举报奖励", en: "reward" },
  "word.finance.entry-of-record.book": { zh: "账簿", en: "book" },
  "finance.entry-unknown": { zh: "账上没有这笔分录", en: "The books have no such entry" },
  "finance.entry-not-earmarked": {
    zh: "该分录没有专项转移支付（{classes}）到账（{article}）",
    en: "This entry books no earmarked transfer (class {classes}) ({article})",
  },
  "finance.entry-used-already": {
    zh: "该分录的款项已有一部分记入{target}",
    en: "A part of this entry is put down to {target} already",
  },
  "finance.entry-used-up": {
    zh: "该分录还有{free}分可以记入，不足{asked}分",
    en: "{free} fen of this entry are free, {asked} are asked for",
  },
  "finance.entry-not-in-this-state": {
    zh: "分录当前状态（{status}）不能办理此事",
    en: "In its state ({status}) the entry cannot do this",
  },
  "finance.income-closed-already": {
    zh: "{year}年收支正在结转或者已经结转",
    en: "Income of {year} is being closed or closed",
  },
  "finance.income-not-closed": { zh: "{year}年收支尚未结转", en: "Income and expense of {year} are not closed yet" },
  "finance.debt-is-no-income": {
    zh: "镇不得举债，债务收入不得入账（{article}）",
    en: "A town borrows nothing: debt is no income of it ({article})",
  },
  "finance.entry-without-basis": {
    zh: "科目{item}的收入没有法定依据，不得入账（{article}）",
    en: "Income of class {item} has no legal basis and is not posted ({article})",
  },
  "finance.income-of-other-account": {
    zh: "科目{item}的收入记入{account}，四本预算不得混用（{article}）",
    en: "Income of class {item} belongs on account {account}: the four budgets stay apart ({article})",
  },
  "finance.income-of-other-origin": {
    zh: "科目{item}的收入不能按来源 {origin} 记账（{article}）",
    en: "Income of class {item} is not of the origin {origin} ({article})",
  },
  "finance.book-handed-over": {
    zh: "该账簿已于{on}移交给{successor}，您不再记账（{article}）",
    en: "You handed this book over to {successor} on {on} and keep it no more ({article})",
  },
  "finance.handover-by-accountant": {
    zh: "由会计人员本人移交（{article}）",
    en: "The accountant who leaves hands over ({article})",
  },
  "finance.handover-list-old": {
    zh: "移交清册编制后账簿有变动，请重新编制（{article}）",
    en: "The book changed since the list was drawn up: draw it up anew ({article})",
  },
  "finance.handover-needs-supervisor": {
    zh: "由会计机构负责人监交；负责人移交或者代办移交的，由单位领导监交（{article}）",
    en: "The finance approver watches; where he leaves or acts for another, a leader of the unit does ({article})",
  },
  "finance.handover-of-another": {
    zh: "本人不能办理的，由会计机构负责人代为移交（{article}）",
    en: "The finance approver alone hands over for somebody who cannot come ({article})",
  },
  "finance.handover-runs": { zh: "{leaver}的移交尚未办清", en: "The handover of {leaver} is not done yet" },
  "finance.handover-to-accountant": {
    zh: "接管人应为会计人员（{article}）",
    en: "The successor is an accountant ({article})",
  },
  "finance.handover-to-oneself": {
    zh: "移交人和接管人不能是同一人（{article}）",
    en: "Nobody hands over to himself ({article})",
  },
  "finance.handover-watched-by-another": {
    zh: "移交人、代办人不能监交（{article}）",
    en: "The leaver does not watch the handover, nor the person who drew it up ({article})",
  },
  "finance.no-handover-runs": { zh: "没有待办的会计工作交接", en: "No handover is drawn up" },
  "finance.income-not-classified": {
    zh: "第{line}行收入须写明收入科目、国库级次和资金来源（{article}）",
    en: "Line {line} is income: it says its class, treasury level and origin ({article})",
  },
  "finance.keeps-no-books": { zh: "出纳不得登记账目（{article}）", en: "A cashier keeps no books ({article})" },
  "finance.lines-too-few": { zh: "分录至少两行", en: "A posting has two lines at the least" },
  "finance.lines-too-many": {
    zh: "一笔分录最多{most}行，请分批",
    en: "A posting has {most} lines at the most: post in parts",
  },
  "finance.money-moves": {
    zh: "权责发生制分录不涉及货币资金收支（{article}）",
    en: "An accrual moves no money ({article})",
  },
  "finance.month-closed-already": { zh: "{month}已结账，不再打开", en: "{month} is closed and stays closed" },
  "finance.month-not-next": { zh: "请先结{next}，再结{month}", en: "{next} is closed before {month}" },
  "finance.month-not-shut": {
    zh: "{month}尚未截止入账，先截止再对账、结账",
    en: "Let {month} take no more postings first",
  },
  "finance.month-runs": { zh: "{month}尚未结束，不能结账", en: "{month} is not over" },
  "finance.month-shut-already": { zh: "{month}已截止入账，请先结账", en: "{month} is shut already: close it first" },
  "finance.not-balanced": {
    zh: "{set}借贷不平：借{debit}分，贷{credit}分（{article}）",
    en: "The {set} set does not balance: debit {debit} fen, credit {credit} fen ({article})",
  },
  "finance.not-to-hand-on": {
    zh: "应缴财政款业务须记入应缴财政款科目（{article}）",
    en: "What is collected for the treasury is posted on an account of what is handed on ({article})",
  },
  "finance.opened-already": {
    zh: "账套已启用，不能再录入期初余额",
    en: "The book is open: no balance is taken over any more",
  },
  "finance.opening-income": {
    zh: "{account}为收支类科目，没有期初余额",
    en: "Account {account} is of income or expense and opens at zero",
  },
  "finance.opening-without-document": {
    zh: "期初余额须附原始凭证（{article}）",
    en: "Opening balances come with a document ({article})",
  },
  "finance.other-set": { zh: "{account}不属于本账套", en: "Account {account} is of another kind of book" },
  "finance.postings-without-voucher": {
    zh: "还有{count}笔分录未登记凭证",
    en: "{count} postings have no voucher yet",
  },
  "finance.reconciliation-missing": {
    zh: "尚未对账：{with}（{article}）",
    en: "Not reconciled yet: {with} ({article})",
  },
  "finance.reversal-stays": {
    zh: "冲销分录不能再冲销，应重新记账（{article}）",
    en: "A reversal is not reversed: enter what is right anew ({article})",
  },
  "finance.reversed-already": { zh: "该分录已由{by}冲销", en: "{by} took this posting back already" },
  "finance.source-posted-otherwise": {
    zh: "同一来源{posting}已记账，内容不同",
    en: "{posting} was posted already with other lines",
  },
  "finance.statement-differs": {
    zh: "对账单加差异为{explainedFen}分，账面为{booksFen}分，相差须说明（{article}）",
    en: "Statement and differences make {explainedFen} fen, the books {booksFen}: explain the rest ({article})",
  },
  "finance.statement-not-as-file": {
    zh: "对账单余额与银行文件的月末余额{fileFen}分不符",
    en: "The balance is not that of the bank's file at the end of the month: {fileFen} fen",
  },
  "finance.voucher-gap": {
    zh: "{set}凭证号不连续或重复：{numbers}（{article}）",
    en: "Voucher numbers of the {set} set are missing or stand twice: {numbers} ({article})",
  },
  "finance.year-has-open-months": { zh: "{year}年还有月份未结账", en: "{year} has months that are not closed" },
  "finance.year-without-chart": { zh: "{year}年没有会计科目表", en: "{year} has no chart of accounts" },
  "word.finance.not-balanced.financial": { zh: "财务会计", en: "financial" },
  "word.finance.not-balanced.budgetary": { zh: "预算会计", en: "budgetary" },
  "word.finance.not-balanced.treasury": { zh: "总会计", en: "treasury" },
  "word.finance.voucher-gap.financial": { zh: "财务会计", en: "financial" },
  "word.finance.voucher-gap.budgetary": { zh: "预算会计", en: "budgetary" },
  "word.finance.voucher-gap.treasury": { zh: "总会计", en: "treasury" },
  "word.finance.reconciliation-missing.bank": { zh: "银行", en: "bank" },
  "word.finance.reconciliation-missing.treasury": { zh: "国库", en: "treasury" },
  "word.finance.budget-entry-not-allowed.budget-cash": { zh: "预算内现金", en: "cash within the budget" },
  "word.finance.budget-entry-not-allowed.accrual": { zh: "权责发生制", en: "accrual" },
  "word.finance.budget-entry-not-allowed.handed-on": { zh: "应缴财政款", en: "handed on to the treasury" },
  "word.finance.budget-entry-not-allowed.held": { zh: "代管资金", en: "held for others" },
  "finance.part-not-positive": { zh: "每一部分的金额须大于零", en: "Each part is above zero" },
  "finance.period-moved-on": {
    zh: "账簿刚刚结账，分录应记入{period}，请重新办理",
    en: "The book was closed just now: the entry stands in {period}; ask again",
  },
  "finance.source-posted-already": {
    zh: "该来源已记入{period}，不再重复记账",
    en: "This source stands in {period} already: nothing is posted twice",
  },
} satisfies ProblemTexts<LedgerRefusal>;
