import { aggregate, part } from "../../../shared/service/index.ts";
import { events } from "../events/index.ts";
import { pictures } from "../pictures/index.ts";
import { open311Protocol } from "./api/answers.ts";
import { postingRoutes } from "./api/posting.ts";
import { readingRoutes } from "./api/reading.ts";
import { clientUpdateRoutes } from "./api/said.ts";
import { clientUpdate } from "./domain/client-update.ts";
import { requestUpdate } from "./domain/request-update.ts";
import { updateReactions } from "./reactions/updates.ts";
import { open311Titles } from "./titles.ts";

/** Open311 GeoReport v2 (G14): what other applications read and report. */
export const open311 = part({
  aggregates: [aggregate(requestUpdate), aggregate(clientUpdate)],
  routes: [...readingRoutes, ...postingRoutes, ...clientUpdateRoutes],
  subscriptions: updateReactions,
  protocols: [open311Protocol],
  asks: [events, pictures],
  problems: {},
  titles: open311Titles,
});
