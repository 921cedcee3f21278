import type { Actor, DomainEvent, Recorded } from "../decider/index.ts";
import { link } from "./chain.ts";
import type { Execution } from "./execution.ts";
import { eventSort, partitionOf, rememberedCommands, type StoredEvent, type StoredState, stateKey } from "./items.ts";
import { indexAttributes } from "./table.ts";

/** The index that holds every state with a deadline ahead, in the order in which they fall due. */
export const dueIndex = "byDue";

/** The state as an item: with its places in lists, its deadline, and the commands it remembers. */
export function stateItem<S, C, E extends DomainEvent>(
  { decider, id, commandId, bodyDigest }: Execution<S, C, E>,
  state: S,
  version: number,
  head: string,
  commands: StoredState["commands"],
): StoredState {
  const lists = { ...decider.listed?.(state, id) };
  const due = decider.nextDeadline?.(state);
  if (due !== undefined) lists[dueIndex] = { partition: "due", sort: `${due}#${decider.aggregate}#${id}` };
  const places = Object.entries(lists).flatMap(([index, key]) => {
    const names = indexAttributes(index);
    return [
      [names.partition, key.partition],
      [names.sort, key.sort],
    ];
  });
  return {
    ...stateKey(decider.aggregate, id),
    sk: "state",
    aggregate: decider.aggregate,
    id,
    version,
    state,
    head,
    commands: [...commands.slice(1 - rememberedCommands), [commandId, bodyDigest, version]],
    ...Object.fromEntries(places),
  };
}

/** An event as an item, linked to the one before. */
export function eventItem<S, C, E extends DomainEvent>(
  { decider, id, commandId, traceparent }: Execution<S, C, E>,
  event: Recorded<E>,
  previous: string,
  actor: Actor,
): StoredEvent {
  const content = {
    aggregate: decider.aggregate,
    id,
    sequence: event.sequence,
    type: event.type,
    time: event.time,
    actor: actor.sub,
    data: event.data,
    ...(event.personal === undefined ? {} : { personal: event.personal }),
    command: commandId,
    ...(traceparent === undefined ? {} : { traceparent }),
    previous,
  };
  return { pk: partitionOf(decider.aggregate, id), sk: eventSort(event.sequence), ...content, hash: link(content) };
}
