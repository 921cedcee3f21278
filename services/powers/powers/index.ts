import { aggregate, part } from "../../../shared/service/index.ts";
import { officers } from "../officers/index.ts";
import { basisRoutes } from "./api/basis.ts";
import { checkRoute } from "./api/check.ts";
import { itemRoutes } from "./api/items.ts";
import { power } from "./domain/decider.ts";
import { importPart } from "./domain/importing/import-part.ts";
import { listImport } from "./domain/importing/list-import.ts";
import { powerProblems } from "./problems.ts";
import { importReactions } from "./reactions/importing.ts";
import { powerTitles } from "./titles.ts";

export { entryBody } from "./api/entries.ts";
export { afterImport, everyPower } from "./api/every-power.ts";
export { powerItems } from "./api/items.ts";
export { leadsToPower } from "./api/leading.ts";
export { carryOutImport, importsOf, inLanes, layDownPart, tellImports } from "./importing.ts";

/** One power: since when, where, in whose name (P1, P3, P5, P8). */
export const powerPart = part({
  aggregates: [aggregate(listImport), aggregate(importPart), aggregate(power)],
  routes: [checkRoute, ...itemRoutes, ...basisRoutes],
  subscriptions: [...importReactions],
  asks: [officers],
  problems: powerProblems,
  titles: powerTitles,
});
