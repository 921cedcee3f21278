import { GetQueueAttributesCommand, GetQueueUrlCommand, QueueDoesNotExist, type SQSClient } from "@aws-sdk/client-sqs";

/** How many messages a queue holds that nobody has taken, and how many are with somebody. */
export interface QueueFigures {
  readonly waiting: number;
  readonly inFlight: number;
}

/** Reads figures of queues by their names; an address is asked for once. */
export class QueueReader {
  readonly #sqs: SQSClient;
  readonly #urls = new Map<string, string>();

  constructor(sqs: SQSClient) {
    this.#sqs = sqs;
  }

  /** @returns undefined for a queue that is not there */
  async figures(name: string): Promise<QueueFigures | undefined> {
    const QueueUrl = await this.#urlOf(name);
    if (QueueUrl === undefined) return undefined;
    const { Attributes = {} } = await this.#sqs.send(
      new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...asked] }),
    );
    const [waiting, inFlight] = asked.map((name) => Number(Attributes[name] ?? 0));
    return { waiting: waiting ?? 0, inFlight: inFlight ?? 0 };
  }

  async #urlOf(name: string): Promise<string | undefined> {
    const known = this.#urls.get(name);
    if (known !== undefined) return known;
    try {
      const { QueueUrl } = await this.#sqs.send(new GetQueueUrlCommand({ QueueName: name }));
      if (QueueUrl !== undefined) this.#urls.set(name, QueueUrl);
      return QueueUrl;
    } catch (error) {
      if (error instanceof QueueDoesNotExist) return undefined;
      throw error;
    }
  }
}

const asked = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"] as const;
