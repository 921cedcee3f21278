import { DeleteMessageCommand, GetQueueUrlCommand, ReceiveMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import * as z from "zod";
import type { RunningTown } from "../../infra/embedded/start.ts";
import { subscriberQueue } from "./embedded.ts";

const event = z.object({ type: z.string(), subject: z.string(), sequence: z.int() });

type Read = z.output<typeof event>;

/** Another department's system, with nothing but the usual SDK. */
export function departmentOf(town: RunningTown) {
  const { region } = town.town.profile.deployment;
  const [credentials] = town.queueKeys;
  const { queuesEndpoint: endpoint } = town;
  if (credentials === undefined || endpoint === undefined) throw new Error("no door for subscribers");
  const sqs = new SQSClient({ endpoint, region, credentials });
  let url: string | undefined;
  const receive = async () => {
    url ??= (await sqs.send(new GetQueueUrlCommand({ QueueName: subscriberQueue }))).QueueUrl;
    const QueueUrl = url;
    const asked = { QueueUrl, MaxNumberOfMessages: 10, VisibilityTimeout: 60 };
    const answer = await sqs.send(new ReceiveMessageCommand(asked));
    return (answer.Messages ?? []).map(({ Body = "", ReceiptHandle }) => ({
      ...event.parse(JSON.parse(Body)),
      remove: () => sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle })),
    }));
  };
  return {
    receive,
    /** Reads and deletes until it has what it waits for; the town holds some back. */
    async read(has: (seen: readonly Read[]) => boolean): Promise<readonly Read[]> {
      const seen: Read[] = [];
      while (!has(seen)) {
        const messages = await receive();
        if (messages.length === 0) await new Promise((resolve) => setTimeout(resolve, 50));
        for (const { remove: _remove, ...one } of messages) seen.push(one);
        await Promise.all(messages.map(({ remove }) => remove()));
      }
      return seen;
    },
    close: () => sqs.destroy(),
  };
}
