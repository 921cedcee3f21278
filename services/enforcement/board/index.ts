import { part } from "../../../shared/service/index.ts";
import { boardRoute } from "./api/board.ts";
import { boardProblems } from "./problems.ts";
import { boardTitles } from "./titles.ts";

/** What is overdue and what is due soon, for an officer, a squad, the office. */
export const board = part({
  aggregates: [],
  routes: [boardRoute],
  problems: boardProblems,
  titles: boardTitles,
});
