import type { Message, SQSClient } from "@aws-sdk/client-sqs";
import * as z from "zod";
import { typeIn } from "../../shared/messaging/names-in.ts";
import { deadLetterName } from "../../shared/service/index.ts";
import type { Destination } from "./destinations.ts";
import { localClient } from "./environment.ts";
import type { DeadLetter } from "./house-queue.ts";
import type { QueueState, TownQueue } from "./queues.ts";

/** An answer of SQS. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** SQS on this machine, in memory and in this process. It listens on no port. */
interface Emulator {
  readonly client: SQSClient;
  ask(action: string, body: string): Promise<Reply>;
  look(path: string): Promise<unknown>;
  stop(): Promise<void>;
}

const counted = z.object({ approximateMessageCount: z.number(), approximateInflightCount: z.number() });
const message = z.object({
  messageId: z.string(),
  body: z.string(),
  messageGroupId: z.string(),
  messageDeduplicationId: z.string(),
});
type Held = z.output<typeof message>;
const inspected = z.object({
  messages: z.object({
    ready: z.array(message),
    delayed: z.array(message),
    inflight: z.array(z.object({ message })),
  }),
});
const asked = z.object({ QueueUrl: z.string() });
const account = "000000000000";

/** The queues of other departments. The emulator is started by the first message or the first request. */
export class SubscriberQueues {
  readonly queues: ReadonlyMap<string, TownQueue>;
  readonly #destinations: readonly Destination[];
  readonly #region: string;
  readonly #listeners: ((queue: string) => void)[] = [];
  #started: Promise<Emulator> | undefined;

  constructor(destinations: readonly Destination[], region: string) {
    this.#destinations = destinations;
    this.#region = region;
    this.queues = new Map(destinations.map(({ queue, attempts }) => [queue, this.#queue(queue, attempts)]));
  }

  /** Asks what SQS answers to an action (`AmazonSQS.ReceiveMessage`) with a body of JSON. */
  async ask(action: string, body: string): Promise<Reply> {
    return (await this.#emulator()).ask(action, body);
  }

  /** For this process alone. */
  async client(): Promise<SQSClient> {
    return (await this.#emulator()).client;
  }

  urlOf(name: string): string {
    return `${inside}${this.pathOf(name)}`;
  }

  /** A queue's URL behind the endpoint. */
  pathOf(name: string): string {
    return `/${account}/${name}`;
  }

  /** `listener` hears the queue's name whenever somebody deletes from it. */
  onDelete(listener: (queue: string) => void): void {
    this.#listeners.push(listener);
  }

  async stop(): Promise<void> {
    await (await this.#started)?.stop();
  }

  #queue(name: string, attempts: number): TownQueue {
    return {
      send: async (messages) => {
        const { toQueue } = await import("../../shared/messaging/to-queue.ts");
        return toQueue(await this.client(), this.urlOf(name))(messages);
      },
      state: () => this.#stateOf(name),
      live: () => this.#idsIn(name),
      dead: () => this.#idsIn(deadLetterName(name)),
      deadLetters: async () => (await this.#heldIn(deadLetterName(name))).map((held) => letterOf(held, attempts)),
      discard: (deduplicationId) => this.#remove(deadLetterName(name), deduplicationId),
    };
  }

  async #stateOf(name: string): Promise<QueueState> {
    if (this.#started === undefined) return { name, waiting: 0, inFlight: 0, dead: 0 };
    const emulator = await this.#started;
    const count = async (queue: string) => {
      const all = z.array(counted.extend({ name: z.string() })).parse(await emulator.look("/_fauxqs/queues"));
      const found = all.find((one) => one.name === queue);
      return { waiting: found?.approximateMessageCount ?? 0, inFlight: found?.approximateInflightCount ?? 0 };
    };
    const dead = await count(deadLetterName(name));
    return { name, ...(await count(name)), dead: dead.waiting + dead.inFlight };
  }

  async #idsIn(queue: string): Promise<ReadonlySet<string>> {
    return new Set((await this.#heldIn(queue)).map((one) => one.messageDeduplicationId));
  }

  async #heldIn(queue: string): Promise<readonly Held[]> {
    if (this.#started === undefined) return [];
    const { look } = await this.#started;
    const { ready, delayed, inflight } = inspected.parse(await look(`/_fauxqs/queues/${queue}`)).messages;
    return [...ready, ...delayed, ...inflight.map((one) => one.message)];
  }

  /** Takes the messages in turn until the one is found; the others are shown again. */
  async #remove(queue: string, deduplicationId: string): Promise<boolean> {
    if (this.#started === undefined) return false;
    const { deduplicationOf, takeOut } = await import("../dead-letters/take-out.ts");
    const isMeant = (one: Message) => deduplicationOf(one) === deduplicationId;
    return (await takeOut(await this.client(), this.urlOf(queue), { isMeant, most: Infinity })) > 0;
  }

  #emulator(): Promise<Emulator> {
    this.#started ??= this.#start();
    return this.#started;
  }

  async #start(): Promise<Emulator> {
    const emulator = await startEmulator(this.#region, (queue) => {
      for (const listener of this.#listeners) listener(queue);
    });
    const { CreateQueueCommand } = await import("@aws-sdk/client-sqs");
    for (const { queue, attempts, visibilitySeconds } of this.#destinations) {
      const fifo = { FifoQueue: "true", DeduplicationScope: "messageGroup", FifoThroughputLimit: "perMessageGroupId" };
      const dead = deadLetterName(queue);
      await emulator.client.send(new CreateQueueCommand({ QueueName: dead, Attributes: fifo }));
      const deadLetterTargetArn = `arn:aws:sqs:${this.#region}:${account}:${dead}`;
      const Attributes = {
        ...fifo,
        VisibilityTimeout: String(visibilitySeconds),
        RedrivePolicy: JSON.stringify({ deadLetterTargetArn, maxReceiveCount: attempts }),
      };
      await emulator.client.send(new CreateQueueCommand({ QueueName: queue, Attributes }));
    }
    return emulator;
  }
}

/** The queue counts each look at a dead letter too: it was tried as often as its queue allows. */
const letterOf = ({ body, messageGroupId, messageDeduplicationId }: Held, attempts: number): DeadLetter => ({
  type: typeIn(body),
  body,
  group: messageGroupId,
  deduplicationId: messageDeduplicationId,
  attempts,
  reason: undefined,
  since: undefined,
});

async function startEmulator(region: string, onDelete: (queue: string) => void): Promise<Emulator> {
  const [{ buildApp }, { SQSClient }] = await Promise.all([import("fauxqs"), import("@aws-sdk/client-sqs")]);
  const app = buildApp({ logger: false, defaultRegion: region });
  app.addHook("onResponse", async ({ headers, body: content }) => {
    if (!/\.(DeleteMessage|PurgeQueue)/.test(String(headers["x-amz-target"]))) return;
    const queue = asked.safeParse(content).data?.QueueUrl.split("/").at(-1);
    if (queue !== undefined) onDelete(queue);
  });
  const ask = async (action: string, payload: string): Promise<Reply> => {
    const headers = { "content-type": "application/x-amz-json-1.0", "x-amz-target": action, host: insideHost };
    const { statusCode, body, headers: answered } = await app.inject({ method: "POST", url: "/", headers, payload });
    return { status: statusCode, headers: textsIn(answered), body };
  };
  const client = new SQSClient({ ...localClient(inside, region), requestHandler: asking(ask) });
  return {
    client,
    ask,
    look: async (path) => (await app.inject({ method: "GET", url: path })).json(),
    async stop() {
      client.destroy();
      await app.close();
    },
  };
}

/** A name that leads nowhere: the client of this process reaches the queues without a connection. */
const insideHost = "queues.invalid";
const inside = `http://${insideHost}`;

/** The SDK's way to the queues of this process: a call, not a connection. */
const asking = (ask: Emulator["ask"]) => ({
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
