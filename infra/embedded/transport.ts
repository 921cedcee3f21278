import { reactionsFor, relayFor, toCloudEvent, toQueue } from "../../shared/messaging/index.ts";
import type { Observability } from "../../shared/observability/index.ts";
import type { TownProfile } from "../../shared/town/profile.ts";
import type { Checkpoint } from "./checkpoint.ts";
import type { Counter } from "./counter.ts";
import type { TownData } from "./data.ts";
import { Deliveries } from "./deliveries.ts";
import { destinationsOf, wantedByQueue } from "./destinations.ts";
import { Feed } from "./feed.ts";
import { QueuePump } from "./queue-pump.ts";
import { keyOf, type Queues } from "./queues.ts";
import type { Running } from "./runtimes.ts";

interface Spec {
  readonly running: readonly Running[];
  readonly town: TownProfile;
  readonly queues: Queues;
  readonly data: TownData;
  readonly checkpoint: Checkpoint;
  readonly observability: Observability;
  readonly retryDelay: number;
  readonly counter: Counter;
}

/** Everything between a commit and the reactions to it. */
export interface Transport {
  readonly deliveries: Deliveries;
  start(): void;
  stop(): Promise<void>;
}

export const feedKey = (service: string, queue: string) => `${service} → ${queue}`;

/** One feed for each queue that wants anything of a service, and one pump for each service that reacts. */
export async function transportOf(spec: Spec): Promise<Transport> {
  const { running, town, queues, checkpoint } = spec;
  const destinations = destinationsOf(
    running.map(({ service }) => service),
    town,
  );
  await Promise.all(destinations.map((destination) => queues.create(destination)));
  const pumps = new Map<string, QueuePump>();
  const feeds = running.flatMap((one) => feedsOf(one, spec, (queue) => pumps.get(queue)?.wake()));
  const deliveries = new Deliveries(feeds, queues, destinations);
  for (const { queue, service, attempts } of destinations) {
    const runtime = running.find((one) => one.service === service)?.runtime;
    if (service === undefined || runtime === undefined) continue;
    const pump = new QueuePump({
      queue,
      queues,
      attempts,
      retryDelay: spec.retryDelay,
      counter: spec.counter,
      react: reactionsFor(service, runtime),
      observability: spec.observability,
      onConsumed: (bodies) => {
        deliveries.consumed(queue, bodies);
        return checkpoint.save();
      },
      onDead: () => void deliveries.countDead(queue).catch(() => undefined),
    });
    pumps.set(queue, pump);
  }
  return {
    deliveries,
    start() {
      for (const one of [...feeds, ...pumps.values()]) one.start();
    },
    async stop() {
      await Promise.all([...feeds, ...pumps.values()].map((one) => one.stop()));
      await deliveries.stop();
    },
  };
}

function feedsOf({ service, commits }: Running, spec: Spec, onSent: (queue: string) => void): Feed[] {
  const { running, town, queues, checkpoint, data, observability } = spec;
  const services = running.map((one) => one.service);
  const events = data.eventsOf(service);
  return [...wantedByQueue(service, services, town)].map(([queue, types]) => {
    const key = feedKey(service.name, queue);
    const kept = checkpoint.before(key);
    const before = kept?.stream === events.id ? kept : undefined;
    const lost = () => observability.warn("stream was trimmed before it was read", { feed: key });
    const settings = { service: service.name, townCode: town.code, types, observability };
    const send = toQueue(queues.client, queues.urlOf(queue));
    const feed = new Feed(
      {
        key,
        queue,
        streamId: events.id,
        outbox: events.follow(before?.sent, lost),
        commits,
        relay: relayFor({ ...settings, send }),
        types,
        keyOf: (event) => {
          const { source, id } = toCloudEvent(event, service.name, town.code);
          return keyOf(source, id);
        },
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
