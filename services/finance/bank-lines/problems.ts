import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { BankLineRefusal } from "./domain/refusals.ts";

/** Lines and accounts of the bank (F-43). */
export const bankLineProblems = {
  "finance.entry-does-not-explain": {
    zh: "分录在该账户的发生额{movedFen}分与流水{amountFen}分不一致，或者分录的业务已登记流水号",
    en: "The entry moves {movedFen} fen on this account and the line {amountFen}, or its record names a line itself",
  },
  "finance.line-not-explained": { zh: "该流水未由分录说明", en: "No entry explains this line" },
  "finance.line-not-shown": { zh: "对账单尚未列出该流水", en: "No file of the bank shows this line yet" },
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
