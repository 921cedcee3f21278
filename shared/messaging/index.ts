export { type CloudEvent, cloudEvent } from "./cloud-event.ts";
export { reactionsFor } from "./consumer.ts";
export { sourceOf, toCloudEvent } from "./envelope.ts";
export { parkedRoute } from "./parked.ts";
export {
  type Outgoing,
  type RelayRoutes,
  type RelaySettings,
  relayFor,
  type Send,
  storedEventOf,
  wants,
} from "./relay.ts";
export { toQueue } from "./to-queue.ts";
