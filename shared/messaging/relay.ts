import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";
import type { Observability } from "../observability/index.ts";
import { sha256 } from "../store/chain.ts";
import { isStoredEvent, type StoredEvent } from "../store/items.ts";
import { unpacked } from "../store/packing.ts";
import type { CloudEvent } from "./cloud-event.ts";
import { toCloudEvent } from "./envelope.ts";

/** Which queues want an event, by its exact type. */
export type RelayRoutes = Readonly<Record<string, readonly string[]>>;

/** An event on its way: messages of one group keep their order, and one with a known deduplication id is sent once. */
export interface Outgoing {
  readonly type: string;
  readonly body: string;
  readonly group: string;
  readonly deduplicationId: string;
}

/** Sends up to ten messages at once. @returns the positions of those that were not accepted; empty: all were */
export type Send = (messages: readonly Outgoing[]) => Promise<readonly number[]>;

export interface RelaySettings {
  readonly service: string;
  readonly townCode: string;
  /** The exact types that leave the house; any other stays. */
  readonly types: Iterable<string>;
  readonly send: Send;
  readonly observability: Observability;
}

/** What one request may hold; the bytes stay below the 256 KB that SNS takes, attributes included. */
const batchLimits = { messages: 10, bytes: 240 * 1024 };

/**
 * The Lambda handler of a table's stream: every committed event of a type that leaves the house is sent once, in order,
 * message group = aggregate, deduplicated by event id. It stops at the first record that was not sent, so that no later
 * one overtakes it. Where it goes from there is the matter of the topic: one destination does not hold up another.
 */
export function relayFor({ service, townCode, types, send, observability }: RelaySettings) {
  const leaving = new Set(types);
  return async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const outgoing = event.Records.flatMap((record) => {
      const stored = storedEventOf(record);
      if (stored === undefined || !leaving.has(stored.type)) return [];
      const sequence = record.dynamodb?.SequenceNumber ?? "";
      return [{ message: outgoingOf(toCloudEvent(stored, service, townCode)), sequence }];
    });
    let unsent: string | undefined;
    let relayed = 0;
    for (const batch of batches(outgoing)) {
      const refused = await attempt(send, batch, observability);
      const first = batch[Math.min(...refused)];
      relayed += batch.length - refused.length;
      if (first === undefined) continue;
      unsent = first.sequence;
      break;
    }
    if (relayed > 0) observability.count("EventsRelayed", relayed);
    observability.flush();
    return { batchItemFailures: unsent === undefined ? [] : [{ itemIdentifier: unsent }] };
  };
}

interface Waiting {
  readonly message: Outgoing;
  readonly sequence: string;
}

/** Cuts messages into requests. No group is twice in one: a request may fail for one message and succeed for the next. */
function* batches(messages: readonly Waiting[]): Generator<readonly Waiting[]> {
  let batch: Waiting[] = [];
  let bytes = 0;
  for (const one of messages) {
    const size = Buffer.byteLength(one.message.body) + Buffer.byteLength(one.message.type) + 64;
    const full = batch.length === batchLimits.messages || bytes + size > batchLimits.bytes;
    if (batch.length > 0 && (full || batch.some(({ message }) => message.group === one.message.group))) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(one);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}

/** A request that fails whole is as if its first message had been refused. */
async function attempt(send: Send, batch: readonly Waiting[], observability: Observability) {
  try {
    const refused = await send(batch.map(({ message }) => message));
    if (refused.length > 0) observability.warn("events refused", { refused: refused.length, of: batch.length });
    return refused;
  } catch (error) {
    observability.error("events not sent", error, { messages: batch.length });
    return batch.map((_one, position) => position);
  }
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

const outgoingOf = (event: CloudEvent): Outgoing => ({
  type: event.type,
  body: plainJson(event),
  group: sha256(event.subject).slice(0, 32),
  deduplicationId: sha256(`${event.source}|${event.id}`),
});

/** SQS refuses U+FFFE and U+FFFF, some of its kind all of 𠮷's plane too: these are spelled out as JSON allows. */
const plainJson = (message: CloudEvent) =>
  JSON.stringify(message).replace(
    /[\ud800-\udfff\ufffe\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
