import { part } from "../../../shared/service/index.ts";
import { cases } from "../cases/index.ts";
import { evidenceFileRoutes } from "./api/evidence-files.ts";
import { evidenceFileProblems } from "./problems.ts";
import { evidenceFileReactions } from "./reactions/erasing.ts";
import { evidenceFileAggregate } from "./retention.ts";
import { evidenceFileTitles } from "./titles.ts";

export { filesHeldBy } from "./held-by.ts";

/** Files of evidence (CF-46a, CF-47): sent by a signed URL, kept unchanged, fetched on record. */
export const evidenceFilesPart = part({
  aggregates: [evidenceFileAggregate],
  routes: [...evidenceFileRoutes],
  subscriptions: [...evidenceFileReactions],
  asks: [cases],
  problems: evidenceFileProblems,
  titles: evidenceFileTitles,
});
