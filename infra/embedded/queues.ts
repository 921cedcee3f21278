import {
  CreateQueueCommand,
  DeleteMessageBatchCommand,
  type Message,
  ReceiveMessageCommand,
  SQSClient,
} from "@aws-sdk/client-sqs";
import * as z from "zod";
import { deadLetterName } from "../../shared/service/index.ts";
import type { Destination } from "./destinations.ts";
import { localClient } from "./environment.ts";

/** How full a queue is, and how many of its messages are dead. */
export interface QueueState {
  readonly name: string;
  readonly url: string;
  readonly waiting: number;
  readonly inFlight: number;
  readonly dead: number;
}

/** An answer of SQS. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Queues {
  /** For this process alone. */
  readonly client: SQSClient;
  /** Asks what SQS answers to an action (`AmazonSQS.ReceiveMessage`) with a body of JSON. */
  ask(action: string, body: string): Promise<Reply>;
  urlOf(name: string): string;
  /** A queue's URL behind the endpoint. */
  pathOf(name: string): string;
  create(destination: Destination): Promise<void>;
  states(): Promise<readonly QueueState[]>;
  /** Ids of the events that wait, are in flight, or are dead in this queue. */
  eventsIn(name: string): Promise<ReadonlySet<string>>;
  receive(name: string): Promise<readonly Message[]>;
  remove(name: string, messages: readonly Message[]): Promise<void>;
  /** `listener` hears the queue's name whenever somebody deletes from it. */
  onDelete(listener: (queue: string) => void): void;
  stop(): Promise<void>;
}

const counted = z.array(
  z.object({ name: z.string(), approximateMessageCount: z.number(), approximateInflightCount: z.number() }),
);
const body = z.object({ body: z.string() });
const inspected = z.object({
  messages: z.object({ ready: z.array(body), delayed: z.array(body), inflight: z.array(z.object({ message: body })) }),
});
const asked = z.object({ QueueUrl: z.string() });
const event = z.object({ source: z.string(), id: z.string() });
const account = "000000000000";

/** SQS on this machine, in memory and in this process: it listens on no port. */
export async function startQueues(region: string): Promise<Queues> {
  const { buildApp } = await import("fauxqs");
  const app = buildApp({ logger: false, defaultRegion: region });
  const listeners: ((queue: string) => void)[] = [];
  app.addHook("onResponse", async ({ headers, body: content }) => {
    if (!/\.(DeleteMessage|PurgeQueue)/.test(String(headers["x-amz-target"]))) return;
    const queue = asked.safeParse(content).data?.QueueUrl.split("/").at(-1);
    if (queue !== undefined) for (const listener of listeners) listener(queue);
  });
  const ask = async (action: string, payload: string): Promise<Reply> => {
    const headers = { "content-type": "application/x-amz-json-1.0", "x-amz-target": action, host: insideHost };
    const {
      statusCode,
      body: text,
      headers: answered,
    } = await app.inject({ method: "POST", url: "/", headers, payload });
    return { status: statusCode, headers: textsIn(answered), body: text };
  };
  const client = new SQSClient({ ...localClient(inside, region), requestHandler: asking(ask) });
  const pathOf = (name: string) => `/${account}/${name}`;
  const urlOf = (name: string) => `${inside}${pathOf(name)}`;
  const look = async (path: string) => (await app.inject({ method: "GET", url: path })).json();

  return {
    client,
    ask,
    pathOf,
    urlOf,
    async create({ queue, attempts, visibilitySeconds }) {
      const fifo = { FifoQueue: "true", DeduplicationScope: "messageGroup", FifoThroughputLimit: "perMessageGroupId" };
      const dead = deadLetterName(queue);
      await client.send(new CreateQueueCommand({ QueueName: dead, Attributes: fifo }));
      const deadLetterTargetArn = `arn:aws:sqs:${region}:${account}:${dead}`;
      const Attributes = {
        ...fifo,
        VisibilityTimeout: String(visibilitySeconds),
        RedrivePolicy: JSON.stringify({ deadLetterTargetArn, maxReceiveCount: attempts }),
      };
      await client.send(new CreateQueueCommand({ QueueName: queue, Attributes }));
    },
    async states() {
      const all = counted.parse(await look("/_fauxqs/queues"));
      const dead = new Map(all.map((one) => [one.name, one.approximateMessageCount + one.approximateInflightCount]));
      return all
        .filter(({ name }) => dead.has(deadLetterName(name)) && deadLetterName(name) !== name)
        .map(({ name, approximateMessageCount: waiting, approximateInflightCount: inFlight }) => ({
          name,
          url: urlOf(name),
          waiting,
          inFlight,
          dead: dead.get(deadLetterName(name)) ?? 0,
        }));
    },
    async eventsIn(name) {
      const { ready, delayed, inflight } = inspected.parse(await look(`/_fauxqs/queues/${name}`)).messages;
      const messages = [...ready, ...delayed, ...inflight.map(({ message }) => message)];
      return new Set(messages.flatMap((message) => eventKey(message.body) ?? []));
    },
    async receive(name) {
      const answer = await client.send(
        new ReceiveMessageCommand({
          QueueUrl: urlOf(name),
          MaxNumberOfMessages: 10,
          MessageSystemAttributeNames: ["All"],
        }),
      );
      return answer.Messages ?? [];
    },
    async remove(name, messages) {
      const Entries = messages.map(({ ReceiptHandle }, position) => ({ Id: String(position), ReceiptHandle }));
      if (Entries.length > 0) await client.send(new DeleteMessageBatchCommand({ QueueUrl: urlOf(name), Entries }));
    },
    onDelete: (listener) => void listeners.push(listener),
    async stop() {
      client.destroy();
      await app.close();
    },
  };
}

/** What tells one event from all others, from the body of its message; undefined: it is not one of ours. */
export function eventKey(text: string): string | undefined {
  try {
    const { source, id } = event.parse(JSON.parse(text));
    return keyOf(source, id);
  } catch {
    return undefined;
  }
}

export const keyOf = (source: string, id: string) => `${source}|${id}`;

/** A name that leads nowhere: the client of this process reaches the queues without a connection. */
const insideHost = "queues.invalid";
const inside = `http://${insideHost}`;

/** The SDK's way to the queues of this process: a call, not a connection. */
const asking = (ask: Queues["ask"]) => ({
  async handle({ headers, body: content }: { headers: Record<string, string>; body?: unknown }) {
    const target = headers["x-amz-target"] ?? headers["X-Amz-Target"] ?? "";
    const { status, headers: answered, body: text } = await ask(target, textIn(content));
    return { response: { statusCode: status, headers: answered, body: Buffer.from(text) } };
  },
  updateHttpClientConfig: () => undefined,
  httpHandlerConfigs: () => ({}),
});

const textIn = (content: unknown) =>
  content instanceof Uint8Array ? new TextDecoder().decode(content) : String(content ?? "");

const textsIn = (headers: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
