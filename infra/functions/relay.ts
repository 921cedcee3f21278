import { SQSClient } from "@aws-sdk/client-sqs";
import { type RelayRoutes, relayFor } from "../../shared/messaging/relay.ts";
import { observe } from "../../shared/observability/index.ts";
import { traced } from "../../shared/observability/tracing.ts";

interface Settings {
  readonly service: string;
  readonly townCode: string;
  /** Event type → names of queues; `QUEUES` is what stands before a name in its URL. */
  readonly routes: RelayRoutes;
}

/** Sends what a service has committed to whoever wants it; it knows neither the service nor its table. */
export function relay({ service, townCode, routes }: Settings) {
  const { QUEUES = "", TOWN = "" } = process.env;
  const urls = Object.entries(routes).map(([type, names]) => [type, names.map((name) => `${QUEUES}${name}`)]);
  const sqs = new SQSClient({});
  const observability = observe(service, TOWN);
  return traced([sqs], relayFor({ service, townCode, routes: Object.fromEntries(urls), sqs, observability }));
}
