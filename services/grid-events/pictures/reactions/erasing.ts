import * as z from "zod";
import { type Instruction, on, type Subscription, subjectId } from "../../../../shared/service/index.ts";
import { copiesForPart, copiesOf } from "../copying.ts";
import { cleanedKey, sentKey } from "../domain/picture.ts";

const erase = (keys: readonly string[]): Instruction => ({
  async carryOut({ files }) {
    for (const key of keys) await files.remove(key);
    return { done: true };
  },
});
const told = z.object({ attempt: z.int() });

/** A picture as it was sent is kept no longer than until it is cleaned; one that did not come in time is kept nowhere. */
export const pictureReactions: readonly Subscription[] = [
  on("grid-events.picture.received", told, ({ attempt }, event) => [
    erase([sentKey({ id: subjectId(event), attempt })]),
    copiesOf(subjectId(event)),
  ]),
  // G2: a split takes along the pictures chosen for the part.
  on("grid-events.event.reported", z.object({ partOf: z.string().optional() }), ({ partOf }, event) =>
    partOf === undefined ? [] : [copiesForPart(partOf, subjectId(event))],
  ),
  on("grid-events.picture.dropped", told, ({ attempt }, event) => {
    const one = { id: subjectId(event), attempt };
    return [erase([sentKey(one), cleanedKey(one)])];
  }),
];
