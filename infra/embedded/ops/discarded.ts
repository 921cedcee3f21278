import type { Runtime } from "../../../shared/service/index.ts";

/** A message that operators gave up for good, and why. */
export interface Discarded {
  readonly queue: string;
  readonly event: string;
  readonly type: string;
  /** What the operator said. */
  readonly why: string;
  /** Why the consumer could not do with it. */
  readonly reason: string;
  readonly at: string;
}

const partition = "discarded";

/** Keeps in the publisher's table what was given up. The same again changes nothing. */
export async function recordDiscard(
  { store, clock }: Pick<Runtime, "store" | "clock">,
  one: Omit<Discarded, "at">,
): Promise<void> {
  const item = { pk: partition, sk: `${one.queue}|${one.event}`, ...one, at: clock() };
  await store.table.write([{ item, expect: "absent" }]);
}

/** The first hundred that were given up. */
export async function discardedOf({ store }: Runtime): Promise<readonly Discarded[]> {
  const { items } = await store.table.query({ partition, limit: 100 });
  return items.flatMap(({ queue, event, type, why, reason, at }) =>
    [queue, event, type, why, reason, at].every((one) => typeof one === "string")
      ? [{ queue: `${queue}`, event: `${event}`, type: `${type}`, why: `${why}`, reason: `${reason}`, at: `${at}` }]
      : [],
  );
}
