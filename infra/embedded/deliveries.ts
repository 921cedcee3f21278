import type { Outgoing } from "../../shared/messaging/index.ts";
import { deadLetterName } from "../../shared/service/index.ts";
import type { Destination } from "./destinations.ts";
import type { Feed } from "./feed.ts";
import type { Queues } from "./queues.ts";

/** What is still to be relayed or consumed, by queue. */
export interface Undelivered {
  readonly queue: string;
  readonly open: number;
  readonly dead: number;
  readonly relayed: boolean;
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

  /** Nothing to wait for: all is sent, and what is ours is consumed or dead. Other departments read when they like. */
  async undelivered(): Promise<readonly Undelivered[]> {
    const found: Undelivered[] = [];
    for (const { queue, service } of this.#destinations) {
      const states = this.#of(queue).map(({ state }) => state);
      const open = states.reduce((sum, state) => sum + state.open, 0);
      const relayed = states.every((state) => !state.sending && (state.relayed || state.full));
      const dead = open === 0 || !relayed ? 0 : await this.countDead(queue);
      if (!relayed || (service !== undefined && open > dead)) found.push({ queue, open, dead, relayed });
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

  #of(queue: string): readonly Feed[] {
    return this.#feeds.filter((feed) => feed.queue === queue);
  }
}
