export { reactionsFor } from "./consumer.ts";
export { type CloudEvent, cloudEvent, toCloudEvent } from "./envelope.ts";
export { parkedRoute } from "./parked.ts";
export { queuesFor, type RelayRoutes, type RelaySettings, relayFor, wants } from "./relay.ts";
