import { setTimeout as pause } from "node:timers/promises";
import type { SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import type { Observability } from "../../shared/observability/index.ts";
import type { Counter } from "./counter.ts";
import type { HouseQueue, Taken } from "./house-queue.ts";
import type { MessageEnd, TownLog } from "./ops/town-log.ts";
import { Signal } from "./signal.ts";

export interface PumpSettings {
  readonly name: string;
  readonly queue: HouseQueue;
  readonly counter: Counter;
  readonly react: (event: SQSEvent) => Promise<SQSBatchResponse>;
  /** Why the consumer could not do with a message, if it has said so; asked once. */
  readonly reasonOf: (messageId: string) => string | undefined;
  readonly log: Pick<TownLog, "message">;
  readonly observability: Observability;
  /** These messages were consumed; settles when that will be remembered. */
  readonly onConsumed: (messages: readonly Taken[]) => Promise<void>;
  /** A message was given up and is now a dead letter. */
  readonly onDead: () => void;
  /** Whether data can be written at all. While they cannot, no failure is a message's own. */
  readonly isDataWell: () => Promise<boolean>;
  /** Milliseconds to the first repetition of what failed; three times as long to each that follows. */
  readonly retryDelay: number;
}

/** Every message sent or shown again wakes the pump; this is for a wake-up that was missed. */
const idle = 2000;
const invocationsAtOnce = 4;
/** While no data can be written, a message is shown again after so many times the first delay, as often as it takes. */
const outage = 5;

/**
 * Lambda's event source mapping from a queue to the reactions. A batch of ten at most is answered for before the next is
 * taken: after `kill -9` no aggregate sees more of it again than it remembers commands.
 */
export class QueuePump {
  readonly #settings: PumpSettings;
  readonly #wake = new Signal();
  readonly #retries = new Set<NodeJS.Timeout>();
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
    const { name, queue, counter, observability } = this.#settings;
    while (this.#running) {
      try {
        await counter.letPeopleFirst();
        const messages = queue.take();
        if (messages.length === 0) await this.#wake.wait(idle);
        else await this.#consume(messages);
      } catch (error) {
        observability.error("queue interrupted", error, { queue: name });
        if (this.#running) await pause(250);
      }
    }
  }

  async #consume(messages: readonly Taken[]): Promise<void> {
    const { queue, onConsumed } = this.#settings;
    const failed = await this.#react(messages);
    const isFailed = ({ id }: Taken) => failed.has(id);
    const done = messages.filter((message) => !isFailed(message));
    queue.remove(done);
    for (const message of done) this.#tell(message, "consumed");
    const back = messages.filter(isFailed);
    const isOut = back.length > 0 && !(await this.#settings.isDataWell());
    for (const message of back) this.#putBackLater(message, isOut);
    await onConsumed(done);
  }

  /** @returns the ids of the messages that failed */
  async #react(messages: readonly Taken[]): Promise<ReadonlySet<string>> {
    const failed = await Promise.all(apart(messages).map((some) => this.#invoke(some)));
    return new Set(failed.flat());
  }

  /** An invocation that ends with an exception has failed for all its messages. */
  async #invoke(messages: readonly Taken[]): Promise<readonly string[]> {
    const { name, react, observability } = this.#settings;
    try {
      const { batchItemFailures } = await react({ Records: messages.map((one) => recordOf(one, name)) });
      return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
    } catch (error) {
      observability.error("reactions failed", error, { queue: name });
      return messages.map(({ id }) => id);
    }
  }

  #tell({ body, type, attempt }: Taken, outcome: MessageEnd["outcome"], reason?: string): void {
    const { name: queue, log } = this.#settings;
    log.message({ queue, body, type, attempt, outcome, ...(reason === undefined ? {} : { reason }) });
  }

  /** Lambda would wait for the visibility to end; here the same message is shown again sooner, and its group waits. */
  #putBackLater(message: Taken, isOut: boolean): void {
    const { queue, retryDelay, onDead, reasonOf } = this.#settings;
    const reason = reasonOf(message.id);
    if (!isOut && queue.isLast(message)) {
      this.#tell(message, "dead", reason);
      queue.putBack(message, reason);
      onDead();
      return;
    }
    this.#tell(message, "failed", reason);
    const show = () => {
      this.#retries.delete(timer);
      queue.putBack(isOut ? { ...message, attempt: message.attempt - 1 } : message);
      this.#wake.wake();
    };
    const timer = setTimeout(show, retryDelay * (isOut ? outage : 3 ** (message.attempt - 1)));
    this.#retries.add(timer);
  }
}

/** As Lambda does, several invocations at once. A queue hands out one message of a group at a time. */
function apart(messages: readonly Taken[]): readonly (readonly Taken[])[] {
  return Array.from({ length: Math.min(invocationsAtOnce, messages.length) }, (_, hand) =>
    messages.filter((_message, place) => place % invocationsAtOnce === hand),
  );
}

function recordOf({ id, body, group, deduplicationId, attempt }: Taken, queue: string): SQSRecord {
  return {
    messageId: id,
    receiptHandle: id,
    body,
    md5OfBody: "",
    attributes: {
      MessageGroupId: group,
      MessageDeduplicationId: deduplicationId,
      ApproximateReceiveCount: String(attempt),
      SentTimestamp: "",
      SenderId: "",
      ApproximateFirstReceiveTimestamp: "",
    },
    messageAttributes: {},
    eventSource: "aws:sqs",
    eventSourceARN: `arn:aws:sqs:local:000000000000:${queue}`,
    awsRegion: "local",
  };
}
