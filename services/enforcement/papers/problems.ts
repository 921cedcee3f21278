import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { PrintedPaperRefusal } from "./domain/refusals.ts";

/** Refusals about printed papers. */
export const paperProblems = {
  "enforcement.paper-not-in-this-state": {
    zh: "文书当前为{status}，不能{command}；可以：{possible}",
    en: "The paper is {status}: it cannot {command} now; possible: {possible}",
  },
  "enforcement.paper-without-number": {
    zh: "文书{kind}没有文号，也没有编号序列",
    en: "A {kind} has neither a number nor a series to take one from",
  },
  "word.enforcement.paper-not-in-this-state.numbered": { zh: "已编号待制作", en: "numbered" },
  "word.enforcement.paper-not-in-this-state.drawn-up": { zh: "已制作", en: "drawn up" },
} satisfies ProblemTexts<PrintedPaperRefusal>;
