import { type RelayRoutes, wants } from "../shared/messaging/relay.ts";
import { queueName, type Service, subscriberQueueName } from "../shared/service/index.ts";
import type { TownProfile } from "../shared/town/profile.ts";

/**
 * Published type → names of the queues that want it: of every service with a subscription to it, the publisher's own
 * included, and of every outside subscriber. A type the manifest does not publish stays in the house, even under `.*`.
 */
export function relayRoutesOf(service: Service, services: readonly Service[], town: TownProfile): RelayRoutes {
  const queues = [
    ...services.map(({ name, subscriptions }) => ({
      queue: queueName(town.slug, name),
      types: subscriptions.map(({ type }) => type),
    })),
    ...town.subscribers.map(({ id, types }) => ({ queue: subscriberQueueName(town.slug, id), types })),
  ];
  const routes = Object.keys(service.publishes).map((type) => [
    type,
    queues.filter(({ types }) => types.some((wanted) => wants(wanted, type))).map(({ queue }) => queue),
  ]);
  return Object.fromEntries(routes.filter(([, names]) => names !== undefined && names.length > 0));
}
