import type * as z from "zod";
import type { CloudEvent } from "../messaging/cloud-event.ts";
import { eventSort, isStoredEvent, partitionOf } from "../store/items.ts";
import type { Subscription } from "./manifest.ts";
import type { Runtime } from "./runtime.ts";

/** Declares a reaction by the fields it needs of an event. */
export function on<S extends z.ZodType>(
  type: string,
  needs: S,
  react: (data: z.output<S>, event: CloudEvent) => ReturnType<Subscription["react"]>,
): Subscription {
  return { type, needs, react: (event) => react(needs.parse(event.data), event) };
}

/**
 * The login of who acted in an event of this service itself: subscribers know him by his key alone, the service by its own
 * history.
 */
export async function whoActed({ store }: Pick<Runtime, "store">, event: CloudEvent): Promise<string> {
  const aggregate = event.subject.slice(0, event.subject.indexOf("/"));
  const key = { pk: partitionOf(aggregate, subjectId(event)), sk: eventSort(event.sequence) };
  const [stored] = await store.table.read([key]);
  return isStoredEvent(stored) ? stored.actor : event.actor;
}

/** The id of the aggregate an event is about. */
export const subjectId = ({ subject }: Pick<CloudEvent, "subject">) => subject.slice(subject.indexOf("/") + 1);
