import { type CloudEvent, toCloudEvent } from "../../shared/messaging/index.ts";
import type { Runtime, Service, Subscription } from "../../shared/service/index.ts";
import { type AnyDecider, isStoredEvent, memoryTable, type StoredEvent, type Table } from "../../shared/store/index.ts";

type Publisher = Pick<Service, "name" | "publishes">;

/** A table, in memory unless another is given, that tells which events were committed to it, as a stream would. */
export function overheard(name: string, committed: StoredEvent[], table: Table = memoryTable(name)): Table {
  return {
    ...table,
    async write(puts) {
      const result = await table.write(puts);
      if (result.written)
        committed.push(...puts.flatMap((put) => ("item" in put && isStoredEvent(put.item) ? [put.item] : [])));
      return result;
    },
  };
}

/** Hands an event to reactions, as their queue would; answers why any was refused. */
export async function handTo(reactions: readonly Subscription[], event: CloudEvent, runtime: Runtime) {
  const refused: string[] = [];
  for (const { type, needs, react } of reactions.filter((one) => one.type === event.type)) {
    needs.parse(event.data);
    for (const instruction of react(event)) {
      const carried = await instruction.carryOut(runtime, { id: event.id });
      if (!carried.done) refused.push(`${type}: ${carried.code}`);
    }
  }
  return refused;
}

/** What may be asked of a delivery: how often each event comes, and to hear of each that was published. */
interface Delivering {
  readonly times?: number;
  readonly heard?: (event: CloudEvent) => void;
}

/**
 * Delivers what a runtime has committed to a service's own reactions until nothing more follows; answers why any was
 * refused. `committed` is what its table tells, and is empty afterwards.
 */
export async function deliverAllOf(
  committed: StoredEvent[],
  { name, publishes }: Publisher,
  reactions: readonly Subscription[],
  runtime: Runtime,
  { times = 1, heard }: Delivering = {},
): Promise<string[]> {
  const refused: string[] = [];
  for (let event = committed.shift(); event !== undefined; event = committed.shift()) {
    if (!Object.hasOwn(publishes, event.type)) continue;
    const told = toCloudEvent(event, name, runtime.town.code);
    heard?.(told);
    for (let time = 0; time < times; time += 1) refused.push(...(await handTo(reactions, told, runtime)));
  }
  return refused;
}

/** Delivers all that ever happened to one aggregate; answers why anything was refused. */
export const deliverHistory = async (
  of: AnyDecider,
  id: string,
  service: Publisher,
  reactions: readonly Subscription[],
  runtime: Runtime,
  delivering?: Delivering,
) => deliverAllOf(await runtime.store.history(of, id), service, reactions, runtime, delivering);
