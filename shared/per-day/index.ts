import { randomUUID } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { startOfDay } from "../calendar/index.ts";
import { fromRejection, isProblem, type Problem, type ProblemTexts } from "../http/problem.ts";
import type { Request, Route } from "../http/route.ts";
import { aggregate } from "../service/instruct.ts";
import type { Service } from "../service/manifest.ts";
import { contextFor, type Runtime } from "../service/runtime.ts";
import { digest, sha256 } from "../store/index.ts";
import { daily, isCounted, type Uses } from "./daily.ts";

/** By `METHOD /path`: what one request counts as; of its body where that decides. */
export type Counting = Readonly<Record<string, Uses | ((body: unknown) => Uses)>>;

/**
 * A service whose requests by residents and agents are counted by person and day, and refused (429) beyond the profile's
 * limits. An attempt counts, even if it is refused: else a crowd of requests at once would all come through. A repetition
 * under one `Idempotency-Key` counts once.
 * @throws Error for a route that the service does not have
 */
export function countedPerDay<S extends Pick<Service, "aggregates" | "routes">>(service: S, counting: Counting): S {
  const nameOf = ({ method, path }: Route) => `${method} ${path}`;
  const known = new Set(service.routes.map(nameOf));
  for (const name of Object.keys(counting)) if (!known.has(name)) throw new Error(`no route ${name} to be counted`);
  const routes = service.routes.map((route) => {
    const uses = counting[nameOf(route)];
    return uses === undefined ? route : counted(route, uses);
  });
  return { ...service, counting, routes, aggregates: [...service.aggregates, aggregate(daily)] };
}

/** A route whose requests are counted. */
export interface CountedRoute extends Route {
  readonly counts: Route;
}

/** The route, counted as that. */
export const counted = (route: Route, uses: Counting[string]): CountedRoute => ({
  ...route,
  counts: route,
  async handle(request, runtime, texts) {
    // What is no request of this route is told so, and does not count.
    const read = route.body?.safeParse(request.body ?? {});
    const refused =
      read?.success === false
        ? undefined
        : await count(request, runtime, texts, typeof uses === "function" ? uses(read?.data) : (uses ?? {}));
    return refused ?? route.handle(request, runtime, texts);
  },
});

async function count(
  { actor, idempotencyKey, path, body }: Request,
  runtime: Runtime,
  texts: ProblemTexts,
  uses: Uses,
): Promise<Problem | undefined> {
  if (actor === undefined || !isCounted(actor.roles)) return undefined;
  const context = contextFor(runtime, actor);
  const day = context.today.toString();
  const outcome = await runtime.store.execute({
    decider: daily,
    id: `${runtime.keyed("daily", actor.sub)}-${day}`,
    expects: "either",
    command: { type: "use", uses },
    commandId: sha256(JSON.stringify(["daily", actor.sub, idempotencyKey ?? randomUUID()])).slice(0, 24),
    bodyDigest: digest([path, body ?? null]).slice(0, 16),
    context,
  });
  if (outcome.kind !== "rejected") return undefined;
  const refused = fromRejection(outcome.rejection, texts);
  const tomorrow = startOfDay(context.today.add({ days: 1 }).toString());
  const seconds = Temporal.Instant.from(context.now).until(tomorrow, { largestUnit: "seconds" }).seconds;
  return isProblem(refused)
    ? { ...refused, status: 429, headers: { "retry-after": String(Math.max(1, seconds)) } }
    : refused;
}
