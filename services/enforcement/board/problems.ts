import type { ProblemTexts } from "../../../shared/http/index.ts";

export const boardProblems = {
  "enforcement.board-not-yours": {
    zh: "您不能查看这一范围的看板：{scope}",
    en: "This board is not yours to read: {scope}",
  },
} as const satisfies ProblemTexts;
