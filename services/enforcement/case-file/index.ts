import { part } from "../../../shared/service/index.ts";
import { cases } from "../cases/index.ts";
import { caseFileRoutes } from "./api/case-files.ts";
import { caseFileProblems } from "./problems.ts";
import { caseFileReactions } from "./reactions/making.ts";
import { caseFileAggregate } from "./retention.ts";
import { caseFileTitles } from "./titles.ts";

/** The file of a case for the archive (E10). */
export const caseFiles = part({
  aggregates: [caseFileAggregate],
  routes: [...caseFileRoutes],
  subscriptions: [...caseFileReactions],
  asks: [cases],
  problems: caseFileProblems,
  titles: caseFileTitles,
});
