import { todayIn } from "../../../../shared/calendar/index.ts";
import type { Actor } from "../../../../shared/decider/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { factReferences, type Loaded } from "../../../../shared/store/index.ts";
import { gridPost } from "../../grids/domain/post/decider.ts";
import { standingOn } from "../../grids/domain/post/standing.ts";
import { type GridPost, postIdOf } from "../../grids/domain/post/words.ts";
import { gridEvent } from "../domain/decider.ts";
import type { GridEvent } from "../domain/event.ts";
import type { GridDuty } from "../domain/messages.ts";

/** The posts of a matter's grid and of those above it: a step is decided with them as they are. */
export async function postsOf(id: string, { store }: Runtime) {
  const { grid, above = [] } = (await store.load(gridEvent, id))?.state.where ?? {};
  const grids = grid === undefined ? [] : [grid, ...above];
  return {
    posts: factReferences(
      gridPost,
      grids.flatMap((one) => [postIdOf(one, "a"), postIdOf(one, "b")]),
    ),
  };
}

/** Whether somebody is the worker of a matter's grid today. */
export async function isOnDuty(
  { state }: Loaded<GridEvent>,
  { sub }: Pick<Actor, "sub">,
  runtime: Runtime,
): Promise<boolean> {
  const { grid, above } = state.where;
  const grids = grid === undefined ? [] : [grid, ...above];
  const ids = grids.flatMap((one) => [postIdOf(one, "a"), postIdOf(one, "b")]);
  const posts = await Promise.all(ids.map((id) => runtime.store.load(gridPost, id)));
  return (
    dutyOn(
      posts.map((one) => one?.state),
      runtime,
    )?.workers.includes(sub) === true
  );
}

/**
 * Who looks after a matter's grid today: of the grid itself, or else of the nearest one above it. What was written without a
 * network counts too for who stood there that day and left since, within the grace of the profile.
 */
export function dutyOn(
  posts: readonly (GridPost | undefined)[],
  { clock, written }: Pick<Runtime, "clock" | "written">,
): GridDuty | undefined {
  const today = todayIn(clock());
  const now = workerOn(posts, today.toString());
  const workers = new Set(now === undefined ? [] : [now]);
  if (written !== undefined) {
    const then = workerOn(posts, written.on);
    const since = Array.from({ length: written.graceDays }, (_none, days) => today.subtract({ days: days + 1 }));
    if (then !== undefined && since.some((day) => workerOn(posts, day.toString()) === then)) workers.add(then);
  }
  return workers.size === 0 ? undefined : { workers: [...workers] };
}

/** The posts come in pairs, A and B, from the grid itself upwards. */
export function workerOn(posts: readonly (GridPost | undefined)[], on: string): string | undefined {
  for (let at = 0; at < posts.length; at += 2) {
    const there = standingOn(on, { a: posts[at], b: posts[at + 1] });
    if (there !== undefined) return there.sub;
  }
  return undefined;
}
