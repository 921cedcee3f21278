import type { Context, Decision } from "../../../../shared/decider/index.ts";
import { mustBeFree, mustHold } from "./calling.ts";
import { windowMoves } from "./moves.ts";
import type { Queue, QueueEvent, WindowCommand } from "./queue.ts";
import { badInput, checkMove, notNow } from "./refusals.ts";

const becomes = {
  "open-window": "permits.queue.window-opened",
  "pause-window": "permits.queue.window-paused",
  "resume-window": "permits.queue.window-resumed",
  "close-window": "permits.queue.window-closed",
} as const;

/** L8: a clerk opens, pauses and closes a window of the group; nobody is left standing at one that pauses or closes. */
export function onWindow(queue: Queue, { type, window }: WindowCommand, context: Context): Decision<QueueEvent> {
  const { town, today, actor } = context;
  if (!town.windows.some(({ id, group }) => id === window && group === queue.group))
    return badInput("permits.no-such-window", {}, "/window");
  const status = queue.windows[window]?.status ?? "closed";
  const impossible = checkMove(windowMoves, "permits.window-not-in-this-state", status, type);
  if (impossible !== undefined) return impossible;
  if (type === "open-window") {
    if (queue.date !== today.toString() || queue.closed) return notNow("permits.hall-not-open", { on: queue.date });
    const other = Object.entries(queue.windows).find(([, { clerk }]) => clerk === actor.sub)?.[0];
    if (other !== undefined) return notNow("permits.clerk-at-another-window", { window: other });
  } else {
    const refused = mustHold(queue, window, context) ?? mustBeFree(queue, window);
    if (refused !== undefined) return refused;
  }
  return [{ type: becomes[type], data: { window } }];
}
