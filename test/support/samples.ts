import { join } from "node:path";
import * as z from "zod";
import { folded } from "../../shared/store/folding.ts";
import { digest, type Refolding } from "../../shared/store/index.ts";
import type { StoredEvent } from "../../shared/store/items.ts";
import { stateAttributes } from "../../shared/store/written.ts";

export const sampledEvent = z.object({
  type: z.string(),
  data: z.record(z.string(), z.unknown()),
  personal: z.record(z.string(), z.unknown()).optional(),
  sequence: z.int(),
  time: z.string(),
  actor: z.string(),
});
export type SampledEvent = z.infer<typeof sampledEvent>;

/** Histories of one aggregate as a version of the program wrote them, and what it made of each. */
export const sample = z.strictObject({
  aggregate: z.string(),
  shape: z.int(),
  histories: z.array(
    z.strictObject({
      events: z.array(sampledEvent),
      /** Digest of the state, its places in lists and its deadline. */
      makes: z.string(),
    }),
  ),
});
export type Sample = z.infer<typeof sample>;

export const sampleDirectory = (service: string) => join(import.meta.dirname, "..", service, "samples");

/** What a decider makes of a history that was written in a shape. */
export function madeOf(kind: Refolding, events: readonly SampledEvent[], shape: number): string {
  const stored = events.map(
    ({ personal, ...event }): StoredEvent => ({
      ...event,
      ...(personal === undefined ? {} : { personal }),
      ...{ pk: "", sk: "", aggregate: kind.aggregate, id: "sample", shape, previous: "", hash: "" },
    }),
  );
  const state = folded(kind, stored);
  // Which values of a state the table keeps apart is no part of what was made: an item says so itself, and comes out whole.
  const { shape: _shape, ...attributes } = stateAttributes({ ...kind, apartInState: [] }, "sample", state);
  return digest(JSON.parse(JSON.stringify(attributes))).slice(0, 16);
}

export const sampleOf = (kind: Refolding, histories: readonly (readonly SampledEvent[])[]): Sample => {
  const { aggregate, shape } = kind;
  const plain = z.array(sampledEvent);
  return {
    aggregate,
    shape,
    histories: histories.map((history) => {
      const events = plain.parse(JSON.parse(JSON.stringify(history)));
      return { events, makes: madeOf(kind, events, shape) };
    }),
  };
};
