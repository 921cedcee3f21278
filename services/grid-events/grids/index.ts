import { aggregate, part } from "../../../shared/service/index.ts";
import { gridRoutes } from "./api/grids.ts";
import { mapRoutes } from "./api/maps.ts";
import { postRoutes } from "./api/posts.ts";
import { gridMap } from "./domain/map/decider.ts";
import { gridPost } from "./domain/post/decider.ts";
import { gridProblems } from "./problems.ts";
import { gridTitles } from "./titles.ts";

export { mapOn } from "./map-on.ts";

/** The map of grids, and who looks after each of them (G1, G5). */
export const grids = part({
  aggregates: [aggregate(gridMap), aggregate(gridPost)],
  routes: [...mapRoutes, ...gridRoutes, ...postRoutes],
  problems: gridProblems,
  titles: gridTitles,
});
