import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { DebtRefusal } from "./domain/refusals.ts";

/** Debt of the town and its villages (F8, F-4). */
export const debtProblems = {
  "finance.debt-day-in-future": { zh: "{on}尚未到来，不能登记", en: "{on} has not come: it is not recorded yet" },
  "finance.debt-not-in-this-state": {
    zh: "该债务当前状态（{status}）不能办理此事",
    en: "In its state ({status}) the debt cannot do this",
  },
  "finance.debtor-unknown": { zh: "没有债务人{debtor}", en: "There is no debtor {debtor}" },
  "finance.new-debt": {
    zh: "旧债已锁定，不得新增借款、集资和担保（{article}）",
    en: "The old debt is closed: nothing new is borrowed, collected or guaranteed ({article})",
  },
  "finance.no-plan-day-yet": { zh: "尚未到计划日期", en: "No day of the plan is over" },
  "finance.no-written-opinion": {
    zh: "没有县级书面意见，项目不得开工",
    en: "No project begins without the county's written opinion",
  },
  "finance.nothing-to-reward": { zh: "没有可以申请奖补的旧债偿还", en: "No repayment of old debt awaits a reward" },
  "finance.plan-day-passed": { zh: "计划日期已过", en: "This day of the plan has passed" },
  "finance.plan-days-disordered": { zh: "计划日期须由先到后", en: "The days of a plan follow one another" },
  "finance.plan-unlike-debt": {
    zh: "化债计划合计须等于尚欠的{owed}分",
    en: "The parts of the plan make the {owed} fen that are owed",
  },
  "finance.project-by-debt": {
    zh: "项目不得举债、担保、垫资或者拖欠（{article}）",
    en: "No project is paid by loans, guarantees, builders' advances or arrears ({article})",
  },
  "finance.project-not-covered": {
    zh: "项目资金还差{missing}分没有落实",
    en: "{missing} fen of the project have no source",
  },
  "finance.repaid-above-debt": {
    zh: "该债务尚欠{owed}分，不能多还",
    en: "{owed} fen of the debt are owed, and no more",
  },
  "finance.repayment-holds-no-entry": { zh: "该债务没有这笔偿还", en: "The debt holds no such repayment" },
  "finance.repayment-not-booked": {
    zh: "镇的债务偿还须写明账上分录",
    en: "The town names the entry of its books that repaid it",
  },
  "finance.repayment-rewarded": {
    zh: "这笔偿还已申请奖补，不能收回",
    en: "This repayment was rewarded: it is not taken back",
  },
  "finance.stock-differs": {
    zh: "登记合计{owed}分，与文件所列不一致",
    en: "The register holds {owed} fen: the paper says another sum",
  },
  "finance.stock-not-in-this-state": {
    zh: "债务总额当前状态（{status}）不能办理此事",
    en: "In its state ({status}) the stock of debt cannot do this",
  },
  "finance.stock-not-locked": { zh: "旧债尚未锁定", en: "The old debt is not locked yet" },
} satisfies ProblemTexts<DebtRefusal>;
