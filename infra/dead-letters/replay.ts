import { outgoingOf, type Send, sendInOrder } from "../../shared/messaging/index.ts";
import type { Observability } from "../../shared/observability/index.ts";
import { isStoredEvent, type Position, type StoredEvent, type Table } from "../../shared/store/index.ts";

/** Whose events are sent again, and which of them. */
export interface Replayed {
  readonly service: string;
  readonly table: Table;
  /** The types that the subscriber wants of this service. */
  readonly types: ReadonlySet<string>;
}

/**
 * Sends one subscriber all its events again from an instant on, straight into its queue: nobody else notices. They are read
 * from the tables, as a stream reaches back a day. Each goes under another deduplication id.
 * @param from ISO 8601 in UTC
 * @returns how many
 * @throws Error where the queue takes no more; what was sent is sent again by the next run
 */
export async function replayInto(
  send: Send,
  published: readonly Replayed[],
  { from, townCode }: { readonly from: string; readonly townCode: string },
  observability: Observability,
): Promise<number> {
  const again = `-${Date.now().toString(36)}`;
  let sent = 0;
  for (const { service, table, types } of published) {
    const events = await eventsSince(table, types, from);
    const messages = events.map((event) => outgoingOf(event, service, townCode));
    const renamed = messages.map((one) => ({ ...one, deduplicationId: `${one.deduplicationId}${again}` }));
    const done = await sendInOrder(renamed, send, observability);
    sent += done;
    if (done < renamed.length) throw new Error(`${sent} were sent, then the queue refused / 队列拒绝接收`);
  }
  return sent;
}

/** In the order of each aggregate: the instants of two events may be the same, their numbers are not. */
async function eventsSince(table: Table, types: ReadonlySet<string>, from: string): Promise<readonly StoredEvent[]> {
  const found: StoredEvent[] = [];
  let after: Position | undefined;
  do {
    const page = await table.scan(after === undefined ? { limit: 500 } : { limit: 500, after });
    found.push(...page.items.filter(isStoredEvent).filter(({ type, time }) => types.has(type) && time >= from));
    after = page.last;
  } while (after !== undefined);
  return found.toSorted((a, b) => (a.time === b.time ? a.sequence - b.sequence : a.time < b.time ? -1 : 1));
}
