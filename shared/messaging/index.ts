export { type CloudEvent, cloudEvent } from "./cloud-event.ts";
export { reactionsFor } from "./consumer.ts";
export { sourceOf, toCloudEvent } from "./envelope.ts";
export { parkedRoute } from "./parked-route.ts";
export {
  messageOf,
  type Outgoing,
  outgoingAgain,
  outgoingOf,
  type RelayRoutes,
  type RelaySettings,
  relayFor,
  type Send,
  sendInOrder,
  storedEventOf,
  wants,
} from "./relay.ts";
