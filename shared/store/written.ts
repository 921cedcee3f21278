import { randomBytes } from "node:crypto";
import { type Actor, type Decider, type DomainEvent, present, type Recorded } from "../decider/index.ts";
import { shortTrace } from "../observability/trace-context.ts";
import type { TownProfile } from "../town/profile.ts";
import { apartIn } from "./apart.ts";
import { link } from "./chain.ts";
import type { Asked } from "./execution.ts";
import { eventSort, partitionOf, rememberedCommands, type StoredEvent, type StoredState, stateKey } from "./items.ts";
import { toldOf } from "./logins.ts";
import { erasingOf, type Retained, retainedAfter } from "./retained.ts";
import { indexAttributes } from "./table.ts";

/** The index that holds every state with a deadline ahead, in the order in which they fall due. */
export const dueIndex = "byDue";

type Kind = Pick<
  Decider<unknown, never, DomainEvent>,
  | "aggregate"
  | "shape"
  | "apart"
  | "apartInState"
  | "logins"
  | "unnamed"
  | "published"
  | "listed"
  | "nextDeadline"
  | "ended"
  | "retainedAs"
>;

/** The instant at which time alone changes something: the next deadline, or the next erasure (P-8). */
function dueOf(of: Kind, state: unknown, retained: Retained, town: TownProfile | undefined): string | undefined {
  const erasing = town === undefined ? undefined : erasingOf(of, retained, town)?.due;
  const deadline = of.nextDeadline?.(state);
  return erasing === undefined || (deadline !== undefined && deadline <= erasing) ? deadline : erasing;
}

/**
 * The attributes that follow from a state: the state, its shape, its places in lists, its deadline and its retention.
 * @param town by whose profile personal parts are kept; without it none is to be erased
 */
export function stateAttributes(
  of: Kind,
  id: string,
  state: unknown,
  retained: Retained = {},
  town: TownProfile | undefined = undefined,
) {
  const lists = { ...of.listed?.(state, id) };
  const due = dueOf(of, state, retained, town);
  if (due !== undefined) lists[dueIndex] = { partition: "due", sort: `${due}#${of.aggregate}#${id}` };
  const places = Object.entries(lists).flatMap(([index, key]) => {
    const names = indexAttributes(index);
    return [
      [names.partition, key.partition],
      [names.sort, key.sort],
    ];
  });
  const apart = apartIn([...(of.apart ?? []), ...(of.apartInState ?? [])], state);
  return { shape: of.shape, state, ...apart, ...retained, ...Object.fromEntries(places) };
}

/** The state as an item: with its places in lists, its deadline, and the commands it remembers. */
export function stateItem(
  { commandId, bodyDigest, context: { today, town } }: Asked,
  of: Kind,
  id: string,
  { state, version, head }: { readonly state: unknown; readonly version: number; readonly head: string },
  before: StoredState | undefined,
): StoredState {
  const commands = before?.commands ?? [];
  const retained = retainedAfter(of, state, today.toString(), before);
  return {
    ...stateKey(of.aggregate, id),
    sk: "state",
    aggregate: of.aggregate,
    id,
    version,
    head,
    commands: [...commands.slice(1 - rememberedCommands), [commandId, bodyDigest, version]],
    ...stateAttributes(of, id, state, retained, town),
  };
}

/** 128 bits: what is digested with it is not found by trying. */
export const newSalt = () => randomBytes(16).toString("base64url");

const isResident = ({ roles }: Pick<Actor, "roles">) => roles.length > 0 && roles.every((role) => role === "resident");

/** The fields of its personal part that are published, by name. */
function publishedOf({ published }: Kind, { personal }: DomainEvent): readonly string[] | undefined {
  const names = published?.filter((name) => personal !== undefined && Object.hasOwn(personal, name)) ?? [];
  return names.length === 0 ? undefined : names;
}

/** An event as an item, linked to the one before. */
export function eventItem(
  { commandId, traceparent, context: { actor, keyOf } }: Asked,
  of: Kind,
  id: string,
  event: Recorded<DomainEvent>,
  previous: string,
): StoredEvent {
  const told = toldOf(event.data, of.logins, keyOf);
  const byResident = isResident(actor);
  const seal = byResident || event.personal !== undefined;
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
    ...(actor.key === undefined || of.unnamed?.includes(event.type) === true ? {} : { by: actor.key }),
    ...(told === undefined ? {} : { told }),
    ...present({ published: publishedOf(of, event) }),
    ...(byResident ? { byResident } : {}),
    ...(seal ? { salt: newSalt() } : {}),
    command: commandId,
    ...present({ trace: traceparent === undefined ? undefined : shortTrace(traceparent) }),
    previous,
  };
  return { pk: partitionOf(of.aggregate, id), sk: eventSort(event.sequence), ...content, hash: link(content) };
}
