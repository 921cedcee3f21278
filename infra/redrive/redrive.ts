import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
} from "@aws-sdk/client-sqs";

export interface Redriven {
  /** How many messages the target has now. */
  readonly moved: number;
}

/**
 * Moves what waits in one FIFO queue to another, in the order of each group, under the group and deduplication id that
 * each message has. A message leaves the first queue when the second has it: a run that is cut off is run again, and what
 * was moved twice within five minutes is there once. SQS's own move task takes only dead letters of queues, not those of
 * a topic.
 * @throws what the target refuses; that message and those behind it stay where they are
 */
export async function redrive(
  sqs: SQSClient,
  from: string,
  to: string,
  each: () => void = () => undefined,
): Promise<Redriven> {
  let moved = 0;
  for (;;) {
    const messages = await receive(sqs, from);
    if (messages.length === 0) return { moved };
    for (const [place, message] of messages.entries()) {
      try {
        await move(sqs, from, to, message);
      } catch (error) {
        await giveBack(sqs, from, messages.slice(place));
        throw error;
      }
      moved += 1;
      each();
    }
  }
}

async function receive(sqs: SQSClient, queue: string): Promise<readonly Message[]> {
  const answer = await sqs.send(
    new ReceiveMessageCommand({
      QueueUrl: queue,
      MaxNumberOfMessages: 10,
      VisibilityTimeout: 60,
      // Without waiting, SQS may answer that there is nothing although there is
      WaitTimeSeconds: 1,
      MessageSystemAttributeNames: ["All"],
    }),
  );
  return answer.Messages ?? [];
}

async function move(sqs: SQSClient, from: string, to: string, { Body, Attributes, ReceiptHandle }: Message) {
  await sqs.send(
    new SendMessageCommand({
      QueueUrl: to,
      MessageBody: Body,
      MessageGroupId: Attributes?.MessageGroupId,
      MessageDeduplicationId: Attributes?.MessageDeduplicationId,
    }),
  );
  await sqs.send(new DeleteMessageCommand({ QueueUrl: from, ReceiptHandle }));
}

async function giveBack(sqs: SQSClient, queue: string, messages: readonly Message[]): Promise<void> {
  const Entries = messages.map(({ ReceiptHandle }, place) => ({
    Id: String(place),
    ReceiptHandle,
    VisibilityTimeout: 0,
  }));
  await sqs.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl: queue, Entries }));
}
