import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { BankLineRefusal } from "./domain/refusals.ts";

/** Lines and accounts of the bank (F-43). */
export const bankLineProblems = {
  "finance.line-of-other-amount": {
    zh: "银行流水的金额为{amountFen}分，与登记金额不符",
    en: "The line of the bank is of {amountFen} fen, and not of this amount",
  },
  "finance.serial-otherwise": {
    zh: "流水号{serial}已按其他日期或者金额入库",
    en: "The serial number {serial} was recorded with another day or amount",
  },
  "finance.serial-used": {
    zh: "银行流水号{serial}已登记于另一笔款项",
    en: "The bank's serial number {serial} is of other money",
  },
  "finance.statement-being-recorded": {
    zh: "上一份对账单尚在入库，请稍候",
    en: "The file before it is still being recorded",
  },
  "finance.statement-does-not-join": {
    zh: "期初余额{openingFen}分与上一份对账单期末余额{lastFen}分不衔接",
    en: "The opening balance of {openingFen} fen does not join the last file, which ends with {lastFen} fen",
  },
} satisfies ProblemTexts<BankLineRefusal>;
