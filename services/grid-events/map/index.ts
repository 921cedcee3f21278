import { aggregate, part } from "../../../shared/service/index.ts";
import { mapRoutes } from "./api/map.ts";
import { mapMark } from "./domain/mark.ts";
import { mapTally } from "./domain/tally.ts";
import { mapReactions } from "./reactions/marking.ts";
import { mapTitles } from "./titles.ts";

/** The public map: open matters, clustered, without a word that was not released. */
export const publicMap = part({
  aggregates: [aggregate(mapMark), aggregate(mapTally)],
  routes: [...mapRoutes],
  subscriptions: [...mapReactions],
  problems: {},
  titles: mapTitles,
});
