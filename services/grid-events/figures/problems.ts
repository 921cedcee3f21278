import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { FigureRefusal } from "./domain/refusals.ts";

export const figureProblems = {
  "grid-events.bad-months": {
    zh: "从{from}到{to}不是一至{longest}个月",
    en: "From {from} to {to} is not between one and {longest} months",
  },
} satisfies ProblemTexts<FigureRefusal>;
