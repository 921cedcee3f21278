import { SendMessageBatchCommand, type SQSClient } from "@aws-sdk/client-sqs";
import type { Send } from "./relay.ts";

/** Sends to one FIFO queue. */
export const toQueue =
  (sqs: SQSClient, queueUrl: string): Send =>
  async (messages) => {
    const Entries = messages.map(({ body, group, deduplicationId }, position) => ({
      Id: String(position),
      MessageBody: body,
      MessageGroupId: group,
      MessageDeduplicationId: deduplicationId,
    }));
    const answer = await sqs.send(new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
    return (answer.Failed ?? []).map(({ Id }) => Number(Id));
  };
