import type { Actor, Decider, DomainEvent } from "../../../shared/decider/index.ts";
import { problem, type Route } from "../../../shared/http/index.ts";
import type { Runtime } from "../../../shared/service/index.ts";
import type { Loaded } from "../../../shared/store/index.ts";

/** A route below `{id}` that answers 404, as if there were none, to whom the single GET would; also for commands. */
export const hiddenFrom = <S, C, E extends DomainEvent>(
  of: Decider<S, C, E>,
  mayRead: (state: S, actor: Actor | undefined) => boolean,
  route: Route,
): Route => ({
  ...route,
  async handle(request, runtime, texts) {
    const loaded = await runtime.store.load(of, request.params.id ?? "");
    if (loaded === undefined || !mayRead(loaded.state, request.actor)) return problem(404, "resource.not-found");
    return route.handle(request, runtime, texts);
  },
});

/** No month of a town's ratings or complaints is longer. */
const most = 20_000;

/** Everything that stands in one partition of `byDomain`, page by page. */
export async function monthOf<S, C, E extends DomainEvent>(
  { store }: Runtime,
  of: Decider<S, C, E>,
  partition: string,
): Promise<readonly S[]> {
  const found: Loaded<S>[] = [];
  for (let after: Record<string, string> | undefined; found.length < most; ) {
    const page = await store.list(of, {
      index: "byDomain",
      partition,
      limit: 500,
      ...(after === undefined ? {} : { after }),
    });
    found.push(...page.items);
    if (page.last === undefined) break;
    after = { ...page.last };
  }
  return found.map(({ state }) => state);
}
