import type { Outgoing } from "../../shared/messaging/index.ts";
import { deadLetterName } from "../../shared/service/index.ts";
import type { Destination } from "./destinations.ts";
import type { Feed } from "./feed.ts";
import type { DeadLetter } from "./house-queue.ts";
import type { Queues } from "./queues.ts";

/** What is still to be relayed or consumed, by queue. */
export interface Undelivered {
  readonly queue: string;
  readonly open: number;
  readonly dead: number;
  readonly relayed: boolean;
}

export interface Waiting {
  readonly queue: string;
  /** Whether another department reads it. */
  readonly outside: boolean;
  readonly open: number;
  readonly dead: number;
  /** Milliseconds. */
  readonly oldestFor: number;
  /** Whether what comes now waits in the stream, because so much is open. */
  readonly full: boolean;
}

/** A dead letter, and the queue whose consumer gave it up. */
export interface Dead extends DeadLetter {
  readonly queue: string;
}

/** All feeds, by the queue they fill: what became of the messages they sent. */
export class Deliveries {
  readonly #feeds: readonly Feed[];
  readonly #queues: Queues;
  readonly #destinations: readonly Destination[];
  readonly #reconciling = new Map<string, NodeJS.Timeout>();

  constructor(feeds: readonly Feed[], queues: Queues, destinations: readonly Destination[]) {
    this.#feeds = feeds;
    this.#queues = queues;
    this.#destinations = destinations;
    const subscribers = destinations.filter(({ service }) => service === undefined);
    for (const { queue } of subscribers) {
      const dead = deadLetterName(queue);
      queues.subscribers.onDelete((name) => {
        if (name === queue || name === dead) this.#reconcileSoon(queue);
      });
    }
  }

  consumed(queue: string, messages: readonly Pick<Outgoing, "deduplicationId">[]): void {
    for (const feed of this.#of(queue)) for (const { deduplicationId } of messages) feed.consumed(deduplicationId);
  }

  async countDead(queue: string): Promise<number> {
    const dead = await this.#queues.of(queue).dead();
    let all = 0;
    for (const feed of this.#of(queue)) {
      const count = feed.open.filter((event) => dead.has(event)).length;
      feed.setDead(count);
      all += count;
    }
    return all;
  }

  /** How long each feed has been behind what was committed, in milliseconds; 0: it is not. */
  flow(): readonly { readonly feed: string; readonly behindFor: number }[] {
    return this.#feeds.map((feed) => ({ feed: feed.key, behindFor: feed.behindFor() }));
  }

  /** What waits for each consumer, and for how long the oldest has. Dead letters do not wait. */
  async waiting(): Promise<readonly Waiting[]> {
    const all = this.#destinations.map(async ({ queue, service }) => {
      const feeds = this.#of(queue);
      const dead = await this.#queues.of(queue).dead();
      const open = feeds.flatMap((feed) => feed.openSince()).filter(({ id }) => !dead.has(id));
      const oldestFor = Math.max(0, ...open.map(({ since }) => performance.now() - since));
      const full = feeds.some(({ state }) => state.full);
      return { queue, outside: service === undefined, open: open.length, dead: dead.size, oldestFor, full };
    });
    return Promise.all(all);
  }

  /** The dead letters of all queues, of other departments' too. */
  async deadLetters(): Promise<readonly Dead[]> {
    const all = this.#destinations.map(async ({ queue }) =>
      (await this.#queues.of(queue).deadLetters()).map((letter) => ({ queue, ...letter })),
    );
    return (await Promise.all(all)).flat();
  }

  /** A dead letter is tried again. @returns whether there was such a one */
  async sendAgain(queue: string, deduplicationId: string): Promise<boolean> {
    const house = this.#queues.house.get(queue);
    const again = house === undefined ? this.#sendOutside(queue, deduplicationId) : house.sendAgain(deduplicationId);
    if (!(await again)) return false;
    await this.countDead(queue);
    return true;
  }

  /** A dead letter is given up for good: it is not sent again after the next start. @returns whether there was such a one */
  async discard(queue: string, deduplicationId: string): Promise<boolean> {
    if (!(await this.#queues.of(queue).discard(deduplicationId))) return false;
    this.consumed(queue, [{ deduplicationId }]);
    await this.countDead(queue);
    return true;
  }

  /** SQS takes no message again that it has had within five minutes: it goes under another id, and its feed knows it by that. */
  async #sendOutside(queue: string, deduplicationId: string): Promise<boolean> {
    const messages = this.#queues.of(queue);
    const letter = (await messages.deadLetters()).find((one) => one.deduplicationId === deduplicationId);
    if (letter === undefined) return false;
    const again = `${deduplicationId.slice(0, 64)}-${Date.now().toString(36)}`;
    await messages.send([{ ...letter, deduplicationId: again }]);
    for (const feed of this.#of(queue)) feed.renamed(deduplicationId, again);
    return messages.discard(deduplicationId);
  }

  /** Nothing to wait for: all is sent, and what is ours is consumed or dead. Other departments read when they like. */
  async undelivered(): Promise<readonly Undelivered[]> {
    const found: Undelivered[] = [];
    for (const { queue, service } of this.#destinations) {
      const states = this.#of(queue).map(({ state }) => state);
      const open = states.reduce((sum, state) => sum + state.open, 0);
      const relayed = states.every((state) => !state.sending && (state.relayed || state.full));
      const dead = open === 0 || !relayed ? 0 : await this.countDead(queue);
      if (!relayed || (service !== undefined && open > dead) || this.#isBusy(queue))
        found.push({ queue, open, dead, relayed });
    }
    return found;
  }

  /** Takes note of what others have deleted in the last moment. */
  async stop(): Promise<void> {
    const pending = [...this.#reconciling];
    this.#reconciling.clear();
    for (const [, timer] of pending) clearTimeout(timer);
    await Promise.all(pending.map(([queue]) => this.#reconcile(queue)));
  }

  #reconcileSoon(queue: string): void {
    if (this.#reconciling.has(queue)) return;
    const timer = setTimeout(() => {
      this.#reconciling.delete(queue);
      if (this.#of(queue).some(({ state }) => state.sending)) this.#reconcileSoon(queue);
      else this.#reconcile(queue).catch(() => this.#reconcileSoon(queue));
    }, 100);
    this.#reconciling.set(queue, timer);
  }

  /** Others have deleted messages: what is gone from queue and dead letters was consumed. */
  async #reconcile(queue: string): Promise<void> {
    const sent = this.#of(queue).map((feed) => ({ feed, open: feed.open }));
    const messages = this.#queues.of(queue);
    const [live, dead] = await Promise.all([messages.live(), messages.dead()]);
    for (const { feed, open } of sent)
      for (const event of open) if (!live.has(event) && !dead.has(event)) feed.consumed(event);
  }

  /** Operators put messages into a queue of the house too, past its feeds. */
  #isBusy(queue: string): boolean {
    return this.#queues.house.get(queue)?.isBusy ?? false;
  }

  #of(queue: string): readonly Feed[] {
    return this.#feeds.filter((feed) => feed.queue === queue);
  }
}
