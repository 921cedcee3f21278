import { powersEvents } from "../../shared/contracts/powers.ts";
import { withHolds } from "../../shared/holds/index.ts";
import { parkedRoute } from "../../shared/messaging/index.ts";
import { defaultFunctions, joined, part, type Service, setAsideRoute } from "../../shared/service/index.ts";
import { sharedProblems } from "./common/problems.ts";
import { powersTitles } from "./common/titles.ts";
import { duties } from "./duties/index.ts";
import { evaluations } from "./evaluations/index.ts";
import { handovers } from "./handovers/index.ts";
import { list } from "./list/index.ts";
import { officers } from "./officers/index.ts";
import { openingOf } from "./opening.ts";
import { powerPart } from "./powers/index.ts";
import { readinessPart } from "./readiness/index.ts";
import { runningCases } from "./running-cases/index.ts";

/** Each part knows only those before it. */
const subContexts = joined([
  officers,
  powerPart,
  list,
  readinessPart,
  handovers,
  duties,
  runningCases,
  evaluations,
  part({
    routes: [parkedRoute("powers"), setAsideRoute("powers")],
    problems: sharedProblems,
    titles: powersTitles,
    isShared: true,
  }),
]);

/** Which powers the town holds, since when, and in whose name it uses them. */
export const powers: Service = {
  name: "powers",
  title: { zh: "职权清单", en: "Powers and duties" },
  ...withHolds("powers", subContexts),
  indexes: [{ name: "byCode", projection: "keys" }],
  publishes: powersEvents,
  opening: openingOf,
  functions: defaultFunctions,
  attempts: 5,
};
