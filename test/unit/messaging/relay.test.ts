import {
  CreateQueueCommand,
  DeleteMessageBatchCommand,
  DeleteQueueCommand,
  ReceiveMessageCommand,
  SQSClient,
} from "@aws-sdk/client-sqs";
import { marshall } from "@aws-sdk/util-dynamodb";
import type { DynamoDBRecord } from "aws-lambda";
import { startFauxqs } from "fauxqs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cloudEvent, queuesFor, type RelayRoutes, relayFor, wants } from "../../../shared/messaging/index.ts";
import { digest, type Item, memoryTable, Store, type StoredEvent } from "../../../shared/store/index.ts";
import { packed } from "../../../shared/store/packing.ts";
import { type TallyCommand, tally } from "../../support/tally.ts";
import { aContext, listening, untouched } from "../../support/tally-town.ts";

let server: Awaited<ReturnType<typeof startFauxqs>>;
let sqs: SQSClient;
beforeAll(async () => {
  server = await startFauxqs({ port: 0, logger: false });
  sqs = new SQSClient({
    endpoint: server.address,
    region: "us-east-1",
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
    maxAttempts: 1,
  });
});
afterAll(async () => {
  sqs.destroy();
  await server.stop();
});

let serial = 0;
async function aQueue(name = "q") {
  serial += 1;
  const command = new CreateQueueCommand({ QueueName: `${name}${serial}.fifo`, Attributes: { FifoQueue: "true" } });
  return (await sqs.send(command)).QueueUrl ?? "";
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
      traceparent: "00-trace-01",
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

const relay = (routes: RelayRoutes, client = sqs) => {
  const observability = listening();
  return {
    observability,
    run: relayFor({ service: "tally", townCode: "532302105000", routes, sqs: client, observability }),
  };
};
const whole = { batchItemFailures: [] };

describe("the relay", () => {
  it("sends each event to every queue that wants its type, and to none besides", async () => {
    const [opened, added, all, nothing] = [await aQueue(), await aQueue(), await aQueue(), await aQueue()];
    const { run, observability } = relay({
      "tally.tally.opened": [opened, all],
      "tally.tally.added": [added],
      "tally.tally.*": [all],
      "tally.talls.*": [nothing],
      "tally.tally.opened.late": [nothing],
    });
    expect(await run({ Records: records(await someEvents(["a", "b"])) })).toEqual(whole);
    const types = async (queue: string) =>
      (await waiting(queue)).map(({ event }) => `${event.type} ${event.subject}`).toSorted();
    expect(await types(opened)).toEqual(["tally.tally.opened tally/a", "tally.tally.opened tally/b"]);
    expect(await types(added)).toEqual(["tally.tally.added tally/a", "tally.tally.added tally/b"]);
    expect(await types(all)).toHaveLength(4);
    expect(await types(nothing)).toEqual([]);
    expect(observability.counted.EventsRelayed).toBe(8);
  });

  it("sends a CloudEvent without personal data, hashes or command ids, traced to its request", async () => {
    const queue = await aQueue();
    await relay({ "tally.*": [queue] }).run({ Records: records(await someEvents(["a"], [])) });
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
      actor: "clerk-1",
      traceparent: "00-trace-01",
      data: { book: "rice" },
    });
  });

  it("keeps each aggregate's events in their order, in a group of its own, over more than one request", async () => {
    const queue = await aQueue();
    const amounts = Array.from({ length: 12 }, (_, n) => n + 1);
    await relay({ "tally.*": [queue] }).run({ Records: records(await someEvents(["a", "b", "c"], amounts)) });
    const received = await waiting(queue);
    const groups = Map.groupBy(received, ({ group }) => group);
    expect(groups.size).toBe(3);
    for (const messages of groups.values())
      expect(messages.map(({ event }) => event.sequence)).toEqual([1, ...amounts.map((n) => n + 1)]);
  });

  it("sends the same event once, however often the stream brings it", async () => {
    const queue = await aQueue();
    const { run } = relay({ "tally.*": [queue], "tally.tally.*": [queue] });
    const event = { Records: records(await someEvents(["a"])) };
    await run(event);
    await run(event);
    expect(await waiting(queue)).toHaveLength(2);
  });

  it("relays nothing but new events: no states, counters, parked messages, changes or removals", async () => {
    const { run } = relay({ "tally.*": ["q"] }, untouched("SQS", sqs));
    const [event] = await someEvents(["a"], []);
    const store = new Store(memoryTable("t"));
    expect(store).toBeDefined();
    const others: Item[] = [
      { pk: "tally#a", sk: "state", version: 1, type: "tally.tally.opened", sequence: 1 },
      { pk: "number#s", sk: "state", series: "s", version: 1 },
      { pk: "parked", sk: "x|y", id: "x", type: "tally.tally.opened" },
    ];
    const removed: DynamoDBRecord = { eventName: "REMOVE", dynamodb: { SequenceNumber: "1" } };
    const changed = event === undefined ? [] : records([event], "MODIFY");
    expect(await run({ Records: [...records(others), ...changed, removed, {}] })).toEqual(whole);
  });

  it("names the earliest record it could not send whole, and lets no later one of that queue pass", async () => {
    const [good, bad] = [await aQueue(), await aQueue()];
    const events = await someEvents(["a", "b", "c"], [1, 2, 3, 4]);
    await sqs.send(new DeleteQueueCommand({ QueueUrl: bad }));
    const { run, observability } = relay({ "tally.*": [good], "tally.tally.added": [bad] });
    expect(await run({ Records: records(events) })).toEqual({ batchItemFailures: [{ itemIdentifier: "s3" }] });
    expect(await waiting(good)).toHaveLength(15);
    expect(observability.said.filter(({ level }) => level === "error")).toHaveLength(1);
  });

  it("names the record of the very message that SQS refused out of several, and stops behind its request", async () => {
    const events = await someEvents(["a", "b", "c"], [1]);
    const sent: string[][] = [];
    const picky = new SQSClient({ region: "us-east-1" });
    picky.send = async (command: { input: { Entries?: { Id: string; MessageBody: string }[] } }) => {
      const entries = command.input.Entries ?? [];
      sent.push(entries.map(({ MessageBody }) => cloudEvent.parse(JSON.parse(MessageBody)).id));
      return {
        Failed: [
          { Id: "2", SenderFault: false, Code: "InternalError" },
          { Id: "1", SenderFault: false, Code: "InternalError" },
        ],
      };
    };
    const { run } = relay({ "tally.*": ["q"] }, picky);
    expect(await run({ Records: records(events) })).toEqual({ batchItemFailures: [{ itemIdentifier: "s1" }] });
    expect(sent).toEqual([["tally/a/1", "tally/b/1", "tally/c/1"]]);
  });

  it("never puts two events of one aggregate into one request, for SQS may refuse the first and take the second", async () => {
    const sent: string[][] = [];
    const watched = new SQSClient({ region: "us-east-1" });
    watched.send = async (command: { input: { Entries?: { MessageGroupId: string }[] } }) => {
      sent.push((command.input.Entries ?? []).map(({ MessageGroupId }) => MessageGroupId));
      return {};
    };
    await relay({ "tally.*": ["q"] }, watched).run({ Records: records(await someEvents(["a", "b"], [1, 2])) });
    for (const groups of sent) expect(new Set(groups).size).toBe(groups.length);
    expect(sent.flat()).toHaveLength(6);
  });

  it("cuts requests by their size too: large events do not hold up the stream for ever", async () => {
    const queue = await aQueue();
    const ids = Array.from({ length: 9 }, (_, n) => `t${n}`);
    const events = await someEvents(ids, [1], "镇".repeat(60_000));
    expect(await relay({ "tally.*": [queue] }).run({ Records: records(events) })).toEqual(whole);
    expect(await waiting(queue)).toHaveLength(18);
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

  it("brings a queue an event once although it asks for it twice", () => {
    expect(queuesFor({ "a.*": ["q", "r"], "a.b": ["q"] }, "a.b")).toEqual(["q", "r"]);
  });
});
