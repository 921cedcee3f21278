import { setTimeout as pause } from "node:timers/promises";
import { type Outgoing, type Send, sendInOrder } from "../../shared/messaging/index.ts";
import type { Observability } from "../../shared/observability/index.ts";
import type { StoredEvent } from "../../shared/store/index.ts";
import type { Checkpoint, Progress, Reporting } from "./checkpoint.ts";
import type { Commits } from "./commits.ts";
import type { Outbox, Place, Streamed } from "./outbox.ts";
import { Signal } from "./signal.ts";

export interface FeedSettings {
  /** Name of the service and of the queue: what the feed is called in the checkpoint. */
  readonly key: string;
  readonly queue: string;
  /** Names the stream whose places the checkpoint keeps. */
  readonly streamId: string;
  readonly outbox: Outbox;
  /** The same events from another place on. */
  readonly follow: (from: Place) => Outbox;
  readonly placeBefore: (instant: string) => Place | undefined;
  readonly commits: Commits;
  /** The types that the queue wants. */
  readonly types: ReadonlySet<string>;
  /** An event as it leaves its service. */
  readonly messageOf: (event: StoredEvent) => Outgoing;
  readonly send: Send;
  readonly checkpoint: Checkpoint;
  readonly observability: Observability;
  /** Called when messages were put into the queue. */
  readonly onSent: () => void;
}

const batchSize = 100;
/** So many messages of one stream may wait in a queue; beyond that they wait in the stream, where they cost no memory. */
const window = 500;
/** Every commit of ours wakes the feed; this is for writes from elsewhere. */
const idle = 5000;
const afterFailure = 250;

/** An event on its way to the queue. */
interface Leaving {
  readonly place: Place;
  readonly message: Outgoing;
}

/** An event that was sent and is not known to be consumed. */
interface Open {
  readonly place: Place;
  /** When it was sent, by `performance.now()`. */
  readonly since: number;
}

/** Lambda's event source mapping from one table's stream to one queue: in order, until each event is sent. */
export class Feed implements Reporting {
  readonly key: string;
  readonly queue: string;
  readonly #settings: FeedSettings;
  readonly #wake = new Signal();
  /** Sent but not consumed, by deduplication id; in order of the stream. */
  readonly #open = new Map<string, Open>();
  /** What an earlier run left open and is not yet sent again. */
  #owed: readonly Place[];
  #sent: Place | undefined;
  #progress: Progress | undefined;
  #dead = 0;
  #sending = false;
  #caughtUp = -1;
  #outbox: Outbox;
  #rewindTo: Place | undefined;
  /** Behind the ids of messages that were sent before. */
  #again = "";
  #behind: { readonly sent: Place | undefined; readonly since: number } | undefined;
  #running = true;
  #loop: Promise<void> = Promise.resolve();

  constructor(settings: FeedSettings, before: Progress | undefined) {
    this.key = settings.key;
    this.queue = settings.queue;
    this.#settings = settings;
    this.#outbox = settings.outbox;
    this.#sent = before?.sent;
    this.#owed = before?.open ?? [];
    settings.commits.listen(() => this.#wake.wake());
  }

  start(): void {
    this.#loop = this.#run();
  }

  async stop(): Promise<void> {
    this.#running = false;
    this.#wake.wake();
    await this.#loop;
  }

  /** The same object for as long as nothing changed. */
  progress(): Progress {
    const sent = this.#sent === undefined ? {} : { sent: this.#sent };
    const open = () => [...[...this.#open.values()].map(({ place }) => place), ...this.#owed];
    this.#progress ??= { stream: this.#settings.streamId, ...sent, open: open() };
    return this.#progress;
  }

  #moved(): void {
    this.#progress = undefined;
    this.#settings.checkpoint.touch();
  }

  /** An event was consumed; one of another feed is not counted. */
  consumed(deduplicationId: string): void {
    if (!this.#open.delete(deduplicationId)) return;
    this.#moved();
    if (this.#open.size - this.#dead === window - 1) this.#wake.wake();
  }

  /** An open event lies in the queue under another id now. @returns whether it is one of this feed's */
  renamed(from: string, to: string): boolean {
    const open = this.#open.get(from);
    if (open === undefined) return false;
    this.#open.delete(from);
    this.#open.set(to, open);
    this.#moved();
    return true;
  }

  /** The place before the first event of this instant or later; undefined: the stream does not reach back. */
  placeBefore(instant: string): Place | undefined {
    return this.#settings.placeBefore(instant);
  }

  /**
   * Sends all again that comes after a place, in order, and goes on from there. A queue takes no message twice within five
   * minutes, so each goes under another id. Other feeds notice nothing.
   */
  rewind(to: Place): void {
    this.#rewindTo = to;
    this.#wake.wake();
  }

  /** Messages that were put into the queue and are not known to be consumed. */
  get open(): readonly string[] {
    return [...this.#open.keys()];
  }

  openSince(): readonly { readonly id: string; readonly since: number }[] {
    return [...this.#open].map(([id, { since }]) => ({ id, since }));
  }

  /** Milliseconds for which it has made no progress although there is something to send; counted from the first time it is asked. */
  behindFor(): number {
    const { relayed, full } = this.state;
    const moved = this.#behind === undefined || this.#behind.sent !== this.#sent;
    if (relayed || full) this.#behind = undefined;
    else if (moved) this.#behind = { sent: this.#sent, since: performance.now() };
    return this.#behind === undefined ? 0 : performance.now() - this.#behind.since;
  }

  /** So many of the open ones are dead letters: they no longer take up the window. */
  setDead(dead: number): void {
    this.#dead = dead;
    this.#wake.wake();
  }

  /** How many events are open, whether some are just being sent, and whether all committed ones (or as many as may wait) were sent. */
  get state() {
    const full = this.#open.size - this.#dead >= window;
    const relayed = this.#owed.length === 0 && this.#caughtUp === this.#settings.commits.count;
    return { open: this.#open.size, sending: this.#sending, relayed, full };
  }

  async #run(): Promise<void> {
    const { observability, commits } = this.#settings;
    while (this.#running) {
      try {
        if (this.#rewindTo !== undefined) this.#rewind(this.#rewindTo);
        if (this.#owed.length > 0) {
          await this.#resend();
        } else if (this.state.full) {
          await this.#wake.wait(idle);
        } else {
          const reading = commits.count;
          const records = await this.#outbox.next(batchSize);
          await this.#send(records);
          if (records.length > 0) continue;
          this.#caughtUp = reading;
          if (commits.count === reading) await this.#wake.wait(idle);
        }
      } catch (error) {
        observability.error("feed interrupted", error, { feed: this.key });
        if (this.#running) await pause(afterFailure);
      }
    }
  }

  #rewind(to: Place): void {
    this.#rewindTo = undefined;
    this.#outbox = this.#settings.follow(to);
    this.#sent = to;
    this.#owed = [];
    this.#again = `-${Date.now().toString(36)}`;
    this.#caughtUp = -1;
    this.#moved();
  }

  /** Counts records as sent before they are: what is open is sent again after an end, what is neither would be lost. */
  async #send(records: readonly Streamed[]): Promise<void> {
    const last = records.at(-1);
    if (last === undefined) return;
    const wanted = this.#wanted(records);
    this.#sent = last.place;
    this.#moved();
    await this.#deliver(wanted);
  }

  #wanted(records: readonly Streamed[]): readonly Leaving[] {
    const { types, messageOf } = this.#settings;
    const wanted = records.flatMap(({ type, event, place }) => {
      const stored = types.has(type) ? event() : undefined;
      // What came from another engine was sent there; who asks for all again gets it too
      if (stored === undefined || (stored.moved !== undefined && this.#again === "")) return [];
      const message = messageOf(stored);
      return [{ place, message: { ...message, deduplicationId: `${message.deduplicationId}${this.#again}` } }];
    });
    for (const { place, message } of wanted)
      this.#open.set(message.deduplicationId, { place, since: performance.now() });
    return wanted;
  }

  /** Runs of what is owed are read together; gaps (dead letters of long ago) cost one request each. */
  async #resend(): Promise<void> {
    const [first] = this.#owed;
    if (first === undefined) return;
    const isOwed = new Set(this.#owed.map(({ shard, sequence }) => `${shard}/${sequence}`));
    const records = await this.#outbox.from(first, batchSize);
    const mine = records.filter(({ place }) => isOwed.has(`${place.shard}/${place.sequence}`));
    const found = new Set(mine.map(({ place }) => `${place.shard}/${place.sequence}`));
    if (!found.has(`${first.shard}/${first.sequence}`)) {
      this.#settings.observability.warn("event lost before it was consumed", {
        feed: this.key,
        sequence: first.sequence,
      });
      found.add(`${first.shard}/${first.sequence}`);
    }
    const wanted = this.#wanted(mine);
    this.#owed = this.#owed.filter(({ shard, sequence }) => !found.has(`${shard}/${sequence}`));
    this.#moved();
    await this.#deliver(wanted);
  }

  /** Goes on until all is sent, as nothing may overtake it; the town's end is the only way out. */
  async #deliver(leaving: readonly Leaving[]): Promise<void> {
    const { send, observability, onSent } = this.#settings;
    this.#sending = true;
    for (let rest = leaving.map(({ message }) => message); rest.length > 0 && this.#running; ) {
      rest = rest.slice(await sendInOrder(rest, send, observability));
      onSent();
      if (rest.length > 0) await pause(afterFailure);
    }
    this.#sending = false;
  }
}
