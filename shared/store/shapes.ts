import * as z from "zod";
import type { Decider, DomainEvent } from "../decider/index.ts";
import type { Table } from "./table.ts";
import { StoreTooNew } from "./too-new.ts";

type Kind = Pick<Decider<unknown, never, DomainEvent>, "aggregate" | "shape">;
const key = { pk: "shapes", sk: "state" } as const;
const kept = z.object({ version: z.int(), shapes: z.record(z.string(), z.int()) });

/**
 * Notes in the table in which shapes this program writes, and refuses a table in which a newer one has written: in a higher
 * shape, or a kind of aggregate that this program does not know. It would take such events as read and tell nobody of them.
 * Asked at the start, before anything is read wrongly. A manifest therefore keeps each aggregate of which there may be data.
 * @throws StoreTooNew
 */
export async function claimShapes(table: Table, kinds: readonly Kind[]): Promise<void> {
  for (;;) {
    const [item] = await table.read([key]);
    const { version, shapes } = kept.safeParse(item).data ?? { version: 0, shapes: {} };
    for (const { aggregate, shape } of kinds) {
      const written = shapes[aggregate] ?? 0;
      if (written > shape) throw new StoreTooNew(aggregate, written, shape);
    }
    const known = new Set(kinds.map(({ aggregate }) => aggregate));
    for (const [aggregate, written] of Object.entries(shapes))
      if (!known.has(aggregate)) throw new StoreTooNew(aggregate, written, undefined);
    if (kinds.every(({ aggregate, shape }) => shapes[aggregate] === shape)) return;
    const now = { ...shapes, ...Object.fromEntries(kinds.map(({ aggregate, shape }) => [aggregate, shape])) };
    const result = await table.write([
      { item: { ...key, version: version + 1, shapes: now }, expect: item === undefined ? "absent" : { version } },
    ]);
    if (result.written) return;
  }
}
