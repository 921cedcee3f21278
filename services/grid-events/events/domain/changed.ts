import { present } from "../../../../shared/decider/index.ts";
import type { GridEvent } from "./event.ts";

/** Notes when a matter changed, and which grids it was in before: copies that workers carry are brought up to date by it. */
export function noteChange(before: GridEvent | undefined, after: GridEvent, at: string): GridEvent {
  const was = before?.where.grid;
  const { grid } = after.where;
  if (was === undefined || was === grid) return { ...after, changedAt: at };
  const grids = [...new Set([...(after.left?.grids ?? []), was])].filter((one) => one !== grid);
  return { ...after, changedAt: at, ...present({ left: { at, grids } }) };
}
