import type { StoredEvent } from "../../shared/store/index.ts";

/** A place in a table's stream: everything up to this sequence number, in this shard and those before it. */
export interface Place {
  readonly shard: string;
  readonly sequence: string;
}

/** What was committed, at its place. What costs time is made when it is asked for. */
export interface Streamed {
  readonly place: Place;
  /** The type of the event; empty: this is no event. */
  readonly type: string;
  readonly event: () => StoredEvent | undefined;
}

/** What one follower still has to read of a table's events, in order. */
export interface Outbox {
  /** The next records, at most so many; empty: there are none yet. */
  next(limit: number): Promise<readonly Streamed[]>;
  /** Records from this one on, at most so many. Where it is gone, later ones or none. */
  from(place: Place, limit: number): Promise<readonly Streamed[]>;
}
