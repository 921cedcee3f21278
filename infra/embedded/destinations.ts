import { queueName, type Service, subscriberQueueName } from "../../shared/service/index.ts";
import type { TownProfile } from "../../shared/town/profile.ts";
import { attemptsOutside } from "../dead-letters/attempts.ts";
import { relayRoutesOf } from "../relay-routes.ts";

/** A queue that events go to: of a service of ours, or of another department. */
export interface Destination {
  readonly queue: string;
  /** The service whose reactions read it; undefined: others do. */
  readonly service: Service | undefined;
  /** A message is dead after so many attempts. */
  readonly attempts: number;
  readonly visibilitySeconds: number;
}

/** What a subscriber in another department gets before a message counts as dead. */
const outside = { attempts: attemptsOutside, visibilitySeconds: 30 } as const;

export function destinationsOf(services: readonly Service[], town: TownProfile): readonly Destination[] {
  const ours = services
    .filter(({ subscriptions }) => subscriptions.length > 0)
    .map((service) => ({
      queue: queueName(town.slug, service.name),
      service,
      attempts: service.attempts,
      visibilitySeconds: 6 * service.functions.reactions.timeoutSeconds,
    }));
  const theirs = town.subscribers.map(({ id }) => ({
    queue: subscriberQueueName(town.slug, id),
    service: undefined,
    ...outside,
  }));
  return [...ours, ...theirs];
}

/** The types of a service's events that go to each queue: the routes of the cloud's relay, seen from the other end. */
export function wantedByQueue(publisher: Service, services: readonly Service[], town: TownProfile) {
  const wanted = new Map<string, Set<string>>();
  for (const [type, queues] of Object.entries(relayRoutesOf(publisher, services, town)))
    for (const queue of queues) wanted.set(queue, (wanted.get(queue) ?? new Set()).add(type));
  return wanted;
}
