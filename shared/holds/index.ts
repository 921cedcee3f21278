import { aggregate } from "../service/instruct.ts";
import type { Service } from "../service/manifest.ts";
import { joined, type Part, part } from "../service/part.ts";
import { hold } from "./hold.ts";
import { holdRoutes } from "./routes.ts";
import { holdTitles } from "./titles.ts";

type Parts = Pick<Service, "aggregates" | "routes" | "subscriptions" | "problems">;

/** The parts of a service, and the holds on records of its kinds (P-8). */
export const withHolds = (service: string, parts: Parts): Omit<Part, "titles"> =>
  joined([
    part(parts),
    part({ aggregates: [aggregate(hold)], routes: holdRoutes(service, parts.aggregates), titles: holdTitles }),
  ]);
