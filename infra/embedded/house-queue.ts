import { randomUUID } from "node:crypto";
import type { Outgoing } from "../../shared/messaging/index.ts";
import type { Destination } from "./destinations.ts";
import type { QueueState, TownQueue } from "./queues.ts";

/** A message as the queue hands it out. */
export interface Taken extends Outgoing {
  readonly id: string;
  /** 1 for the first time that it is handed out. */
  readonly attempt: number;
}

const mostAtOnce = 10;

/**
 * The queue of a service of this process. It keeps the rules of SQS FIFO: messages of one group are handed out in order and one
 * at a time; a message that failed so often is dead. What is in it is lost with the process, and sent again by the feeds.
 */
export class HouseQueue implements TownQueue {
  readonly #name: string;
  readonly #attempts: number;
  readonly #waiting = new Map<string, Taken[]>();
  /** In flight, by group: one message each. */
  readonly #inFlight = new Map<string, Taken>();
  readonly #dead = new Map<string, Taken>();
  readonly #live = new Set<string>();

  constructor({ queue, attempts }: Pick<Destination, "queue" | "attempts">) {
    this.#name = queue;
    this.#attempts = attempts;
  }

  /** A message that is here already is not taken in again. */
  readonly send = async (messages: readonly Outgoing[]): Promise<readonly number[]> => {
    for (const message of messages) {
      const { deduplicationId, group } = message;
      if (this.#live.has(deduplicationId) || this.#dead.has(deduplicationId)) continue;
      this.#live.add(deduplicationId);
      const before = this.#waiting.get(group);
      const one = { ...message, id: randomUUID(), attempt: 0 };
      if (before === undefined) this.#waiting.set(group, [one]);
      else before.push(one);
    }
    return [];
  };

  /** The first messages of at most ten groups of which none is in flight. */
  take(): readonly Taken[] {
    const taken: Taken[] = [];
    for (const [group, messages] of this.#waiting) {
      if (taken.length === mostAtOnce) break;
      const first = this.#inFlight.has(group) ? undefined : messages.shift();
      if (first === undefined) continue;
      if (messages.length === 0) this.#waiting.delete(group);
      const one = { ...first, attempt: first.attempt + 1 };
      this.#inFlight.set(group, one);
      taken.push(one);
    }
    return taken;
  }

  /** Messages were consumed. */
  remove(messages: readonly Taken[]): void {
    for (const { group, deduplicationId } of messages) {
      this.#inFlight.delete(group);
      this.#live.delete(deduplicationId);
    }
  }

  /** A message failed: it is the first of its group again, or dead. */
  putBack(message: Taken): void {
    const { group, deduplicationId } = message;
    this.#inFlight.delete(group);
    if (!this.isLast(message)) {
      this.#waiting.set(group, [message, ...(this.#waiting.get(group) ?? [])]);
      return;
    }
    this.#live.delete(deduplicationId);
    this.#dead.set(deduplicationId, message);
  }

  /** Whether a message is dead if it fails this time. */
  isLast({ attempt }: Taken): boolean {
    return attempt >= this.#attempts;
  }

  async state(): Promise<QueueState> {
    const inFlight = this.#inFlight.size;
    return { name: this.#name, waiting: this.#live.size - inFlight, inFlight, dead: this.#dead.size };
  }

  async live(): Promise<ReadonlySet<string>> {
    return new Set(this.#live);
  }

  async dead(): Promise<ReadonlySet<string>> {
    return new Set(this.#dead.keys());
  }
}
