import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { StatementRefusal } from "./domain/refusals.ts";

/** Files of the bank (F-43). */
export const statementProblems = {
  "finance.bank-account-unknown": { zh: "没有银行账户{account}", en: "There is no bank account {account}" },
  "finance.statement-brings-nothing": {
    zh: "该对账单没有新的流水",
    en: "The file brings no line that is not known",
  },
  "finance.statement-days": { zh: "起止日期{from}至{to}有误", en: "The days from {from} to {to} are wrong" },
  "finance.statement-does-not-add-up": {
    zh: "期初余额{openingFen}分加流水{linesFen}分不等于期末余额{closingFen}分",
    en: "Opening balance {openingFen} and lines {linesFen} do not make the closing balance {closingFen}, in fen",
  },
  "finance.statement-lines-bad": {
    zh: "有{count}处错误，整份不予接收，逐行见lines",
    en: "The file has {count} faults and is refused whole; `lines` names each",
  },
  "finance.statement-too-long": { zh: "一份对账单至多{most}行", en: "A file has at most {most} lines" },
  "finance.statement-unreadable": {
    zh: "文件不是该银行约定的编码（{encoding}）",
    en: "The file is not written in the encoding of this bank ({encoding})",
  },
} satisfies ProblemTexts<StatementRefusal>;
