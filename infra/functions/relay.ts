import { SNSClient } from "@aws-sdk/client-sns";
import { relayFor } from "../../shared/messaging/relay.ts";
import { toTopic } from "../../shared/messaging/to-topic.ts";
import { observe } from "../../shared/observability/index.ts";
import { traced } from "../../shared/observability/tracing.ts";

/** What a relay is told. */
export interface RelaySettings {
  readonly service: string;
  readonly townCode: string;
  /** The exact types that leave the house. */
  readonly types: readonly string[];
}

/** Publishes what a service has committed to its topic; it knows neither the service, nor its table, nor any queue. */
export function relay({ service, townCode, types }: RelaySettings) {
  const { TOPIC_ARN = "", TOWN = "" } = process.env;
  const sns = new SNSClient({});
  const observability = observe(service, TOWN);
  return traced([sns], relayFor({ service, townCode, types, send: toTopic(sns, TOPIC_ARN), observability }));
}
