import { part } from "../../../shared/service/index.ts";
import { events } from "../events/index.ts";
import { postingRoutes } from "./api/posting.ts";
import { readingRoutes } from "./api/reading.ts";

/** Open311 GeoReport v2 (G14): what other applications read and report. */
export const open311 = part({ routes: [...readingRoutes, ...postingRoutes], asks: [events], problems: {} });
