import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { PrintedPaperRefusal } from "./domain/refusals.ts";

/** Refusals about printed papers. */
export const paperProblems = {
  "enforcement.paper-not-in-this-state": {
    zh: "文书当前为{status}，不能{command}；可以：{possible}",
    en: "The paper is {status}: it cannot {command} now; possible: {possible}",
  },
  "word.enforcement.paper-not-in-this-state.numbered": { zh: "已编号待制作", en: "numbered" },
  "word.enforcement.paper-not-in-this-state.drawn-up": { zh: "已制作", en: "drawn up" },
} satisfies ProblemTexts<PrintedPaperRefusal>;
