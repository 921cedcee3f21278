import type { SQLOutputValue, StatementSync } from "node:sqlite";
import { eventPrefix, isStoredEvent, type StoredEvent } from "../../../shared/store/index.ts";
import type { Outbox, Place, Streamed } from "../outbox.ts";
import { quoted } from "./definition.ts";
import { itemOf, rowNumber, rowText } from "./row.ts";
import type { TownFile } from "./town-file.ts";

/** The shard of every place in the town's file. */
const shard = "town";

/** So many events at least are kept for followers a little behind, and at most twice as many. */
const remembered = 500;

interface Logged extends Streamed {
  readonly sequence: number;
}

/** An event that was committed, with its number in the order of commits. */
export interface Written {
  readonly sequence: number;
  readonly event: StoredEvent;
}

/**
 * A service's events in the order of their commits, for all who follow them. They are read from the table up to its end, and
 * from then on told by it.
 */
export class EventLog {
  readonly #file: TownFile;
  readonly #sql: string;
  readonly #newest: string;
  readonly #nextFrom: string;
  #statement: StatementSync | undefined;
  /** The last events that are known: all that come after `#from`. */
  #recent: Logged[] = [];
  #from = 0;
  /** Whether all events to the end of the table are known. */
  #whole = false;

  constructor(file: TownFile, table: string) {
    this.#file = file;
    this.#nextFrom = `SELECT item ->> '$.time' AS time FROM ${quoted(table)}
       WHERE seq >= ? AND sk BETWEEN '${eventPrefix}' AND '${eventPrefix}~' ORDER BY seq LIMIT 1`;
    this.#newest = `SELECT seq, item ->> '$.time' AS time FROM ${quoted(table)}
       WHERE sk BETWEEN '${eventPrefix}' AND '${eventPrefix}~' ORDER BY seq DESC LIMIT 1`;
    this.#sql = `SELECT seq, pk, sk, type, item FROM ${quoted(table)}
       WHERE seq > ? AND sk BETWEEN '${eventPrefix}' AND '${eventPrefix}~' ORDER BY seq LIMIT ?`;
  }

  /** The table tells each event that it has committed, in this order. */
  written(events: readonly Written[]): void {
    if (!this.#whole) return;
    const last = this.#last();
    const more = events.filter(({ sequence }) => sequence > last);
    this.#remember(more.map(({ sequence, event }) => ({ ...placed(sequence), type: event.type, event: () => event })));
  }

  /** What comes after a place, or all there is. */
  follow(place: Place | undefined): Outbox {
    let reached = Number(place?.sequence ?? 0);
    return {
      next: async (limit) => {
        const events = this.#after(reached, limit);
        reached = events.at(-1)?.sequence ?? reached;
        return events;
      },
      from: async ({ sequence }, limit) => this.#after(Number(sequence) - 1, limit),
    };
  }

  /** The place before the first event of this instant or later. Instants grow with the order of commits. */
  placeBefore(instant: string): Place {
    const next = this.#file.database.prepare(this.#nextFrom);
    const isBefore = (seq: number) => {
      const row = next.get(seq);
      return typeof row?.time === "string" && row.time < instant;
    };
    let [before, beyond] = [0, this.#lastSequence() + 1];
    while (beyond - before > 1) {
      const middle = Math.floor((before + beyond) / 2);
      if (isBefore(middle)) before = middle;
      else beyond = middle;
    }
    return placed(before).place;
  }

  #lastSequence(): number {
    const row = this.#file.database.prepare(this.#newest).get();
    return typeof row?.seq === "number" ? row.seq : 0;
  }

  /** The instant of the newest event, ISO 8601 in UTC; undefined: there is none. */
  lastTime(): string | undefined {
    const row = this.#file.database.prepare(this.#newest).get();
    return typeof row?.time === "string" ? row.time : undefined;
  }

  #after(reached: number, limit: number): readonly Logged[] {
    if (reached < this.#from) return this.#read(reached, limit);
    if (reached > this.#last()) this.#forget(reached);
    const known = this.#known(reached, limit);
    if (known.length >= limit || this.#whole) return known;
    const more = this.#read(this.#last(), limit);
    this.#whole = more.length < limit;
    this.#remember(more);
    return [...known, ...more].slice(0, limit);
  }

  /** Followers are behind by a few events only: they are looked for from the end. */
  #known(reached: number, limit: number): readonly Logged[] {
    let first = this.#recent.length;
    while ((this.#recent[first - 1]?.sequence ?? reached) > reached) first -= 1;
    return this.#recent.slice(first, first + limit);
  }

  /** What is written but not committed is not read: it could still be undone. */
  #read(after: number, limit: number): readonly Logged[] {
    this.#file.commit();
    this.#statement ??= this.#file.database.prepare(this.#sql);
    return this.#statement.all(after, limit).map(logged);
  }

  #last(): number {
    return this.#recent.at(-1)?.sequence ?? this.#from;
  }

  #forget(upTo: number): void {
    this.#recent = [];
    this.#from = upTo;
    this.#whole = false;
  }

  #remember(more: readonly Logged[]): void {
    if (more.length === 0) return;
    this.#recent.push(...more);
    if (this.#recent.length <= 2 * remembered) return;
    const forgotten = this.#recent.splice(0, this.#recent.length - remembered);
    this.#from = forgotten.at(-1)?.sequence ?? this.#from;
  }
}

const placed = (sequence: number) => ({ sequence, place: { shard, sequence: String(sequence) } });

function logged(row: Record<string, SQLOutputValue>): Logged {
  const sequence = rowNumber(row, "seq");
  let event: StoredEvent | undefined;
  return {
    ...placed(sequence),
    type: typeof row.type === "string" ? row.type : "",
    event() {
      if (event !== undefined) return event;
      const item = itemOf(rowText(row, "pk"), rowText(row, "sk"), row);
      event = isStoredEvent(item) ? item : undefined;
      return event;
    },
  };
}
