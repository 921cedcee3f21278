import { type RelayRoutes, wants } from "../shared/messaging/relay.ts";
import { queueName, type Service, subscriberQueueName } from "../shared/service/index.ts";
import type { TownProfile } from "../shared/town/profile.ts";

/** What one queue wants of one publisher: exact types, and prefixes that end in a dot. */
export interface Delivery {
  readonly queue: string;
  readonly exact: readonly string[];
  readonly prefixes: readonly string[];
}

/**
 * What goes from a service to each queue that wants any of its types: of every service with a subscription, the
 * publisher's own included, and of every outside subscriber. A type the manifest does not publish stays in the house,
 * even under `.*`.
 */
export function deliveriesOf(publisher: Service, services: readonly Service[], town: TownProfile): readonly Delivery[] {
  const published = Object.keys(publisher.publishes);
  return queuesOf(services, town).flatMap(({ queue, types }) => {
    const matching = [...new Set(types)].filter((wanted) => published.some((type) => wants(wanted, type)));
    const prefixes = matching.filter((wanted) => wanted.endsWith(".*")).map((wanted) => wanted.slice(0, -1));
    const exact = matching.filter((one) => !one.endsWith(".*") && !prefixes.some((prefix) => one.startsWith(prefix)));
    return matching.length === 0 ? [] : [{ queue, exact, prefixes }];
  });
}

/** Published type → names of the queues that want it. */
export function relayRoutesOf(service: Service, services: readonly Service[], town: TownProfile): RelayRoutes {
  const queues = queuesOf(services, town);
  const routes = Object.keys(service.publishes).map((type) => [
    type,
    queues.filter(({ types }) => types.some((wanted) => wants(wanted, type))).map(({ queue }) => queue),
  ]);
  return Object.fromEntries(routes.filter(([, names]) => names !== undefined && names.length > 0));
}

/** The services of which a queue wants anything. */
export const publishersTo = (queue: string, services: readonly Service[], town: TownProfile): readonly string[] =>
  services
    .filter((service) => deliveriesOf(service, services, town).some((delivery) => delivery.queue === queue))
    .map(({ name }) => name);

const queuesOf = (services: readonly Service[], town: TownProfile) => [
  ...services.map(({ name, subscriptions }) => ({
    queue: queueName(town.slug, name),
    types: subscriptions.map(({ type }) => type),
  })),
  ...town.subscribers.map(({ id, types }) => ({ queue: subscriberQueueName(town.slug, id), types })),
];
