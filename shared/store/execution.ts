import type { Context, Decider, DomainEvent, Recorded, Rejection } from "../decider/index.ts";
import type { Facts, FactsAsked, NoFacts } from "./facts.ts";
import type { DoneMembers, Members, NoMembers, Others } from "./members.ts";
import type { Retained } from "./retained.ts";

/** An aggregate as loaded: its state and the version that a write must still find. */
export interface Loaded<S> {
  readonly id: string;
  readonly version: number;
  readonly state: S;
  /** Where it is over: since when, and which of its personal parts are erased (P-8). */
  readonly retained?: Retained;
}

/** Any decider, of any types: what a table full of different aggregates can be asked for. */
export type AnyDecider = Pick<Decider<never, never, DomainEvent>, "aggregate">;

/** Whether the aggregate is there already, is to be new (it is then not read first), or either. */
export type Expects = "existing" | "new" | "either";

/** What every write carries. */
export interface Asked {
  /** Identity of the command: the same id is carried out once, however often it is sent. */
  readonly commandId: string;
  /** Digest of what was asked; the same id with another digest is refused. */
  readonly bodyDigest: string;
  readonly traceparent?: string;
  readonly context: Omit<Context, "numbers">;
}

export interface Execution<S, C, E extends DomainEvent, F extends FactsAsked = NoFacts, M extends Members = NoMembers>
  extends Asked {
  readonly decider: Decider<S, C, E>;
  readonly id: string;
  /** Other aggregates of this service that the decision needs to know; read in the same round trip. */
  readonly facts?: F;
  /** The command, or what makes it from the facts. */
  readonly command: C | ((facts: Facts<F>) => C);
  /** The version the caller saw (`If-Match`). */
  readonly expectedVersion?: number;
  readonly expects: Expects;
  /** Other aggregates of this service that change with it, in the same transaction: all of them, or none. */
  readonly others?: Others<M, F>;
}

export type Done<S, E extends DomainEvent> = Loaded<S> & { readonly events: readonly Recorded<E>[] };

/** `member` is the name of the other aggregate that was in the way; absent: the one the command is about. */
export type Outcome<S, E extends DomainEvent, M extends Members = NoMembers> =
  | ({ readonly kind: "done"; readonly repeated: boolean; readonly others: DoneMembers<M> } & Done<S, E>)
  | { readonly kind: "rejected"; readonly rejection: Rejection; readonly member?: string }
  | { readonly kind: "not-found"; readonly member?: string; readonly id?: string }
  | { readonly kind: "stale"; readonly version: number; readonly member?: string }
  | { readonly kind: "reused-command-id" };
