import type { Titles } from "../../../shared/text/index.ts";

/** What the fields of lines of the bank are called, and what their values mean. */
export const bankLineTitles = {
  fields: {
    bankAccount: { zh: "银行账户", en: "Bank account" },
    bookedFen: { zh: "已登记金额（分）", en: "Booked, in fen" },
    paysFor: { zh: "所付事项", en: "What it was put down to" },
    proposed: { zh: "建议匹配", en: "What it probably pays" },
    shownOn: { zh: "交易日", en: "Day of the line" },
    statement: { zh: "对账单", en: "Bank file" },
  },
  values: {
    explain: { zh: "以分录说明", en: "explain by an entry" },
    unexplain: { zh: "撤销说明", en: "take the explanation back" },
    "aggregate.bank-line": { zh: "银行流水", en: "line of the statement" },
    "aggregate.bank-account": { zh: "银行账户", en: "bank account" },
    "status.awaited": { zh: "已登记，待对账单", en: "booked, not shown by a file yet" },
    "status.proposed": { zh: "有匹配建议", en: "proposed" },
    "status.released": { zh: "登记已撤销", en: "what was booked by it was taken back" },
    "status.matched": { zh: "已匹配", en: "matched" },
    "status.differs": { zh: "金额不符", en: "of another amount" },
    "line.open": { zh: "未匹配", en: "open" },
  },
} as const satisfies Titles;
