import * as z from "zod";
import { present } from "../../../../shared/decider/index.ts";
import {
  type Instruction,
  instruct,
  on,
  orNothing,
  type Subscription,
  subjectId,
} from "../../../../shared/service/index.ts";
import { factReference, heldFact, member } from "../../../../shared/store/index.ts";
import { gridEvent } from "../../events/domain/decider.ts";
import type { GridEvent } from "../../events/domain/event.ts";
import { mapMark, markOf } from "../domain/mark.ts";
import { changesOfMap, mapTally } from "../domain/tally.ts";

/**
 * Looks at a matter as it is now. Its mark and the numbers it is part of change together, and only while the matter is as it was
 * read: a late look undoes nothing. A lost race ends in another delivery.
 */
const mark = (event: string): Instruction => ({
  async carryOut(runtime, cause) {
    const { store, town } = runtime;
    const [matter, seen] = [await store.load(gridEvent, event), await store.load(mapMark, event)];
    if (matter === undefined) return { done: false, code: "not-found" };
    const marking = (state: GridEvent | undefined) => (state === undefined ? undefined : markOf(state, town));
    const ids = [...changesOfMap(seen?.state.marked, marking(matter.state)).keys()];
    // What is not on the map and never was has no mark.
    return orNothing(
      instruct({
        ...{ of: mapMark, id: event, expects: "either" },
        facts: { matter: heldFact(factReference(gridEvent, event)), before: factReference(mapMark, event) },
        command: ({ matter: now }) => ({ type: "put" as const, event, ...present({ marked: marking(now) }) }),
        others: {
          members: { tallies: ids.map((id) => member(mapTally, id, { expects: "either" })) },
          commands: ({ matter: now, before }) => {
            const changes = changesOfMap(before?.marked, marking(now));
            if ([...changes.keys()].some((id) => !ids.includes(id))) throw new Error("the matter moved on meanwhile");
            return { tallies: ids.map((id) => ({ type: "add" as const, changes: changes.get(id) ?? [] })) };
          },
        },
      }),
    ).carryOut(runtime, cause);
  },
});

/** What brings a matter onto the map, moves it there, or takes it away. */
const marking = [
  ...(["reported", "reopened", "rejected", "withdrawn", "merged", "closed"] as const),
  ...(["recategorised", "located", "grid-changed", "released", "withheld"] as const),
] as const;

export const mapReactions: readonly Subscription[] = marking.map((verb) =>
  on(`grid-events.event.${verb}`, z.object({ category: z.string() }), (_data, event) => [mark(subjectId(event))]),
);
