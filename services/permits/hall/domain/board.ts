import type { TownProfile } from "../../../../shared/town/profile.ts";
import { isAt, type Queue } from "./queue.ts";

/** What the hall's screen shows of a window group: numbers and windows, nobody's name. */
export interface BoardGroup {
  readonly group: string;
  readonly letter: string;
  readonly waiting: number;
  readonly windows: readonly BoardWindow[];
}
export interface BoardWindow {
  readonly id: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly status: "open" | "paused" | "closed";
  readonly number?: string;
  /** How often it has been called here; 0 once the person is at the window. */
  readonly calls: number;
}

export function boardOf(town: TownProfile, queues: ReadonlyMap<string, Queue>): readonly BoardGroup[] {
  return town.hall.groups.map(({ id: group, letter }) => {
    const queue = queues.get(group);
    return {
      group,
      letter,
      waiting: queue?.tickets.filter(({ status }) => status === "waiting").length ?? 0,
      windows: town.windows
        .filter((window) => window.group === group)
        .map(({ id, name }) => {
          const there = queue?.tickets.find(isAt(id));
          const calls = there?.status === "called" ? there.calls : 0;
          const status = queue?.windows[id]?.status ?? "closed";
          return { id, name, status, calls, ...(there === undefined ? {} : { number: there.number }) };
        }),
    };
  });
}
