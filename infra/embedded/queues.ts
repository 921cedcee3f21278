import type { Send } from "../../shared/messaging/index.ts";
import type { Destination } from "./destinations.ts";
import { type DeadLetter, HouseQueue } from "./house-queue.ts";
import { SubscriberQueues } from "./subscriber-queues.ts";

/** How full a queue is, and how many of its messages are dead. */
export interface QueueState {
  readonly name: string;
  readonly waiting: number;
  readonly inFlight: number;
  readonly dead: number;
}

/** A FIFO queue of the town, in memory. */
export interface TownQueue {
  readonly send: Send;
  state(): Promise<QueueState>;
  /** The deduplication ids of the messages that wait or are in flight. */
  live(): Promise<ReadonlySet<string>>;
  /** The deduplication ids of the dead ones. */
  dead(): Promise<ReadonlySet<string>>;
  deadLetters(): Promise<readonly DeadLetter[]>;
  /** Takes a dead letter out; what becomes of it is the caller's. @returns whether there was such a one */
  discard(deduplicationId: string): Promise<boolean>;
}

/** All queues of a town on this machine. */
export interface Queues {
  /** The queues of the services that run here, by name. */
  readonly house: ReadonlyMap<string, HouseQueue>;
  /** The queues of other departments. */
  readonly subscribers: SubscriberQueues;
  /** @throws Error for a queue that the town does not have */
  of(name: string): TownQueue;
  states(): Promise<readonly QueueState[]>;
  stop(): Promise<void>;
}

/** Messages to a service of the house are handed on in this process. Only queues of other departments speak SQS. */
export function queuesOf(destinations: readonly Destination[], region: string): Queues {
  const house = new Map(
    destinations.filter(({ service }) => service !== undefined).map((one) => [one.queue, new HouseQueue(one)]),
  );
  const subscribers = new SubscriberQueues(
    destinations.filter(({ service }) => service === undefined),
    region,
  );
  const all = new Map<string, TownQueue>([...house, ...subscribers.queues]);
  return {
    house,
    subscribers,
    of(name) {
      const found = all.get(name);
      if (found === undefined) throw new Error(`no queue ${name}`);
      return found;
    },
    states: () => Promise.all([...all.values()].map((queue) => queue.state())),
    stop: () => subscribers.stop(),
  };
}
