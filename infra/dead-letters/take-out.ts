import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from "@aws-sdk/client-sqs";

/** So long a message is out of sight while others are looked through. */
const hidden = 30;

/** How messages are taken out of a FIFO queue. */
interface Taking {
  readonly isMeant: (message: Message) => boolean;
  /** What is done with each before it is gone. Where it fails, the message stays. */
  readonly before?: (message: Message) => Promise<void>;
  /** So many others are looked through. */
  readonly most: number;
}

/**
 * Takes messages out of a FIFO queue; all others stay, in their order. Who takes one holds it: nobody else sees it meanwhile, so
 * of two who mean the same one alone has it.
 * @returns how many
 */
export async function takeOut(sqs: SQSClient, queue: string, { isMeant, before, most }: Taking): Promise<number> {
  const held = new Map<string, Message>();
  let taken = 0;
  try {
    while (held.size < most) {
      const messages = (await receive(sqs, queue)).filter((one) => !held.has(deduplicationOf(one)));
      if (messages.length === 0) break;
      for (const message of messages) held.set(deduplicationOf(message), message);
      for (const message of messages.filter(isMeant)) {
        await before?.(message);
        await sqs.send(new DeleteMessageCommand({ QueueUrl: queue, ReceiptHandle: message.ReceiptHandle }));
        held.delete(deduplicationOf(message));
        taken += 1;
      }
    }
    return taken;
  } finally {
    await giveBack(sqs, queue, [...held.values()]);
  }
}

/** The messages of a queue, each once; they stay in it. */
export async function lookThrough(sqs: SQSClient, queue: string, most: number): Promise<readonly Message[]> {
  const seen: Message[] = [];
  const isMeant = (message: Message) => {
    seen.push(message);
    return false;
  };
  await takeOut(sqs, queue, { isMeant, most });
  return seen;
}

export const deduplicationOf = ({ Attributes }: Message): string => Attributes?.MessageDeduplicationId ?? "";

async function receive(sqs: SQSClient, queue: string): Promise<readonly Message[]> {
  const answer = await sqs.send(
    new ReceiveMessageCommand({
      QueueUrl: queue,
      MaxNumberOfMessages: 10,
      VisibilityTimeout: hidden,
      WaitTimeSeconds: 1,
      MessageSystemAttributeNames: ["All"],
    }),
  );
  return answer.Messages ?? [];
}

/** Shows messages again, ten at a time. */
async function giveBack(sqs: SQSClient, queue: string, messages: readonly Message[]): Promise<void> {
  for (let from = 0; from < messages.length; from += 10) {
    const Entries = messages.slice(from, from + 10).map(({ ReceiptHandle }, place) => ({
      Id: String(place),
      ReceiptHandle,
      VisibilityTimeout: 0,
    }));
    await sqs.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl: queue, Entries }));
  }
}
