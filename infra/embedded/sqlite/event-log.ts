import type { SQLOutputValue } from "node:sqlite";
import { eventPrefix, isStoredEvent, type StoredEvent } from "../../../shared/store/index.ts";
import type { Outbox, Place, Streamed } from "../outbox.ts";
import { quoted } from "./definition.ts";
import { itemOf, rowNumber, rowText } from "./row.ts";
import type { TownFile } from "./town-file.ts";

/** The shard of every place in the town's file. */
const shard = "town";

/** So many events are kept for followers a little behind. */
const remembered = 500;

interface Logged extends Streamed {
  readonly sequence: number;
}

/** A service's events in the order of their commits, read from its table once for all who follow them. */
export class EventLog {
  readonly #file: TownFile;
  readonly #read: (after: number, limit: number) => readonly Logged[];
  /** The last events that were read: all that come after `#from`. */
  #recent: readonly Logged[] = [];
  #from = 0;
  /** The number of commits after which all events were read. */
  #complete = -1;

  constructor(file: TownFile, table: string) {
    this.#file = file;
    const statement = file.database.prepare(
      `SELECT seq, pk, sk, type, item FROM ${quoted(table)}
       WHERE seq > ? AND sk BETWEEN '${eventPrefix}' AND '${eventPrefix}~' ORDER BY seq LIMIT ?`,
    );
    this.#read = (after, limit) => statement.all(after, limit).map(logged);
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

  #after(reached: number, limit: number): readonly Logged[] {
    // What is written but not committed is not read: it could still be undone.
    this.#file.commit();
    if (reached < this.#from) return this.#read(reached, limit);
    const last = this.#recent.at(-1)?.sequence ?? this.#from;
    if (reached > last) this.#forget(reached);
    const known = this.#recent.filter(({ sequence }) => sequence > reached);
    if (known.length >= limit || this.#complete === this.#file.commits()) return known.slice(0, limit);
    const commits = this.#file.commits();
    const more = this.#read(Math.max(reached, last), limit);
    if (more.length < limit) this.#complete = commits;
    this.#remember(more);
    return [...known, ...more].slice(0, limit);
  }

  #forget(upTo: number): void {
    this.#recent = [];
    this.#from = upTo;
    this.#complete = -1;
  }

  #remember(more: readonly Logged[]): void {
    if (more.length === 0) return;
    const all = [...this.#recent, ...more];
    this.#from = all.at(-remembered - 1)?.sequence ?? this.#from;
    this.#recent = all.slice(-remembered);
  }
}

function logged(row: Record<string, SQLOutputValue>): Logged {
  const sequence = rowNumber(row, "seq");
  let event: StoredEvent | undefined;
  return {
    sequence,
    place: { shard, sequence: String(sequence) },
    type: typeof row.type === "string" ? row.type : "",
    event() {
      if (event !== undefined) return event;
      const item = itemOf(rowText(row, "pk"), rowText(row, "sk"), row);
      event = isStoredEvent(item) ? item : undefined;
      return event;
    },
  };
}
