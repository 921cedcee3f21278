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

/** A message that was given up. */
export interface DeadLetter extends Outgoing {
  readonly attempts: number;
  /** Why the last attempt failed: the name of the failure and where in the code; never its text. Undefined: the consumer did not say. */
  readonly reason: string | undefined;
  readonly since: string | undefined;
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
  readonly #dead = new Map<string, DeadLetter>();
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
      const { type, body } = message;
      const one = { type, body, group, deduplicationId, id: randomUUID(), attempt: 0 };
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

  /** A message failed, for this reason: it is the first of its group again, or dead. */
  putBack(message: Taken, reason?: string): void {
    const { group, deduplicationId } = message;
    this.#inFlight.delete(group);
    if (!this.isLast(message)) {
      this.#waiting.set(group, [message, ...(this.#waiting.get(group) ?? [])]);
      return;
    }
    this.#live.delete(deduplicationId);
    const { id: _id, attempt, ...sent } = message;
    this.#dead.set(deduplicationId, { ...sent, attempts: attempt, reason, since: new Date().toISOString() });
  }

  async deadLetters(): Promise<readonly DeadLetter[]> {
    return [...this.#dead.values()];
  }

  /** A dead letter is tried again, behind what waits of its group. @returns whether there was such a one */
  async sendAgain(deduplicationId: string): Promise<boolean> {
    const letter = this.#dead.get(deduplicationId);
    if (letter === undefined) return false;
    this.#dead.delete(deduplicationId);
    await this.send([letter]);
    return true;
  }

  /** A dead letter is given up for good. @returns whether there was such a one */
  async discard(deduplicationId: string): Promise<boolean> {
    return this.#dead.delete(deduplicationId);
  }

  /** Whether a message is dead if it fails this time. */
  isLast({ attempt }: Taken): boolean {
    return attempt >= this.#attempts;
  }

  /** Whether anything waits or is in flight. */
  get isBusy(): boolean {
    return this.#live.size > 0;
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
