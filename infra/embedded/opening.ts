import { createRequire } from "node:module";
import { openingFor, type Runtime, type Service } from "../../shared/service/index.ts";
import { digest, type Table } from "../../shared/store/index.ts";
import type { TownLists } from "../../shared/town/lists.ts";

const { version }: { version: string } = createRequire(import.meta.url)("../../package.json");

export { version };

/** Where a service's table says what it was opened with. The mark lies in the data: data without it is opened. */
const markKey = { pk: "town#opening", sk: "mark" } as const;

export interface Opened {
  readonly anything: boolean;
  readonly refused: number;
}
const nothing: Opened = { anything: false, refused: 0 };

/**
 * Gives the town what it begins with. Carried out once, and again only when profile, lists or version change: even to
 * find that all is there takes a read for each of hundreds of items.
 * @returns whether there was anything to carry out, of which other services may still have to hear, and how much was refused
 */
export async function openTown(
  services: readonly Service[],
  runtimes: ReadonlyMap<string, Runtime>,
  lists: TownLists,
): Promise<Opened> {
  const opened = services.map(async (service) => {
    const runtime = runtimes.get(service.name);
    if (runtime === undefined || service.opening === undefined) return nothing;
    const { table } = runtime.store;
    const now = digest([version, runtime.town, lists]);
    const [mark] = await table.read([markKey]);
    if (mark?.digest === now) return nothing;
    const { refused } = await openingFor(service, runtime, lists)();
    for (const refusal of refused) runtime.observability.warn("opening refused", { refusal });
    if (refused.length === 0) await markOpened(table, now, mark?.version);
    return { anything: true, refused: refused.length };
  });
  const all = await Promise.all(opened);
  return {
    anything: all.some(({ anything }) => anything),
    refused: all.reduce((sum, { refused }) => sum + refused, 0),
  };
}

async function markOpened(table: Table, now: string, before: unknown): Promise<void> {
  const version = typeof before === "number" ? before : undefined;
  const item = { ...markKey, version: (version ?? 0) + 1, digest: now };
  await table.write([{ item, expect: version === undefined ? "absent" : { version } }]);
}
