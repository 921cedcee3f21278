import type { Titles } from "../../../shared/text/index.ts";

/** What the fields of files of the bank are called, and what their values mean. */
export const statementTitles = {
  fields: {
    closingFen: { zh: "期末余额（分）", en: "Closing balance, in fen" },
    content: { zh: "文件内容（base64）", en: "Content of the file, in base64" },
    counterparty: { zh: "对方户名", en: "Other side" },
    known: { zh: "其中已入库", en: "Known already" },
    openingFen: { zh: "期初余额（分）", en: "Opening balance, in fen" },
    recordedLines: { zh: "已入库行数", en: "Lines recorded" },
  },
  values: {
    "aggregate.statement": { zh: "银行对账单", en: "file of the bank" },
    "aggregate.statement-part": { zh: "银行对账单内容", en: "part of a file of the bank" },
    "status.recording": { zh: "入库中", en: "being recorded" },
    accept: { zh: "接收对账单", en: "accept" },
    show: { zh: "入库", en: "show" },
    keep: { zh: "保存", en: "keep" },
  },
} as const satisfies Titles;
