import type { DomainEvent } from "../decider/index.ts";
import type { Told } from "./logins.ts";
import type { Item } from "./table.ts";

/** A command the aggregate remembers, so that its repetition answers the first result. */
export type RememberedCommand = readonly [id: string, bodyDigest: string, versionAfter: number];

/** How many commands a state remembers. A repetition that comes later meets the rules instead. */
export const rememberedCommands = 16;

export interface StoredState extends Item {
  readonly sk: "state";
  readonly aggregate: string;
  readonly id: string;
  /** Number of events so far; the sequence of the last one. */
  readonly version: number;
  /** The shape in which the state was written; absent: before shapes were kept. */
  readonly shape?: number;
  readonly state: unknown;
  readonly commands: readonly RememberedCommand[];
  /** Hash of the last event. */
  readonly head: string;
  /** The day on which it ended, from which the retention of its personal parts counts (P-8). */
  readonly endedOn?: string;
  /** Kinds of personal parts that are erased since it ended. */
  readonly erased?: readonly string[];
  /** The day before which nothing of it is erased: it is held, or another record still needs it. */
  readonly keptUntil?: string;
}

export interface StoredEvent extends Item, DomainEvent {
  readonly aggregate: string;
  readonly id: string;
  readonly sequence: number;
  /** The shape of the aggregate when it was written; absent: before shapes were kept. */
  readonly shape?: number;
  readonly time: string;
  readonly actor: string;
  readonly previous: string;
  readonly hash: string;
  /** Random; with it `personal` and `actor` enter the chain. It goes with what is erased first. */
  readonly salt?: string;
  /** What subscribers know the actor by; absent: the town itself acted. */
  readonly by?: string;
  /** By the place of a field in the data that holds a login: the key that is published there. */
  readonly told?: Told;
  /** Names of fields of its personal part that subscribers are told. */
  readonly published?: readonly string[];
  /** Takes the place of the salt once something was erased. */
  readonly seal?: string;
  /** A resident acted: his login is a personal part. */
  readonly byResident?: true;
  /** The trace of the request that it goes back to, see `shortTrace`. */
  readonly trace?: string;
  /** When it came from another engine: who subscribes has heard of it before. */
  readonly moved?: string;
  /** Erased, and of before seals: what is left is held by the record of the erasure. */
  readonly anchored?: true;
}

/**
 * What stands before a dot in an id is for the reader (an application's item code); the key is what follows, so that
 * the same `Idempotency-Key` meets the same item, with any other content of the request.
 */
export const partitionOf = (aggregate: string, id: string) => `${aggregate}#${id.slice(id.lastIndexOf(".") + 1)}`;
export const stateKey = (aggregate: string, id: string) => ({ pk: partitionOf(aggregate, id), sk: "state" });
export const eventPrefix = "event#";
export const eventSort = (sequence: number) => `${eventPrefix}${String(sequence).padStart(10, "0")}`;
export const seriesKey = (series: string) => ({ pk: `number#${series}`, sk: "state" });

/** These two trust what this module alone writes into the table; the shape is checked where it is cheap. */
export const isStoredState = (item: Item | undefined): item is StoredState =>
  item !== undefined && item.sk === "state" && typeof item.version === "number" && "state" in item;
export const isStoredEvent = (item: Item | undefined): item is StoredEvent =>
  item?.sk.startsWith(eventPrefix) === true && typeof item.sequence === "number" && typeof item.type === "string";
