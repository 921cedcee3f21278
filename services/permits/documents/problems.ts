import type { ProblemTexts } from "../../../shared/http/index.ts";
import { kindNames } from "./domain/kinds.ts";
import type { PaperRefusal } from "./domain/refusals.ts";

/** Refusals about documents, and the kinds in words. */
export const documentProblems = {
  "permits.document-not-in-this-state": {
    zh: "文书当前为{status}，不能{command}；可以：{possible}",
    en: "The document is {status}: it cannot {command} now; possible: {possible}",
  },
  "permits.document-not-yours-to-replace": {
    zh: "更正{kind}须由有权岗位办理：{roles}",
    en: "To replace a {kind} is for others: {roles}",
  },
  "permits.document-without-number": {
    zh: "{kind}没有文号，也没有编号序列",
    en: "A {kind} has neither a number nor a series to take one from",
  },
  "word.numbered": { zh: "已编号待制作", en: "numbered" },
  "word.superseded": { zh: "已被替换", en: "superseded" },
  "word.draw-up": { zh: "制作", en: "draw up" },
  "word.print": { zh: "制作PDF", en: "draw the PDF" },
  "word.permits.document-not-in-this-state.replace": { zh: "更正替换", en: "replace" },
  ...Object.fromEntries(Object.entries(kindNames).map(([kind, name]) => [`word.${kind}`, name])),
} satisfies ProblemTexts<PaperRefusal>;
