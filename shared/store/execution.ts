import type { Context, Decider, DomainEvent, Recorded, Rejection } from "../decider/index.ts";

/** An aggregate as loaded: its state and the version that a write must still find. */
export interface Loaded<S> {
  readonly id: string;
  readonly version: number;
  readonly state: S;
}

/** Any decider, whatever its types: what a table full of different aggregates can be asked for. */
export type AnyDecider = Pick<Decider<never, never, DomainEvent>, "aggregate">;

export interface Execution<S, C, E extends DomainEvent> {
  readonly decider: Decider<S, C, E>;
  readonly id: string;
  /** The command, or what makes it from the aggregates read along with the state. */
  readonly command: C | ((facts: Facts) => C);
  /** Other aggregates of this service that the decision needs to know; read in the same round trip. */
  readonly facts?: readonly FactReference[];
  /** Identity of the command: the same id is carried out once, however often it is sent. */
  readonly commandId: string;
  /** Digest of what was asked; the same id with another digest is refused. */
  readonly bodyDigest: string;
  /** The version the caller saw (`If-Match`). */
  readonly expectedVersion?: number;
  /** Whether the aggregate is there already, is to be new (it is then not read first), or either. */
  readonly expects: "existing" | "new" | "either";
  readonly traceparent?: string;
  readonly context: Omit<Context, "numbers">;
}

export interface FactReference {
  readonly aggregate: string;
  readonly id: string;
}

/** The states of the facts asked for, in order; undefined where there is none. */
export type Facts = readonly (Loaded<unknown> | undefined)[];

export type Outcome<S, E extends DomainEvent> =
  | ({ readonly kind: "done"; readonly repeated: boolean; readonly events: readonly Recorded<E>[] } & Loaded<S>)
  | { readonly kind: "rejected"; readonly rejection: Rejection }
  | { readonly kind: "not-found" }
  | { readonly kind: "stale"; readonly version: number }
  | { readonly kind: "reused-command-id" };
