import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { CaseFileRefusal } from "./domain/refusals.ts";

/** Refusals about exports of case files. */
export const caseFileProblems = {
  "enforcement.case-file-incomplete": {
    zh: "案件{status}，案卷尚缺：{papers}；确需导出的，请注明不完整",
    en: "The case is {status}, its file lacks: {papers}; say that an incomplete one is wanted",
  },
  "enforcement.case-file-not-in-this-state": {
    zh: "案卷当前为{status}，不能{command}；可以：{possible}",
    en: "The case file is {status}: it cannot {command} now; possible: {possible}",
  },
  "enforcement.no-case-to-export": {
    zh: "没有可由您导出的已立案案件",
    en: "There is no case on file that you may export",
  },
} satisfies ProblemTexts<CaseFileRefusal>;
