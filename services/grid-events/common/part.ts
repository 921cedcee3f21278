import type { Route } from "../../../shared/http/index.ts";
import { part } from "../../../shared/service/index.ts";
import { commonProblems } from "./problems.ts";
import { gridEventsTitles } from "./titles.ts";

/** What the whole service stands on: refusals that any part may use. */
export const commonPart = (routes: readonly Route[]) =>
  part({ routes, problems: commonProblems, titles: gridEventsTitles, isShared: true });
