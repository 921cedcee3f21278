import type { GatewayRoute } from "../gateway-routes.ts";

/** How many requests a second API Gateway lets through, and how many at once. */
export interface Throttle {
  readonly rateLimit: number;
  readonly burstLimit: number;
}

/** A town of 30,000 asks for a few requests a second; this is what one careless program may take from the others. */
export const wholeTown: Throttle = { rateLimit: 100, burstLimit: 200 };

/** Anybody asks here without a name, so nobody can be told to stop: each path has room of its own. */
const publicPath: Throttle = { rateLimit: 10, burstLimit: 20 };

/** Boards and telephones ask again every three seconds: some hundred of them at once. */
const board: Throttle = { rateLimit: 40, burstLimit: 80 };

/** Sensors and cameras of a town, after a power cut all at once. */
const machines: Throttle = { rateLimit: 20, burstLimit: 100 };

/** Paths that are asked for in another way than a page is. */
export const pathsWithLimits: Readonly<Record<string, Throttle>> = {
  "/permits/hall/board": board,
  "/health": board,
  "/grid-events/device-messages": machines,
};

/** The limit of a route of its own; undefined: it shares that of the town. */
export function throttleOf({ isPublic, path }: GatewayRoute): Throttle | undefined {
  return isPublic ? (pathsWithLimits[path] ?? publicPath) : undefined;
}
