export { type CloudEvent, cloudEvent } from "./cloud-event.ts";
export { reactionsFor } from "./consumer.ts";
export { toCloudEvent } from "./envelope.ts";
export { parkedRoute } from "./parked.ts";
export { queuesFor, type RelayRoutes, type RelaySettings, relayFor, storedEventOf, wants } from "./relay.ts";
