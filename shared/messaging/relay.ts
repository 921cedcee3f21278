import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";
import type { Observability } from "../observability/index.ts";
import { tellTrouble } from "../observability/trouble.ts";
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
      return [{ message: outgoingOf(stored, service, townCode), sequence }];
    });
    const messages = outgoing.map(({ message }) => message);
    const unsent = outgoing[await sendInOrder(messages, send, observability)];
    const behind = secondsBehind(event, Date.now());
    if (behind > behindFrom) tellTrouble(observability, "relay-behind", { of: service, behindSeconds: behind });
    observability.flush();
    return { batchItemFailures: unsent === undefined ? [] : [{ itemIdentifier: unsent.sequence }] };
  };
}

/** A relay that is so many seconds behind is trouble; the stream keeps its records for a day. */
const behindFrom = 5 * 60;

/** How long ago the oldest record of a batch was written, in whole seconds; 0: nobody says. */
function secondsBehind({ Records }: DynamoDBStreamEvent, now: number): number {
  const written = Records.flatMap(({ dynamodb }) => dynamodb?.ApproximateCreationDateTime ?? []);
  return written.length === 0 ? 0 : Math.floor(now / 1000 - Math.min(...written));
}

/** @returns how many messages were sent before the first one that was not; all that follow are to be sent again */
export async function sendInOrder(
  messages: readonly Outgoing[],
  send: Send,
  observability: Observability,
): Promise<number> {
  let sent = 0;
  for (const batch of batches(messages)) {
    const refused = await attempt(send, batch, observability);
    sent += Math.min(batch.length, ...refused);
    if (refused.length > 0) break;
  }
  return sent;
}

/** Cuts messages into requests. No group is twice in one: a request may fail for one message and succeed for the next. */
function* batches(messages: readonly Outgoing[]): Generator<readonly Outgoing[]> {
  let batch: Outgoing[] = [];
  let bytes = 0;
  for (const one of messages) {
    const size = Buffer.byteLength(one.body) + Buffer.byteLength(one.type) + 64;
    const full = batch.length === batchLimits.messages || bytes + size > batchLimits.bytes;
    if (batch.length > 0 && (full || batch.some(({ group }) => group === one.group))) {
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
async function attempt(send: Send, batch: readonly Outgoing[], observability: Observability) {
  try {
    const refused = await send(batch);
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

/** The event a record of the stream brings; undefined for anything else that was written, and for what came from another engine. */
export function storedEventOf({ eventName, dynamodb }: DynamoDBRecord): StoredEvent | undefined {
  if (eventName !== "INSERT" || dynamodb?.NewImage === undefined) return undefined;
  const item = unpacked(unmarshall(attributes(dynamodb.NewImage)));
  return isStoredEvent(item) && item.moved === undefined ? item : undefined;
}

/** The two type packages name the same shape differently. */
function attributes(image: object): Record<string, AttributeValue> {
  const same = (_value: object): _value is Record<string, AttributeValue> => true;
  return same(image) ? image : {};
}

/** A stored event as it leaves its service. */
export const outgoingOf = (event: StoredEvent, service: string, townCode: string): Outgoing =>
  messageOf(toCloudEvent(event, service, townCode));

/** A parked event for its consumer again, with the reason for which it was parked. Each time under another deduplication id. */
export function outgoingAgain(event: StoredEvent, service: string, townCode: string, parkedbefore: string): Outgoing {
  const message = messageOf({ ...toCloudEvent(event, service, townCode), parkedbefore });
  const time = Date.now().toString(36);
  return { ...message, deduplicationId: sha256(`${message.deduplicationId}|${parkedbefore}|${time}`) };
}

/** An event as a message: its group is its subject, and its source and id tell it from all others. */
export const messageOf = (event: CloudEvent): Outgoing => ({
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
