import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from "@aws-sdk/client-sqs";

/** So long a message is out of sight while others are looked through. */
const hidden = 30;

/**
 * Takes one message out of a FIFO queue, by its deduplication id; all others stay, in their order.
 * @returns whether there was such a one
 */
export async function takeOut(sqs: SQSClient, queue: string, deduplicationId: string): Promise<boolean> {
  const seen: Message[] = [];
  try {
    for (;;) {
      const messages = await receive(sqs, queue);
      if (messages.length === 0) return false;
      for (const message of messages) {
        if (message.Attributes?.MessageDeduplicationId !== deduplicationId) seen.push(message);
        else await sqs.send(new DeleteMessageCommand({ QueueUrl: queue, ReceiptHandle: message.ReceiptHandle }));
      }
      if (messages.some(({ Attributes }) => Attributes?.MessageDeduplicationId === deduplicationId)) return true;
    }
  } finally {
    await giveBack(sqs, queue, seen);
  }
}

/** The messages of a queue, each once; they stay in it. */
export async function lookThrough(sqs: SQSClient, queue: string, most: number): Promise<readonly Message[]> {
  const seen: Message[] = [];
  try {
    while (seen.length < most) {
      const messages = await receive(sqs, queue);
      if (messages.length === 0) break;
      seen.push(...messages);
    }
    return seen;
  } finally {
    await giveBack(sqs, queue, seen);
  }
}

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
