import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { SendMessageBatchCommand, type SendMessageBatchRequestEntry, type SQSClient } from "@aws-sdk/client-sqs";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";
import type { Observability } from "../observability/index.ts";
import { sha256 } from "../store/chain.ts";
import { isStoredEvent, type StoredEvent } from "../store/items.ts";
import { unpacked } from "../store/packing.ts";
import type { CloudEvent } from "./cloud-event.ts";
import { toCloudEvent } from "./envelope.ts";

/** Which queues want an event: by exact type, or by `prefix.*`. */
export type RelayRoutes = Readonly<Record<string, readonly string[]>>;

export interface RelaySettings {
  readonly service: string;
  readonly townCode: string;
  readonly routes: RelayRoutes;
  readonly sqs: SQSClient;
  readonly observability: Observability;
}

/** What one request to SQS may hold; the bytes stay well below what it takes. */
const batchLimits = { messages: 10, bytes: 256 * 1024 };

/**
 * The Lambda handler of a table's stream: every committed event goes to each queue that wants its type, in order,
 * message group = aggregate, deduplicated by event id. Stops at the first record that could not be sent whole, so that
 * nothing overtakes it.
 */
export function relayFor({ service, townCode, routes, sqs, observability }: RelaySettings) {
  return async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const outgoing = event.Records.flatMap((record) => {
      const stored = storedEventOf(record);
      if (stored === undefined) return [];
      const message = toCloudEvent(stored, service, townCode);
      const sequence = record.dynamodb?.SequenceNumber ?? "";
      return queuesFor(routes, stored.type).map((queue) => ({ queue, message, sequence }));
    });
    const failed: string[] = [];
    for (const [queue, messages] of Map.groupBy(outgoing, ({ queue }) => queue)) {
      for (const batch of batches(messages)) {
        const unsent = await send(
          sqs,
          queue,
          batch.map(({ message }) => message),
          observability,
        );
        const first = batch[Math.min(...unsent)];
        if (first === undefined) continue;
        failed.push(first.sequence);
        break;
      }
    }
    observability.count("EventsRelayed", outgoing.length);
    observability.flush();
    const order = event.Records.map((record) => record.dynamodb?.SequenceNumber ?? "");
    const earliest = order.find((sequence) => failed.includes(sequence));
    return { batchItemFailures: earliest === undefined ? [] : [{ itemIdentifier: earliest }] };
  };
}

/** Cuts what goes to one queue into requests. No group is twice in one: SQS may refuse a message and take the next. */
function* batches<M extends { readonly message: CloudEvent }>(messages: readonly M[]): Generator<readonly M[]> {
  let batch: M[] = [];
  let bytes = 0;
  for (const one of messages) {
    const size = Buffer.byteLength(JSON.stringify(one.message));
    const full = batch.length === batchLimits.messages || bytes + size > batchLimits.bytes;
    if (batch.length > 0 && (full || batch.some(({ message }) => message.subject === one.message.subject))) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(one);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}

export function queuesFor(routes: RelayRoutes, type: string): readonly string[] {
  return [...new Set(Object.entries(routes).flatMap(([wanted, queues]) => (wants(wanted, type) ? queues : [])))];
}

/** `permits.application.*` wants every type below that prefix; anything else wants exactly itself. */
export const wants = (wanted: string, type: string) =>
  wanted.endsWith(".*") ? type.startsWith(wanted.slice(0, -1)) : wanted === type;

/** The event a record of the stream brings; undefined for anything else that was written. */
export function storedEventOf({ eventName, dynamodb }: DynamoDBRecord): StoredEvent | undefined {
  if (eventName !== "INSERT" || dynamodb?.NewImage === undefined) return undefined;
  const item = unpacked(unmarshall(attributes(dynamodb.NewImage)));
  return isStoredEvent(item) ? item : undefined;
}

/** The two type packages name the same shape differently. */
function attributes(image: object): Record<string, AttributeValue> {
  const same = (_value: object): _value is Record<string, AttributeValue> => true;
  return same(image) ? image : {};
}

/** SQS refuses U+FFFE and U+FFFF, some of its kind all of 𠮷's plane too: these are spelled out as JSON allows. */
const plainJson = (message: CloudEvent) =>
  JSON.stringify(message).replace(
    /[\ud800-\udfff\ufffe\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/** @returns positions of the messages that were not accepted; empty: all were. */
async function send(sqs: SQSClient, queue: string, messages: readonly CloudEvent[], observability: Observability) {
  const entries: SendMessageBatchRequestEntry[] = messages.map((message, position) => ({
    Id: String(position),
    MessageBody: plainJson(message),
    MessageGroupId: sha256(message.subject).slice(0, 32),
    MessageDeduplicationId: sha256(`${message.source}|${message.id}`),
  }));
  try {
    const answer = await sqs.send(new SendMessageBatchCommand({ QueueUrl: queue, Entries: entries }));
    return (answer.Failed ?? []).map(({ Id }) => Number(Id));
  } catch (error) {
    observability.error("events not sent", error, { queue, messages: messages.length });
    return [0];
  }
}
