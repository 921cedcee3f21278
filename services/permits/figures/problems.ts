import type { ProblemTexts } from "../../../shared/http/index.ts";

export const reductionProblems: ProblemTexts = {
  "permits.bad-months": {
    zh: "从{from}到{to}不是一至{longest}个月",
    en: "From {from} to {to} is not between one and {longest} months",
  },
};
