import { part } from "../../../shared/service/index.ts";
import { powerPart } from "../powers/index.ts";
import { importRoutes } from "./api/imports.ts";
import { listRoutes } from "./api/list.ts";
import { listProblems } from "./problems.ts";
import { listTitles } from "./titles.ts";

/** The whole list: counts, differences, imports (P1, P9). */
export const list = part({
  routes: [...listRoutes, ...importRoutes],
  asks: [powerPart],
  problems: listProblems,
  titles: listTitles,
});
