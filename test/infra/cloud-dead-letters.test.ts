import { CreateQueueCommand, GetQueueUrlCommand, ReceiveMessageCommand, SendMessageCommand } from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CloudDeadLetters } from "../../infra/dead-letters/cloud.ts";
import { SubscriberQueues } from "../../infra/embedded/subscriber-queues.ts";
import { testServices, testTown } from "../support/embedded.ts";

/** SQS in this process: what the commands of the cloud speak to. */
const queues = new SubscriberQueues([], "cn-north-1");
const queue = "guangtong-ledger-reactions.fifo";
const dead = "guangtong-ledger-reactions-dead.fifo";
let letters: CloudDeadLetters;

beforeAll(async () => {
  const sqs = await queues.client();
  const Attributes = {
    FifoQueue: "true",
    DeduplicationScope: "messageGroup",
    FifoThroughputLimit: "perMessageGroupId",
  };
  for (const QueueName of [queue, dead]) await sqs.send(new CreateQueueCommand({ QueueName, Attributes }));
  letters = new CloudDeadLetters(sqs, testTown.profile, testServices);
});
afterAll(() => queues.stop());

const urlOf = async (QueueName: string) =>
  (await (await queues.client()).send(new GetQueueUrlCommand({ QueueName }))).QueueUrl;

/** As SQS moves it there: with the group and the id that it had. */
async function dies(name: string): Promise<void> {
  const body = {
    specversion: "1.0",
    id: `tally/${name}/1`,
    source: "/towns/x/tally",
    type: "tally.tally.added",
    data: { amount: 1 },
  };
  const MessageDeduplicationId = name.padEnd(64, "0");
  const message = { MessageBody: JSON.stringify(body), MessageGroupId: `g-${name}`, MessageDeduplicationId };
  await (await queues.client()).send(new SendMessageCommand({ QueueUrl: await urlOf(dead), ...message }));
}

describe("dead letters in the cloud", () => {
  it("are listed, sent again one by one, and given up on record", { timeout: 60_000 }, async () => {
    for (const name of ["one", "two", "three"]) await dies(name);
    const found = await letters.list();
    expect(found.map(({ event }) => event).toSorted()).toEqual(["tally/one/1", "tally/three/1", "tally/two/1"]);
    expect(JSON.stringify(found)).not.toContain("amount");
    const idOf = (event: string) => found.find((one) => one.event === event)?.id;

    expect(await letters.sendAgain({ id: idOf("tally/one/1") })).toBe(1);
    const sqs = await queues.client();
    const back = await sqs.send(new ReceiveMessageCommand({ QueueUrl: await urlOf(queue), MaxNumberOfMessages: 10 }));
    expect(back.Messages?.map(({ Body }) => JSON.parse(Body ?? "").id)).toEqual(["tally/one/1"]);

    const kept: string[] = [];
    expect(await letters.discard({ id: idOf("tally/two/1") }, async ({ event }) => void kept.push(event ?? ""))).toBe(
      1,
    );
    expect(kept).toEqual(["tally/two/1"]);
    expect((await letters.list()).map(({ event }) => event)).toEqual(["tally/three/1"]);
    expect(await letters.sendAgain({ queue: "another" })).toBe(0);
    expect(await letters.sendAgain({ queue })).toBe(1);
    expect(await letters.list()).toEqual([]);
  });

  it("stay where they are while their record cannot be kept", async () => {
    await dies("four");
    const failing = letters.discard({}, () => Promise.reject(new Error("no table")));
    await expect(failing).rejects.toThrow("no table");
    expect((await letters.list()).map(({ event }) => event)).toEqual(["tally/four/1"]);
  });
});
