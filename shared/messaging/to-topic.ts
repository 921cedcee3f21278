import { PublishBatchCommand, type SNSClient } from "@aws-sdk/client-sns";
import type { Send } from "./relay.ts";

/** The message attribute by which subscriptions of a topic choose. */
export const typeAttribute = "type";

/** Sends to a FIFO topic, which hands each message to every queue that wants its type. */
export const toTopic =
  (sns: SNSClient, topicArn: string): Send =>
  async (messages) => {
    const answer = await sns.send(
      new PublishBatchCommand({
        TopicArn: topicArn,
        PublishBatchRequestEntries: messages.map(({ type, body, group, deduplicationId }, position) => ({
          Id: String(position),
          Message: body,
          MessageGroupId: group,
          MessageDeduplicationId: deduplicationId,
          MessageAttributes: { [typeAttribute]: { DataType: "String", StringValue: type } },
        })),
      }),
    );
    return (answer.Failed ?? []).map(({ Id }) => Number(Id));
  };
