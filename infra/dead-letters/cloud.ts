import {
  GetQueueUrlCommand,
  type Message,
  QueueDoesNotExist,
  SendMessageCommand,
  type SQSClient,
} from "@aws-sdk/client-sqs";
import { namesIn, typeIn } from "../../shared/messaging/names-in.ts";
import { deadLetterName, queueName, type Service, subscriberQueueName } from "../../shared/service/index.ts";
import type { TownProfile } from "../../shared/town/profile.ts";
import { attemptsOutside } from "./attempts.ts";
import { deduplicationOf, lookThrough, takeOut } from "./take-out.ts";

/** A dead letter in the cloud, without any content of its event. */
export interface CloudLetter {
  readonly id: string;
  readonly queue: string;
  readonly type: string;
  readonly event: string | undefined;
  readonly trace: string | undefined;
  readonly attempts: number;
  readonly since: string | undefined;
}

/** So many of one queue are shown. SQS hands out ten of one aggregate, the others when these are gone. */
const most = 200;

/** The dead letters of a town in the cloud: the same words as on one machine. Why one died is in the log of `reactions`, by its id. */
export class CloudDeadLetters {
  readonly #sqs: SQSClient;
  /** Queue → after how many attempts a message is dead. */
  readonly #queues: ReadonlyMap<string, number>;

  constructor(sqs: SQSClient, town: Pick<TownProfile, "slug" | "subscribers">, services: readonly Service[]) {
    this.#sqs = sqs;
    this.#queues = new Map([
      ...services
        .filter(({ subscriptions }) => subscriptions.length > 0)
        .map(({ name, attempts }) => [queueName(town.slug, name), attempts] as const),
      ...town.subscribers.map(({ id }) => [subscriberQueueName(town.slug, id), attemptsOutside] as const),
    ]);
  }

  async list(): Promise<readonly CloudLetter[]> {
    const all = await Promise.all(
      [...this.#queues.keys()].map(async (queue) => (await this.#inside(queue)).map((one) => this.#letter(queue, one))),
    );
    return all.flat();
  }

  /**
   * Puts dead letters back into their queue, under another deduplication id: SQS takes none again that it has had within five
   * minutes. The id follows from the letter, so one that is sent twice at once, or again after a run that was cut off, passes
   * once. A letter leaves when its queue has it. @returns how many
   */
  async sendAgain(which: Which): Promise<number> {
    return this.#each(which, async (queue, message) => {
      const { MessageGroupId, MessageDeduplicationId = "", SentTimestamp = "" } = message.Attributes ?? {};
      const again = `${MessageDeduplicationId.slice(0, 64)}-${Number(SentTimestamp).toString(36)}`;
      const QueueUrl = await urlOf(this.#sqs, queue);
      await this.#sqs.send(
        new SendMessageCommand({ QueueUrl, MessageBody: message.Body, MessageGroupId, MessageDeduplicationId: again }),
      );
    });
  }

  /** Gives dead letters up for good. @param begin puts on record which; to be ended once it is gone @returns how many */
  async discard(
    which: Which,
    begin: (letter: CloudLetter) => Promise<(gone: boolean) => Promise<void>>,
  ): Promise<number> {
    const begun: ((gone: boolean) => Promise<void>)[] = [];
    const count = await this.#each(which, async (queue, message) => {
      begun.push(await begin(this.#letter(queue, message)));
    });
    for (const end of begun) await end(true);
    return count;
  }

  async #each({ id, queue: only }: Which, act: (queue: string, message: Message) => Promise<void>): Promise<number> {
    let count = 0;
    for (const queue of [...this.#queues.keys()].filter((one) => only === undefined || one === only)) {
      const dead = await urlOf(this.#sqs, deadLetterName(queue));
      if (dead === undefined) continue;
      count += await takeOut(this.#sqs, dead, {
        isMeant: (message) => id === undefined || idOf(message) === id,
        before: (message) => act(queue, message),
        most,
      });
    }
    return count;
  }

  async #inside(queue: string): Promise<readonly Message[]> {
    const url = await urlOf(this.#sqs, deadLetterName(queue));
    return url === undefined ? [] : lookThrough(this.#sqs, url, most);
  }

  /** A queue counts each look at a dead letter too: it was tried as often as its queue allows. */
  #letter(queue: string, message: Message): CloudLetter {
    return letterOf(queue, message, this.#queues.get(queue) ?? 0);
  }
}

/** The address of a queue. Undefined: its stack is not there. */
export async function urlOf(sqs: SQSClient, name: string): Promise<string | undefined> {
  try {
    return (await sqs.send(new GetQueueUrlCommand({ QueueName: name }))).QueueUrl;
  } catch (error) {
    if (error instanceof QueueDoesNotExist) return undefined;
    throw error;
  }
}

/** One, those of a queue, or all. */
export interface Which {
  readonly id?: string | undefined;
  readonly queue?: string | undefined;
}

const idOf = (message: Message) => deduplicationOf(message).slice(0, 12);

function letterOf(queue: string, message: Message, attempts: number): CloudLetter {
  const { Body = "", Attributes = {} } = message;
  const sent = Attributes.SentTimestamp;
  return {
    id: idOf(message),
    queue,
    type: typeIn(Body),
    event: namesIn(Body).event,
    trace: namesIn(Body).trace,
    attempts,
    since: sent === undefined ? undefined : new Date(Number(sent)).toISOString(),
  };
}
