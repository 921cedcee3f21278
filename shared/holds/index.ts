import { aggregate } from "../service/instruct.ts";
import { type JoinedParts, joined, part } from "../service/part.ts";
import { hold } from "./hold.ts";
import { holdRoutes } from "./routes.ts";
import { holdTitles } from "./titles.ts";

/** The parts of a service, and the holds on records of its kinds (P-8). */
export const withHolds = (service: string, parts: Omit<JoinedParts, "parts">): JoinedParts =>
  joined([
    part(parts),
    part({ aggregates: [aggregate(hold)], routes: holdRoutes(service, parts.aggregates), titles: holdTitles }),
  ]);
