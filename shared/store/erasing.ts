import { todayIn } from "../calendar/instants.ts";
import type { DomainEvent, Recorded } from "../decider/index.ts";
import type { RetentionKind } from "../town/kept-until.ts";
import type { TownProfile } from "../town/profile.ts";
import { digest, restOf, sealOf } from "./chain.ts";
import { erasureType, isErasure } from "./erasure-event.ts";
import type { Asked } from "./execution.ts";
import { folded, stateIn, storedEvents } from "./folding.ts";
import { isStoredState, type StoredEvent, type StoredState, stateKey } from "./items.ts";
import { loginsIn, redacted, redactedActor } from "./redaction.ts";
import type { Refolding } from "./refolding.ts";
import type { Retained } from "./retained.ts";
import type { ConditionalWrite, Expectation, Item, Key, Table } from "./table.ts";
import { eventItem, newSalt, stateAttributes } from "./written.ts";

/** So many events are written at once: far below what a transaction takes, however long they are. */
const atOnce = 8;

/** What is to be erased of which aggregate. */
export interface Erasure extends Asked {
  readonly of: Refolding;
  readonly id: string;
  /** The version that was read: who wrote in the meantime is asked again whether it is over. */
  readonly version: number;
  readonly kinds: readonly RetentionKind[];
  /** The record of a hold on it: while it stands nothing is erased. */
  readonly hold: { readonly key: Key; readonly stands: (item: Item | undefined) => boolean };
}

/** P-8: see `Store.erase`. Interrupted, it is carried out again: what was erased already stays as it is. */
export async function erase(table: Table, erasure: Erasure): Promise<"erased" | "held" | "lost"> {
  const { of, id, version, hold } = erasure;
  const [item, held] = await table.read([stateKey(of.aggregate, id), hold.key]);
  if (!isStoredState(item) || item.id !== id || item.version !== version) return "lost";
  if (hold.stands(held)) return "held";
  const unheld = { check: hold.key, expect: expectationOf(held) };
  const still = { check: stateKey(of.aggregate, id), expect: { version } };
  const events = await storedEvents(table, of.aggregate, id, version);
  const logins = new Set(events.flatMap(({ personal }) => loginsIn(personal)));
  const written = events.map((event) => withoutParts(event, erasure, logins));
  const changed = written.flatMap((event, at) => (event === events[at] ? [] : [{ event, before: events[at] }]));
  for (let at = 0; at < changed.length; at += atOnce) {
    const puts = changed
      .slice(at, at + atOnce)
      .map(({ event, before }) => ({ item: event, expect: expectationOf(before) }));
    if (!(await wrote(table, [...puts, unheld, still]))) return "lost";
  }
  const done = recordOf(erasure, item, written);
  return (await wrote(table, [...done, unheld])) ? "erased" : "lost";
}

/** The record of the erasure, linked to the history, and the state as the rest of the history tells it. */
function recordOf(erasure: Erasure, before: StoredState, events: readonly StoredEvent[]): ConditionalWrite[] {
  const { of, id, kinds, context } = erasure;
  const data = { kinds, on: todayIn(context.now).toString(), rest: restOf(events) };
  const sequence = before.version + 1;
  const event = { type: erasureType, data, sequence, time: context.now, actor: context.actor.sub };
  const recorded: Recorded<DomainEvent> = event;
  const item = eventItem(erasure, of, id, recorded, before.head);
  const state = folded(of, events);
  const { endedOn, erased = [] } = before;
  const retained = { ...(endedOn === undefined ? {} : { endedOn }), erased: [...new Set([...erased, ...kinds])] };
  const { pk, sk, aggregate } = before;
  const place = { pk, sk, aggregate, id, version: sequence, head: item.hash };
  // The commands it remembers are the person's too: a repetition after so long meets the rules.
  const after = { ...place, commands: [], ...stateAttributes(of, id, state, retained, context.town) };
  return [
    { item: after, expect: { version: before.version } },
    { item, expect: "absent" },
  ];
}

/** The same event where nothing is to be erased of it. */
function withoutParts(event: StoredEvent, { of, kinds }: Erasure, logins: ReadonlySet<string>): StoredEvent {
  if (isErasure(event) || of.neverErased?.includes(event.type) === true) return event;
  const { retainedAs, erasedTo, codes } = of;
  const by = { over: new Set(kinds), retainedAs, erasedTo, codes };
  const { salt, personal, actor } = event;
  const sealed = event.anchored !== true && (salt !== undefined || event.seal !== undefined);
  const own = event.byResident === true || logins.has(actor);
  const parts = {
    ...(personal === undefined ? {} : { personal: redacted(personal, by) }),
    actor: own ? redactedActor(actor, by) : actor,
  };
  if (digest([parts.personal ?? null, parts.actor]) === digest([personal ?? null, actor])) return event;
  const mark = sealed ? { seal: sealOf(event) } : { anchored: true as const };
  const version = (typeof event.version === "number" ? event.version : 0) + 1;
  const { by: key, ...rest } = event;
  const kept = key === undefined || parts.actor !== actor ? {} : { by: key };
  return { ...rest, ...kept, ...parts, ...mark, salt: newSalt(), version };
}

function expectationOf(item: Item | undefined): Expectation {
  if (item === undefined) return "absent";
  return typeof item.version === "number" ? { version: item.version } : "unversioned";
}

/** Another write under way says nothing: it is tried again. */
async function wrote(table: Table, writes: readonly ConditionalWrite[]): Promise<boolean> {
  for (;;) {
    const result = await table.write(writes);
    if (result.written) return true;
    if (!result.contended) return false;
  }
}

/** Whose retention is counted anew. */
export interface Recounting {
  readonly of: Refolding;
  readonly id: string;
  readonly town: TownProfile;
  /** The day on which it truly ended, and the one before which nothing is erased; undefined: as they are; null: no such day. */
  readonly endedOn?: string;
  readonly keptUntil?: string | null;
}

/** P-8: see `Store.recount`. It writes no event: nothing has happened, it is only looked at again another day. */
export async function recount(table: Table, recounting: Recounting): Promise<boolean> {
  const { of, id, town } = recounting;
  const [item] = await table.read([stateKey(of.aggregate, id)]);
  if (!isStoredState(item) || item.id !== id) return false;
  const state = await stateIn(table, of, item);
  const now = await retainedNow(table, of, item, state);
  const { keptUntil, ...rest } = now;
  const until = recounting.keptUntil === undefined ? keptUntil : (recounting.keptUntil ?? undefined);
  const retained =
    now.endedOn === undefined
      ? now
      : {
          ...rest,
          ...(recounting.endedOn === undefined ? {} : { endedOn: recounting.endedOn }),
          ...(until === undefined ? {} : { keptUntil: until }),
        };
  return rewritten(table, of, item, state, retained, town);
}

/** What an item says of its retention; one of before retention ended with its last event. */
export async function retainedNow(table: Table, of: Refolding, item: StoredState, state: unknown): Promise<Retained> {
  const { endedOn, erased, keptUntil } = item;
  if (of.ended?.(state) !== true) return {};
  const known = {
    ...(erased === undefined ? {} : { erased }),
    ...(keptUntil === undefined ? {} : { keptUntil }),
  };
  if (endedOn !== undefined) return { endedOn, ...known };
  const last = (await storedEvents(table, of.aggregate, item.id, item.version)).at(-1);
  return last === undefined ? known : { endedOn: todayIn(last.time).toString(), ...known };
}

/** Writes a state with its places and its retention, if something of it differs. @returns whether it did */
export async function rewritten(
  table: Table,
  of: Refolding,
  before: StoredState,
  state: unknown,
  retained: Retained,
  town: TownProfile | undefined,
): Promise<boolean> {
  const { pk, sk, aggregate, id, version, head, commands } = before;
  const place = { pk, sk, aggregate, id, version, head, commands };
  const anew = { ...place, ...stateAttributes(of, id, state, retained, town) };
  if (digest(anew) === digest(before)) return false;
  return wrote(table, [{ item: anew, expect: { version } }]);
}
