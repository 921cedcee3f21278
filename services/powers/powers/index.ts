import { aggregate, part } from "../../../shared/service/index.ts";
import { officers } from "../officers/index.ts";
import { basisRoutes } from "./api/basis.ts";
import { checkRoute } from "./api/check.ts";
import { itemRoutes } from "./api/items.ts";
import { power } from "./domain/decider.ts";
import { powerProblems } from "./problems.ts";
import { powerTitles } from "./titles.ts";

export { entryBody } from "./api/entries.ts";
export { everyPower } from "./api/every-power.ts";
export { powerItems } from "./api/items.ts";
export { leadsToPower } from "./api/leading.ts";

/** One power: since when, where, in whose name (P1, P3, P5, P8). */
export const powerPart = part({
  aggregates: [aggregate(power)],
  routes: [checkRoute, ...itemRoutes, ...basisRoutes],
  asks: [officers],
  problems: powerProblems,
  titles: powerTitles,
});
