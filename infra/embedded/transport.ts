import { outgoingOf, reactionsFor, type Send } from "../../shared/messaging/index.ts";
import { failureOf, type Observability } from "../../shared/observability/index.ts";
import type { TownProfile } from "../../shared/town/profile.ts";
import type { Checkpoint } from "./checkpoint.ts";
import type { Counter } from "./counter.ts";
import type { TownData } from "./data.ts";
import { Deliveries } from "./deliveries.ts";
import { type Destination, wantedByQueue } from "./destinations.ts";
import { Feed } from "./feed.ts";
import type { TownLog } from "./ops/town-log.ts";
import { QueuePump } from "./queue-pump.ts";
import type { Queues } from "./queues.ts";
import type { Running } from "./runtimes.ts";

interface Spec {
  readonly running: readonly Running[];
  readonly town: TownProfile;
  readonly destinations: readonly Destination[];
  readonly queues: Queues;
  readonly data: TownData;
  readonly checkpoint: Checkpoint;
  readonly observability: Observability;
  readonly retryDelay: number;
  readonly counter: Counter;
  readonly log: Pick<TownLog, "message">;
}

/** Everything between a commit and the reactions to it. */
export interface Transport {
  readonly deliveries: Deliveries;
  /** Wakes the consumer of a queue. */
  wake(queue: string): void;
  /** Sends a queue all its events again from this instant on. @returns whether there is such a queue, and a stream that reaches back */
  replay(queue: string, from: string): boolean;
  start(): void;
  stop(): Promise<void>;
}

/** The name of a failure and the first place in the code, in one line. */
function shortReason(error: unknown): string {
  const { failure, at } = failureOf(error);
  return [failure, at?.split("\n")[0]?.trim()].filter((part) => part !== undefined).join(" ");
}

export const feedKey = (service: string, queue: string) => `${service} → ${queue}`;

/** One feed for each queue that wants anything of a service, and one pump for each service that reacts. */
export function transportOf(spec: Spec): Transport {
  const { running, destinations, queues, checkpoint } = spec;
  const pumps = new Map<string, QueuePump>();
  const feeds = running.flatMap((one) => feedsOf(one, spec, (queue) => pumps.get(queue)?.wake()));
  const deliveries = new Deliveries(feeds, queues, destinations);
  for (const { queue: name, service } of destinations) {
    const runtime = running.find((one) => one.service === service)?.runtime;
    const queue = queues.house.get(name);
    if (service === undefined || runtime === undefined || queue === undefined) continue;
    const reasons = new Map<string, string>();
    const failed = (messageId: string, error: unknown) => void reasons.set(messageId, shortReason(error));
    const pump = new QueuePump({
      name,
      queue,
      retryDelay: spec.retryDelay,
      counter: spec.counter,
      react: reactionsFor(service, runtime, { failed }),
      reasonOf(messageId) {
        const reason = reasons.get(messageId);
        reasons.delete(messageId);
        return reason;
      },
      isDataWell: () =>
        spec.data.probe().then(
          () => true,
          () => false,
        ),
      log: spec.log,
      observability: spec.observability,
      onConsumed: (messages) => {
        deliveries.consumed(name, messages);
        return checkpoint.save();
      },
      onDead: () => void deliveries.countDead(name).catch(() => undefined),
    });
    pumps.set(name, pump);
  }
  return {
    deliveries,
    wake: (queue) => pumps.get(queue)?.wake(),
    replay(queue, from) {
      const again = feeds
        .filter((feed) => feed.queue === queue)
        .map((feed) => ({ feed, place: feed.placeBefore(from) }));
      for (const { feed, place } of again) if (place !== undefined) feed.rewind(place);
      return again.some(({ place }) => place !== undefined);
    },
    start() {
      for (const one of [...feeds, ...pumps.values()]) one.start();
    },
    async stop() {
      await Promise.all([...feeds, ...pumps.values()].map((one) => one.stop()));
      await deliveries.stop();
    },
  };
}

/**
 * Others hear of an event only when it is on the disk. The house need not wait: what follows from an event is committed after
 * it, and is on the disk no sooner.
 */
const durably =
  (send: Send, settled: () => Promise<void>): Send =>
  async (messages) => {
    await settled();
    return send(messages);
  };

function feedsOf({ service, commits }: Running, spec: Spec, onSent: (queue: string) => void): Feed[] {
  const { running, town, queues, checkpoint, data, observability } = spec;
  const services = running.map((one) => one.service);
  const events = data.eventsOf(service);
  return [...wantedByQueue(service, services, town)].map(([queue, types]) => {
    const key = feedKey(service.name, queue);
    const kept = checkpoint.before(key);
    const before = kept?.stream === events.id ? kept : undefined;
    const lost = () => observability.warn("stream was trimmed before it was read", { feed: key });
    const { send } = queues.of(queue);
    const feed = new Feed(
      {
        key,
        queue,
        streamId: events.id,
        outbox: events.follow(before?.sent, lost),
        follow: (from) => events.follow(from, lost),
        placeBefore: (instant) => events.placeBefore(instant),
        commits,
        types,
        messageOf: (event) => outgoingOf(event, service.name, town.code),
        send: queues.house.has(queue) ? send : durably(send, data.settled),
        checkpoint,
        observability,
        onSent: () => onSent(queue),
      },
      before,
    );
    checkpoint.add(feed);
    return feed;
  });
}
