import { apiFor, type Serving } from "../../shared/http/api.ts";
import { traced } from "../../shared/observability/tracing.ts";
import { once } from "../../shared/service/later.ts";
import { cursors } from "../../shared/store/cursor.ts";
import type { TownProfile } from "../../shared/town/profile.ts";
import { cloudRuntime, database, required } from "./runtime.ts";

interface Served extends Serving {
  readonly name: string;
  /** Path of a resource → loads the modules that add steps and links to its views. */
  readonly additions: Readonly<Record<string, () => Promise<void>>>;
}

/** All of a service's routes. Each is loaded by the first request for it, with what adds to its views. */
export function api({ name, additions, ...service }: Served, town: TownProfile) {
  const loading = new Map(Object.entries(additions).map(([at, load]) => [at, once(load)]));
  const completed = async (at: string) => loading.get(at)?.();
  const runtime = cloudRuntime(name, town, { cursors: cursors(required("TOWN_SECRET")), completed });
  return traced([database], apiFor(service, runtime));
}
