import type { Decider, DomainEvent, Recorded } from "../decider/index.ts";
import { isErasure } from "./erasure-event.ts";
import { eventPrefix, eventSort, isStoredEvent, partitionOf, type StoredEvent, type StoredState } from "./items.ts";
import type { Position, Query, Table } from "./table.ts";
import { StoreTooNew } from "./too-new.ts";
import { trusted } from "./trust.ts";

/** What of a decider is needed to tell a state from its events. */
export type Folding<S> = Pick<Decider<S, never, DomainEvent>, "aggregate" | "shape" | "upcast" | "evolve">;

/** The events of an aggregate in order, through a sequence or all of them. */
export async function storedEvents(
  table: Table,
  aggregate: string,
  id: string,
  through = Number.MAX_SAFE_INTEGER,
): Promise<StoredEvent[]> {
  const events: StoredEvent[] = [];
  let after: Position | undefined;
  do {
    const to = through === Number.MAX_SAFE_INTEGER ? `${eventPrefix}~` : eventSort(through);
    const query: Query = { partition: partitionOf(aggregate, id), from: eventPrefix, to, limit: 500 };
    const page = await table.query(after === undefined ? query : { ...query, after });
    events.push(...page.items.filter(isStoredEvent));
    after = page.last;
  } while (after !== undefined);
  return events;
}

/** A stored event as its decider knows it today: one of an older shape goes through its upcaster first. */
export function recordedFrom(
  { aggregate, shape, upcast }: Pick<Folding<unknown>, "aggregate" | "shape" | "upcast">,
  stored: StoredEvent,
): Recorded<DomainEvent> {
  const { type, data, personal, sequence, time, actor } = stored;
  const written = stored.shape ?? 0;
  if (written > shape) throw new StoreTooNew(aggregate, written, shape);
  const asWritten = { type, data, ...(personal === undefined ? {} : { personal }) };
  const upcaster = written < shape ? upcast?.[type] : undefined;
  return { ...(upcaster?.({ ...asWritten, shape: written }) ?? asWritten), sequence, time, actor };
}

/** Tells a state from its events; undefined: there are none. */
export function folded<S>(of: Folding<S>, events: readonly StoredEvent[]): S | undefined {
  let state: S | undefined;
  for (const event of events) if (!isErasure(event)) state = of.evolve(state, recordedFrom(of, event));
  return state;
}

/**
 * The state of an item as its decider knows it today. A state of an older shape is told anew from its events.
 * @throws StoreTooNew when a newer program wrote it
 */
export async function stateIn<S>(table: Table, of: Folding<S>, item: StoredState): Promise<S> {
  const written = item.shape ?? 0;
  if (written === of.shape) return trusted(of, item.state);
  if (written > of.shape) throw new StoreTooNew(of.aggregate, written, of.shape);
  const state = folded(of, await storedEvents(table, item.aggregate, item.id, item.version));
  if (state === undefined) throw new Error(`${item.aggregate}: a state of version ${item.version} without events`);
  return state;
}
