import { setTimeout as pause } from "node:timers/promises";
import type { Message } from "@aws-sdk/client-sqs";
import { ChangeMessageVisibilityCommand } from "@aws-sdk/client-sqs";
import type { SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import type { Observability } from "../../shared/observability/index.ts";
import type { Counter } from "./counter.ts";
import type { Queues } from "./queues.ts";
import { Signal } from "./signal.ts";

export interface PumpSettings {
  readonly queue: string;
  readonly queues: Queues;
  readonly counter: Counter;
  readonly react: (event: SQSEvent) => Promise<SQSBatchResponse>;
  readonly observability: Observability;
  /** These messages were consumed; settles when that will be remembered. */
  readonly onConsumed: (bodies: readonly string[]) => Promise<void>;
  /** A message was given up and is now a dead letter. */
  readonly onDead: () => void;
  /** A message is dead after so many attempts. */
  readonly attempts: number;
  /** Milliseconds to the first repetition of what failed; three times as long to each that follows. */
  readonly retryDelay: number;
}

/** Every message sent wakes the pump; this is for messages that others send, and for those that become visible again. */
const idle = 2000;
const invocationsAtOnce = 4;

/**
 * Lambda's event source mapping from a queue to the reactions. A batch of ten at most is answered for before the next is
 * taken: after `kill -9` no aggregate sees more of it again than it remembers commands.
 */
export class QueuePump {
  readonly #settings: PumpSettings;
  readonly #wake = new Signal();
  readonly #retries = new Set<NodeJS.Timeout>();
  #givenUp = false;
  #running = true;
  #loop: Promise<void> = Promise.resolve();

  constructor(settings: PumpSettings) {
    this.#settings = settings;
  }

  start(): void {
    this.#loop = this.#run();
  }

  wake(): void {
    this.#wake.wake();
  }

  async stop(): Promise<void> {
    this.#running = false;
    this.#wake.wake();
    for (const retry of this.#retries) clearTimeout(retry);
    await this.#loop;
  }

  async #run(): Promise<void> {
    const { queue, queues, counter, observability } = this.#settings;
    while (this.#running) {
      try {
        await counter.letPeopleFirst();
        const messages = await queues.receive(queue);
        if (this.#givenUp) this.#settings.onDead();
        this.#givenUp = false;
        if (messages.length === 0) await this.#wake.wait(idle);
        else await this.#consume(messages);
      } catch (error) {
        observability.error("queue interrupted", error, { queue });
        if (this.#running) await pause(250);
      }
    }
  }

  async #consume(messages: readonly Message[]): Promise<void> {
    const { queue, queues, react } = this.#settings;
    const invocations = apart(messages).map((some) => react({ Records: some.map((one) => recordOf(one, queue)) }));
    const answers = await Promise.all(invocations);
    const failures = answers.flatMap(({ batchItemFailures }) => batchItemFailures);
    const failed = new Set(failures.map(({ itemIdentifier }) => itemIdentifier));
    const isFailed = ({ MessageId = "" }: Message) => failed.has(MessageId);
    const done = messages.filter((message) => !isFailed(message));
    await queues.remove(queue, done);
    await this.#settings.onConsumed(done.map(({ Body }) => Body ?? ""));
    for (const message of messages.filter(isFailed)) this.#showAgain(message);
  }

  /** Lambda would wait for the visibility to end; here the same message is shown again sooner, and its group waits. */
  #showAgain({ ReceiptHandle, Attributes }: Message): void {
    const { queue, queues, retryDelay, attempts } = this.#settings;
    const attempt = Number(Attributes?.ApproximateReceiveCount ?? 1);
    const isLast = attempt >= attempts;
    const show = async () => {
      this.#retries.delete(timer);
      const QueueUrl = queues.urlOf(queue);
      const again = new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 });
      await queues.client.send(again).catch(() => undefined);
      if (isLast) this.#givenUp = true;
      this.#wake.wake();
    };
    const timer = setTimeout(show, isLast ? 0 : retryDelay * 3 ** (attempt - 1));
    this.#retries.add(timer);
  }
}

/** As Lambda does, several invocations at once, each with message groups of its own. */
function apart(messages: readonly Message[]): readonly (readonly Message[])[] {
  const groups = [...Map.groupBy(messages, ({ Attributes }) => Attributes?.MessageGroupId).values()];
  return Array.from({ length: Math.min(invocationsAtOnce, groups.length) }, (_, hand) =>
    groups.filter((_group, place) => place % invocationsAtOnce === hand).flat(),
  );
}

function recordOf({ MessageId, ReceiptHandle, Body, MD5OfBody, Attributes }: Message, queue: string): SQSRecord {
  return {
    messageId: MessageId ?? "",
    receiptHandle: ReceiptHandle ?? "",
    body: Body ?? "",
    md5OfBody: MD5OfBody ?? "",
    attributes: {
      ...Attributes,
      ApproximateReceiveCount: Attributes?.ApproximateReceiveCount ?? "1",
      SentTimestamp: Attributes?.SentTimestamp ?? "",
      SenderId: Attributes?.SenderId ?? "",
      ApproximateFirstReceiveTimestamp: Attributes?.ApproximateFirstReceiveTimestamp ?? "",
    },
    messageAttributes: {},
    eventSource: "aws:sqs",
    eventSourceARN: `arn:aws:sqs:local:000000000000:${queue}`,
    awsRegion: "local",
  };
}
