import { todayIn } from "../../../../shared/calendar/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { everythingIn } from "../../../../shared/store/index.ts";
import { workerOn } from "../../events/index.ts";
import { ancestorsOf } from "../../grids/domain/grid-map.ts";
import { everyPost, gridPost } from "../../grids/domain/post/decider.ts";
import { postIdOf } from "../../grids/domain/post/words.ts";
import { mapOn } from "../../grids/index.ts";

/** The grids that somebody looks after today: his own, and those below them that nobody stands in. */
export async function gridsOf(runtime: Runtime, sub: string): Promise<readonly string[]> {
  const on = todayIn(runtime.clock()).toString();
  const map = await mapOn(runtime, on);
  if (map === undefined) return [];
  const all = await everythingIn(runtime.store, gridPost, { index: "byStatus", partition: everyPost });
  const posts = new Map(all.map(({ id, state }) => [id, state]));
  const parents = new Map(map.grids.map(({ code, parent }) => [code, parent]));
  return map.grids
    .map(({ code }) => code)
    .filter((code) => {
      const chain = [code, ...ancestorsOf(code, parents)];
      const pairs = chain.flatMap((one) => [posts.get(postIdOf(one, "a")), posts.get(postIdOf(one, "b"))]);
      return workerOn(pairs, on) === sub;
    })
    .toSorted();
}
