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
import { lookThrough, takeOut } from "./take-out.ts";

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
  readonly #queues: readonly string[];

  constructor(sqs: SQSClient, town: Pick<TownProfile, "slug" | "subscribers">, services: readonly Service[]) {
    this.#sqs = sqs;
    this.#queues = [
      ...services.filter(({ subscriptions }) => subscriptions.length > 0).map(({ name }) => queueName(town.slug, name)),
      ...town.subscribers.map(({ id }) => subscriberQueueName(town.slug, id)),
    ];
  }

  async list(): Promise<readonly CloudLetter[]> {
    const all = await Promise.all(
      this.#queues.map(async (queue) => (await this.#inside(queue)).map((one) => letterOf(queue, one))),
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

  /** Gives dead letters up for good. @param kept puts on record which, before it is gone @returns how many */
  async discard(which: Which, kept: (letter: CloudLetter) => Promise<void>): Promise<number> {
    return this.#each(which, (queue, message) => kept(letterOf(queue, message)));
  }

  async #each({ id, queue: only }: Which, act: (queue: string, message: Message) => Promise<void>): Promise<number> {
    let count = 0;
    for (const queue of this.#queues.filter((one) => only === undefined || one === only))
      for (const message of await this.#inside(queue)) {
        if (id !== undefined && letterOf(queue, message).id !== id) continue;
        await act(queue, message);
        const dead = await urlOf(this.#sqs, deadLetterName(queue));
        if (dead !== undefined && (await takeOut(this.#sqs, dead, deduplicationOf(message)))) count += 1;
      }
    return count;
  }

  async #inside(queue: string): Promise<readonly Message[]> {
    const url = await urlOf(this.#sqs, deadLetterName(queue));
    return url === undefined ? [] : lookThrough(this.#sqs, url, most);
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

const deduplicationOf = ({ Attributes }: Message) => Attributes?.MessageDeduplicationId ?? "";

function letterOf(queue: string, message: Message): CloudLetter {
  const { Body = "", Attributes = {} } = message;
  const sent = Attributes.SentTimestamp;
  return {
    id: deduplicationOf(message).slice(0, 12),
    queue,
    type: typeIn(Body),
    event: namesIn(Body).event,
    trace: namesIn(Body).trace,
    attempts: Number(Attributes.ApproximateReceiveCount ?? 0),
    since: sent === undefined ? undefined : new Date(Number(sent)).toISOString(),
  };
}
