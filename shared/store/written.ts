import type { Decider, DomainEvent, Recorded } from "../decider/index.ts";
import { apartIn } from "./apart.ts";
import { link } from "./chain.ts";
import type { Asked } from "./execution.ts";
import { eventSort, partitionOf, rememberedCommands, type StoredEvent, type StoredState, stateKey } from "./items.ts";
import { indexAttributes } from "./table.ts";

/** The index that holds every state with a deadline ahead, in the order in which they fall due. */
export const dueIndex = "byDue";

type Kind = Pick<Decider<unknown, unknown, DomainEvent>, "aggregate" | "shape" | "apart" | "listed" | "nextDeadline">;

/** The attributes that follow from a state alone: the state, its shape, its places in lists and its deadline. */
export function stateAttributes(of: Kind, id: string, state: unknown) {
  const lists = { ...of.listed?.(state, id) };
  const due = of.nextDeadline?.(state);
  if (due !== undefined) lists[dueIndex] = { partition: "due", sort: `${due}#${of.aggregate}#${id}` };
  const places = Object.entries(lists).flatMap(([index, key]) => {
    const names = indexAttributes(index);
    return [
      [names.partition, key.partition],
      [names.sort, key.sort],
    ];
  });
  return { shape: of.shape, state, ...apartIn(of.apart, state), ...Object.fromEntries(places) };
}

/** The state as an item: with its places in lists, its deadline, and the commands it remembers. */
export function stateItem(
  { commandId, bodyDigest }: Asked,
  of: Kind,
  id: string,
  { state, version, head }: { readonly state: unknown; readonly version: number; readonly head: string },
  commands: StoredState["commands"],
): StoredState {
  return {
    ...stateKey(of.aggregate, id),
    sk: "state",
    aggregate: of.aggregate,
    id,
    version,
    head,
    commands: [...commands.slice(1 - rememberedCommands), [commandId, bodyDigest, version]],
    ...stateAttributes(of, id, state),
  };
}

/** An event as an item, linked to the one before. */
export function eventItem(
  { commandId, traceparent }: Asked,
  of: Kind,
  id: string,
  event: Recorded<DomainEvent>,
  previous: string,
): StoredEvent {
  const content = {
    aggregate: of.aggregate,
    id,
    sequence: event.sequence,
    shape: of.shape,
    type: event.type,
    time: event.time,
    actor: event.actor,
    data: event.data,
    ...apartIn(of.apart, event.data),
    ...(event.personal === undefined ? {} : { personal: event.personal }),
    command: commandId,
    ...(traceparent === undefined ? {} : { traceparent }),
    previous,
  };
  return { pk: partitionOf(of.aggregate, id), sk: eventSort(event.sequence), ...content, hash: link(content) };
}
