import { CreateTopicCommand, SNSClient, SubscribeCommand } from "@aws-sdk/client-sns";
import {
  CreateQueueCommand,
  DeleteMessageBatchCommand,
  DeleteQueueCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SQSClient,
} from "@aws-sdk/client-sqs";
import { marshall } from "@aws-sdk/util-dynamodb";
import type { DynamoDBRecord } from "aws-lambda";
import { startFauxqs } from "fauxqs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { redrive } from "../../../infra/redrive/redrive.ts";
import { cloudEvent, type Outgoing, relayFor, type Send, wants } from "../../../shared/messaging/index.ts";
import { toQueue } from "../../../shared/messaging/to-queue.ts";
import { toTopic } from "../../../shared/messaging/to-topic.ts";
import { troubleWords } from "../../../shared/observability/trouble.ts";
import { digest, type Item, memoryTable, Store, type StoredEvent } from "../../../shared/store/index.ts";
import { packed } from "../../../shared/store/packing.ts";
import { keyed } from "../../support/keyed.ts";
import { type TallyCommand, tally } from "../../support/tally.ts";
import { aContext, listening } from "../../support/tally-town.ts";

let server: Awaited<ReturnType<typeof startFauxqs>>;
let sqs: SQSClient;
let sns: SNSClient;
beforeAll(async () => {
  server = await startFauxqs({ port: 0, logger: false });
  const access = {
    endpoint: server.address,
    region: "us-east-1",
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
    maxAttempts: 1,
  };
  sqs = new SQSClient(access);
  sns = new SNSClient(access);
});
afterAll(async () => {
  sqs.destroy();
  sns.destroy();
  await server.stop();
});

let serial = 0;
async function aQueue(name = "q") {
  serial += 1;
  const command = new CreateQueueCommand({ QueueName: `${name}${serial}.fifo`, Attributes: { FifoQueue: "true" } });
  return (await sqs.send(command)).QueueUrl ?? "";
}

/** A topic as the cloud's; `subscribe` gives it a queue that wants these types, by the filter of a subscription. */
async function aTopic() {
  serial += 1;
  const created = await sns.send(
    new CreateTopicCommand({ Name: `t${serial}.fifo`, Attributes: { FifoTopic: "true" } }),
  );
  const TopicArn = created.TopicArn ?? "";
  const subscribe = async (queue: string, ...wanted: (string | { prefix: string })[]) => {
    const { Attributes } = await sqs.send(
      new GetQueueAttributesCommand({ QueueUrl: queue, AttributeNames: ["QueueArn"] }),
    );
    const FilterPolicy = JSON.stringify({ type: wanted });
    await sns.send(
      new SubscribeCommand({
        TopicArn,
        Protocol: "sqs",
        Endpoint: Attributes?.QueueArn,
        Attributes: { RawMessageDelivery: "true", FilterPolicy },
      }),
    );
  };
  return { send: toTopic(sns, TopicArn), subscribe };
}

/** All that waits in a queue, in the order in which it is delivered. */
async function waiting(queue: string) {
  const received = [];
  for (;;) {
    const { Messages: messages = [] } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl: queue, MaxNumberOfMessages: 10, AttributeNames: ["All"] }),
    );
    if (messages.length === 0) return received;
    received.push(
      ...messages.map(({ Body, Attributes }) => ({
        event: cloudEvent.parse(JSON.parse(Body ?? "")),
        group: Attributes?.MessageGroupId,
      })),
    );
    const entries = messages.map(({ MessageId, ReceiptHandle }) => ({ Id: MessageId, ReceiptHandle }));
    await sqs.send(new DeleteMessageBatchCommand({ QueueUrl: queue, Entries: entries }));
  }
}

/** The events of tallies that were opened and added to, as they were stored. */
async function someEvents(
  ids: readonly string[],
  amounts: readonly number[] = [1],
  note?: string,
): Promise<StoredEvent[]> {
  const store = new Store(memoryTable("t"));
  const run = (id: string, command: TallyCommand, expects: "new" | "existing") =>
    store.execute({
      decider: tally,
      id,
      command,
      commandId: digest([id, command]),
      bodyDigest: "",
      expects,
      context: aContext(),
      traceparent: `00-${"ab".repeat(16)}-${"c".repeat(16)}-01`,
    });
  for (const id of ids) await run(id, { type: "create", book: "rice", holder: "李四" }, "new");
  for (const amount of amounts)
    for (const id of ids)
      await run(id, { type: "add", amounts: [amount], ...(note === undefined ? {} : { note }) }, "existing");
  const histories = await Promise.all(ids.map((id) => store.history(tally, id)));
  return [0, ...amounts].flatMap((_, place) => histories.flatMap((events) => events.slice(place, place + 1)));
}

const records = (items: readonly Item[], eventName: "INSERT" | "MODIFY" = "INSERT"): DynamoDBRecord[] =>
  items.map((item, place) => ({
    eventName,
    dynamodb: {
      SequenceNumber: `s${place}`,
      NewImage: Object(marshall(packed(item), { removeUndefinedValues: true })),
    },
  }));

const everything = ["tally.tally.opened", "tally.tally.added"];
const relay = (send: Send, types: readonly string[] = everything) => {
  const observability = listening();
  return {
    observability,
    run: relayFor({ service: "tally", townCode: "532302105000", types, send, observability }),
  };
};
/** Sends nowhere, and notes what was asked of it. */
function aSend(answer: (messages: readonly Outgoing[]) => readonly number[] = () => []) {
  const sent: (readonly Outgoing[])[] = [];
  const send: Send = async (messages) => {
    sent.push(messages);
    return answer(messages);
  };
  return { send, sent };
}
const idIn = ({ body }: Outgoing) => cloudEvent.parse(JSON.parse(body)).id;
const whole = { batchItemFailures: [] };

describe("the relay and its topic", () => {
  it("bring each event to every queue that wants its type, and to none besides", async () => {
    const [opened, added, all, nothing] = [await aQueue(), await aQueue(), await aQueue(), await aQueue()];
    const { send, subscribe } = await aTopic();
    await subscribe(opened, "tally.tally.opened");
    await subscribe(added, "tally.tally.added", "tally.tally.closed");
    await subscribe(all, { prefix: "tally.tally." }, { prefix: "tally." });
    await subscribe(nothing, { prefix: "tally.talls." }, "tally.tally.opened.late");
    const { run, observability } = relay(send);
    expect(await run({ Records: records(await someEvents(["a", "b"])) })).toEqual(whole);
    const types = async (queue: string) =>
      (await waiting(queue)).map(({ event }) => `${event.type} ${event.subject}`).toSorted();
    expect(await types(opened)).toEqual(["tally.tally.opened tally/a", "tally.tally.opened tally/b"]);
    expect(await types(added)).toEqual(["tally.tally.added tally/a", "tally.tally.added tally/b"]);
    expect(await types(all)).toHaveLength(4);
    expect(await types(nothing)).toEqual([]);
    expect(observability.counted).toEqual({});
  });

  it("keep each aggregate's events in their order, in a group of its own, over more than one request", async () => {
    const queue = await aQueue();
    const { send, subscribe } = await aTopic();
    await subscribe(queue, { prefix: "tally." });
    const amounts = Array.from({ length: 12 }, (_, n) => n + 1);
    await relay(send).run({ Records: records(await someEvents(["a", "b", "c"], amounts)) });
    const groups = Map.groupBy(await waiting(queue), ({ group }) => group);
    expect(groups.size).toBe(3);
    for (const messages of groups.values())
      expect(messages.map(({ event }) => event.sequence)).toEqual([1, ...amounts.map((n) => n + 1)]);
  });

  it("bring the others theirs while a queue is missing, and hold nothing up", async () => {
    const [good, gone] = [await aQueue(), await aQueue()];
    const { send, subscribe } = await aTopic();
    await subscribe(good, { prefix: "tally." });
    await subscribe(gone, { prefix: "tally." });
    await sqs.send(new DeleteQueueCommand({ QueueUrl: gone }));
    const { run, observability } = relay(send);
    expect(await run({ Records: records(await someEvents(["a", "b"], [1, 2, 3])) })).toEqual(whole);
    expect(await waiting(good)).toHaveLength(8);
    expect(observability.said).toEqual([]);
  });

  it("send the same event once, however often the stream brings it", async () => {
    const queue = await aQueue();
    const { send, subscribe } = await aTopic();
    await subscribe(queue, { prefix: "tally." }, "tally.tally.opened");
    const event = { Records: records(await someEvents(["a"])) };
    const { run } = relay(send);
    await run(event);
    await run(event);
    expect(await waiting(queue)).toHaveLength(2);
  });
});

describe("the relay", () => {
  it("sends a CloudEvent without personal data, hashes or command ids, traced to its request", async () => {
    const queue = await aQueue();
    await relay(toQueue(sqs, queue)).run({ Records: records(await someEvents(["a"], [])) });
    const [first] = await waiting(queue);
    expect(first?.event).toEqual({
      specversion: "1.0",
      id: "tally/a/1",
      source: "/towns/532302105000/tally",
      type: "tally.tally.opened",
      subject: "tally/a",
      time: "2026-10-12T02:00:00.000Z",
      datacontenttype: "application/json",
      sequence: 1,
      actor: keyed("actor", "clerk-1", 16),
      traceparent: expect.stringMatching(/^00-(ab){16}-[0-9a-f]{16}-00$/),
      data: { book: "rice" },
    });
  });

  it("sends nothing but new events of the types that leave the house: no states, counters, changes or removals", async () => {
    const { send, sent } = aSend();
    const { run } = relay(send, ["tally.tally.added"]);
    const [event] = await someEvents(["a"], []);
    const others: Item[] = [
      { pk: "tally#a", sk: "state", version: 1, type: "tally.tally.added", sequence: 1 },
      { pk: "number#s", sk: "state", series: "s", version: 1 },
      { pk: "parked", sk: "x|y", id: "x", type: "tally.tally.added" },
    ];
    const removed: DynamoDBRecord = { eventName: "REMOVE", dynamodb: { SequenceNumber: "1" } };
    const unwanted = event === undefined ? [] : records([event]);
    const changed = (await someEvents(["b"])).slice(1);
    expect(
      await run({ Records: [...records(others), ...unwanted, ...records(changed, "MODIFY"), removed, {}] }),
    ).toEqual(whole);
    expect(sent).toEqual([]);
  });

  it("says that it is behind once its oldest record is older than five minutes", async () => {
    const { send } = aSend(() => []);
    const { run, observability } = relay(send);
    const [first, ...others] = records(await someEvents(["a", "b"]));
    const writtenAgo = (seconds: number) => ({
      ...first,
      dynamodb: { ...first?.dynamodb, ApproximateCreationDateTime: Math.floor(Date.now() / 1000) - seconds },
    });
    await run({ Records: [writtenAgo(290), ...others] });
    expect(observability.said).toEqual([]);
    await run({ Records: [...others, writtenAgo(310)] });
    expect(observability.said).toMatchObject([
      { level: "warn", message: troubleWords, facts: { part: "relay-behind", of: "tally" } },
    ]);
  });

  it("names the record of the very message that was refused out of several, and stops behind its request", async () => {
    const { send, sent } = aSend(() => [2, 1]);
    const { run } = relay(send);
    expect(await run({ Records: records(await someEvents(["a", "b", "c"], [1])) })).toEqual({
      batchItemFailures: [{ itemIdentifier: "s1" }],
    });
    expect(sent.map((messages) => messages.map(idIn))).toEqual([["tally/a/1", "tally/b/1", "tally/c/1"]]);
  });

  it("names the first record of a request that failed whole, and tries no later one", async () => {
    const queue = await aQueue();
    await sqs.send(new DeleteQueueCommand({ QueueUrl: queue }));
    const { run, observability } = relay(toQueue(sqs, queue), ["tally.tally.added"]);
    expect(await run({ Records: records(await someEvents(["a", "b", "c"], [1, 2])) })).toEqual({
      batchItemFailures: [{ itemIdentifier: "s3" }],
    });
    expect(observability.said).toMatchObject([{ level: "error", message: "events not sent" }]);
  });

  it("never puts two events of one aggregate into one request: it may fail for the first and succeed for the second", async () => {
    const { send, sent } = aSend();
    await relay(send).run({ Records: records(await someEvents(["a", "b"], [1, 2])) });
    for (const messages of sent) expect(new Set(messages.map(({ group }) => group)).size).toBe(messages.length);
    expect(sent.flat()).toHaveLength(6);
  });

  it("cuts requests by their size too: large events do not hold up the stream for ever", async () => {
    const queue = await aQueue();
    const { send, subscribe } = await aTopic();
    await subscribe(queue, { prefix: "tally." });
    const ids = Array.from({ length: 9 }, (_, n) => `t${n}`);
    const events = await someEvents(ids, [1], "镇".repeat(60_000));
    expect(await relay(send).run({ Records: records(events) })).toEqual(whole);
    expect(await waiting(queue)).toHaveLength(18);
  });
});

describe("undelivered events", () => {
  it("go to the queue that is there again, each aggregate's in its order, and are then gone", async () => {
    const [undelivered, queue] = [await aQueue(), await aQueue()];
    const amounts = Array.from({ length: 12 }, (_, n) => n + 1);
    await relay(toQueue(sqs, undelivered)).run({ Records: records(await someEvents(["a", "b"], amounts)) });
    expect(await redrive(sqs, undelivered, queue)).toEqual({ moved: 26 });
    expect(await waiting(undelivered)).toEqual([]);
    const groups = Map.groupBy(await waiting(queue), ({ group }) => group);
    for (const messages of groups.values())
      expect(messages.map(({ event }) => event.sequence)).toEqual([1, ...amounts.map((n) => n + 1)]);
    expect(groups.size).toBe(2);
  });

  it("stay, in their order, while the queue is still missing", async () => {
    const [undelivered, gone] = [await aQueue(), await aQueue()];
    await relay(toQueue(sqs, undelivered)).run({ Records: records(await someEvents(["a"], [1, 2])) });
    await sqs.send(new DeleteQueueCommand({ QueueUrl: gone }));
    await expect(redrive(sqs, undelivered, gone)).rejects.toThrow();
    expect((await waiting(undelivered)).map(({ event }) => event.sequence)).toEqual([1, 2, 3]);
  });
});

describe("a wanted type", () => {
  it.each([
    ["a.b.c", "a.b.c", true],
    ["a.b.c", "a.b.cd", false],
    ["a.b.*", "a.b.c", true],
    ["a.b.*", "a.b.c.d", true],
    ["a.b.*", "a.b", false],
    ["a.b.*", "a.bc.d", false],
    ["a.*", "a.b.c", true],
  ])("%s wants %s: %s", (wanted, type, wanting) => {
    expect(wants(wanted, type)).toBe(wanting);
  });
});
