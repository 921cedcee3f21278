import * as z from "zod";
import { type Instruction, instruct, on, type Runtime, type Subscription } from "../../../../shared/service/index.ts";
import { type Loaded, throughout } from "../../../../shared/store/index.ts";
import { gridEvent } from "../domain/decider.ts";
import type { GridEvent } from "../domain/event.ts";
import { openStatuses } from "../domain/event.ts";
import { mappedAt } from "../mapped-at.ts";

/** The command that gives a matter the grid of today; undefined: it has no place. */
async function regridding({ id, state }: Loaded<GridEvent>, runtime: Runtime): Promise<Instruction | undefined> {
  const { measured } = state.where;
  if (measured === undefined) return undefined;
  const { given, datum, accuracy, place } = measured;
  const mapped = await mappedAt(runtime, { place: given, datum, accuracy });
  return instruct({ of: gridEvent, id, command: { type: "regrid", place, mapped } });
}

/** All open matters in a state: each its own commit, so that what is done stays done if the rest is asked for again. */
const handOver = (status: GridEvent["status"]): Instruction => ({
  key: `grid-map/${status}`,
  async carryOut(runtime, cause) {
    for await (const loaded of throughout(runtime.store, gridEvent, {
      index: "byStatus",
      partition: `event:${status}`,
    })) {
      const carried = await (await regridding(loaded, runtime))?.carryOut(runtime, cause);
      // One that ended meanwhile keeps the grid it had.
      if (carried?.done === false && carried.code !== "grid-events.event-not-in-this-state") return carried;
    }
    return { done: true };
  },
});

/** G1: from the first day of a map open matters stand in its grids. */
export const mapReactions: readonly Subscription[] = [
  on("grid-events.grid-map.began", z.object({ from: z.iso.date() }), () => openStatuses.map(handOver)),
];
