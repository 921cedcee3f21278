import type { Runtime } from "../../shared/service/index.ts";
import type { Item } from "../../shared/store/index.ts";

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
  /** `begun`: the program ended before the message was gone, which is tried again then. */
  readonly state: "begun" | "done";
}

const partition = "discarded";

type Kept = Pick<Runtime, "store" | "clock">;

/**
 * Puts on record that a message is being given up: before it is gone, so that none goes without. To be ended by what is
 * answered, with whether it is gone now.
 */
export async function beginDiscard(
  { store, clock }: Kept,
  one: Omit<Discarded, "at" | "state">,
): Promise<(gone: boolean) => Promise<void>> {
  const key = { pk: partition, sk: `${one.queue}|${one.event}` };
  const [before] = await store.table.read([key]);
  const put = async (version: number, state: "begun" | "done" | "undone", expected: Item | undefined) => {
    const item = { ...key, ...one, at: clock(), state, version };
    return store.table.write([{ item, expect: expectationOf(expected) }]);
  };
  const version = versionOf(before) + 1;
  const begun = await put(version, "begun", before);
  // Another operator is at it, and ends it himself
  if (!begun.written) return async () => undefined;
  return async (gone) => {
    await put(version + 1, gone ? "done" : "undone", { ...key, version });
  };
}

/** The first hundred that were given up. */
export async function discardedOf({ store }: Pick<Runtime, "store">): Promise<readonly Discarded[]> {
  const { items } = await store.table.query({ partition, limit: 100 });
  return items.flatMap(({ queue, event, type, why, reason, at, state = "done" }) =>
    state !== "undone" && [queue, event, type, why, reason, at].every((one) => typeof one === "string")
      ? [
          {
            ...{ queue: `${queue}`, event: `${event}`, type: `${type}`, why: `${why}`, reason: `${reason}` },
            ...{ at: `${at}`, state: state === "begun" ? ("begun" as const) : ("done" as const) },
          },
        ]
      : [],
  );
}

const versionOf = (item: Item | undefined) => (typeof item?.version === "number" ? item.version : 0);

const expectationOf = (item: Item | undefined) =>
  item === undefined ? "absent" : versionOf(item) === 0 ? "unversioned" : { version: versionOf(item) };
