import {
  deadLetterName,
  queueName,
  type Service,
  subscriberQueueName,
  tableName,
  undeliveredName,
  unrelayedName,
} from "../../shared/service/index.ts";
import type { TownProfile } from "../../shared/town/profile.ts";
import { deliveriesOf } from "../relay-routes.ts";

/** The names of all in a town that its watch looks at. */
export interface WatchedNames {
  /** Tables of the services with a clockwork. */
  readonly timed: readonly string[];
  readonly tables: readonly string[];
  /** Queues that the town itself consumes. */
  readonly inboxes: readonly string[];
  /** Queues that other departments consume. */
  readonly subscribers: readonly string[];
  readonly dead: readonly string[];
  readonly undelivered: readonly string[];
  readonly unrelayed: readonly string[];
}

/** They follow from manifests and profile, as the resources themselves do. */
export function watchedIn(services: readonly Service[], town: TownProfile): WatchedNames {
  const inboxes = services
    .filter(({ subscriptions }) => subscriptions.length > 0)
    .map(({ name }) => queueName(town.slug, name));
  const subscribers = town.subscribers.map(({ id }) => subscriberQueueName(town.slug, id));
  const publishing = services.filter(({ publishes }) => Object.keys(publishes).length > 0);
  const isTimed = ({ aggregates }: Service) => aggregates.some(({ onDeadline }) => onDeadline !== undefined);
  return {
    timed: services.filter(isTimed).map(({ name }) => tableName(town.slug, name)),
    tables: services.map(({ name }) => tableName(town.slug, name)),
    ...{ inboxes, subscribers },
    dead: [...inboxes, ...subscribers].map(deadLetterName),
    undelivered: publishing.flatMap((service) =>
      deliveriesOf(service, services, town).map(({ queue }) => undeliveredName(service.name, queue)),
    ),
    unrelayed: publishing.map(({ name }) => unrelayedName(town.slug, name)),
  };
}
