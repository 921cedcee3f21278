import type { RetentionKind } from "../town/kept-until.ts";
import type { Context } from "./context.ts";
import type { Moves } from "./moves.ts";
import type { Decision } from "./rejection.ts";

/**
 * Something that happened. `data` is public to subscribers and must hold no personal data;
 * `personal` stays in the town's own table and never leaves through an event.
 */
export interface DomainEvent {
  readonly type: string;
  readonly data: object;
  readonly personal?: object;
}

/** An event as kept: with its place in the aggregate's history. `sequence` starts at 1. */
export type Recorded<E> = E & {
  readonly sequence: number;
  readonly time: string;
  readonly actor: string;
};

/** An event as it lies in the table: the shape of its aggregate when it was written. 0: before shapes were kept. */
export interface OlderEvent {
  readonly type: string;
  readonly data: object;
  readonly personal?: object;
  readonly shape: number;
}

/** Where an aggregate is found in a list: `partition` is the list, `sort` its order in it. */
export interface IndexKey {
  readonly partition: string;
  readonly sort: string;
}

/**
 * An aggregate: pure decisions and what they make of its state.
 * `decide` answers the events to be recorded (none: nothing to do) or a refusal;
 * `evolve` must accept every event `decide` can answer.
 */
export interface Decider<S, C, E extends DomainEvent> {
  /** Name of the kind, singular, e.g. `application`; part of keys, subjects and event types. */
  readonly aggregate: string;
  /**
   * Number of the state's shape, from 1. Raise it when `evolve`, `listed` or `nextDeadline` make something else of the same
   * events: a state of an older shape is then told anew from its events when it is next read.
   */
  readonly shape: number;
  /**
   * Fields of states and of the data of events whose value many aggregates share and nobody changes, such as the guide of a
   * case. The table holds each value once, under its digest. The event is published with the digest alone.
   */
  readonly apart?: readonly string[];
  /** The same of states alone: events go out with these values, such as the name of an item. Each of them is a structure. */
  readonly apartInState?: readonly string[];
  /**
   * D7: names of fields of the data of events, at any depth, that hold the login of a person. Where an event is published,
   * the person's key stands there.
   */
  readonly logins?: readonly string[];
  /**
   * P-1: types of events whose actor nobody outside is told, not even by his key: the reporter of a matter, whose key would lead
   * from one of his reports to the next.
   */
  readonly unnamed?: readonly string[];
  /**
   * P-8: names of fields of personal parts that are published beside the data: digests by which another service lets the
   * person go on. They lie with the personal part, and are erased with it.
   */
  readonly published?: readonly string[];
  /** By type: what an event of an older shape is today. An event without an upcaster is taken as it is. */
  readonly upcast?: Readonly<Record<string, (older: OlderEvent) => E>>;
  /**
   * Many act on one of it at once, and all of them may: its commands then wait for one another within a process instead
   * of colliding. Between processes the store's conditions decide, as always.
   */
  readonly crowded?: true;
  /** In which states which commands are possible: `docs/states.md` shows it. Absent: the rules alone say it. */
  readonly moves?: Moves;
  decide(state: S | undefined, command: C, context: Context): Decision<E>;
  evolve(state: S | undefined, event: Recorded<E>): S;
  /** The named lists this state stands in; a list not named here does not hold it (sparse). */
  listed?(state: S, id: string): Readonly<Record<string, IndexKey>>;
  /** The next instant at which time alone changes something, ISO UTC; undefined: never. */
  nextDeadline?(state: S): string | undefined;
  /** The command that time's passing gives at such an instant. */
  onDeadline?(state: S): C;
  /** P-8: whether it is over, so that the retention of its personal parts counts. Absent: it holds none, or is never over. */
  ended?(state: S): boolean;
  /** P-8: the kind by which all its personal parts are kept; absent: each part by its own kind. */
  readonly retainedAs?: RetentionKind;
  /** P-8: by field of personal parts: the code that stands for an erased one; undefined: the field is left out. */
  readonly erasedTo?: Readonly<Record<string, string | undefined>>;
  /** P-8: by field of personal parts: the codes that name nobody and stay. Any other text of the field is erased. */
  readonly codes?: Readonly<Record<string, readonly string[]>>;
  /** P-8: types of events whose personal part was published, because it names nobody: it stays. */
  readonly neverErased?: readonly string[];
}
