import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DeleteMessageCommand, type Message, ReceiveMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";
import type { SQSRecord } from "aws-lambda";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { ParkedEvents } from "../../infra/dead-letters/parked.ts";
import { SubscriberQueues } from "../../infra/embedded/subscriber-queues.ts";
import { outgoingOf, reactionsFor } from "../../shared/messaging/index.ts";
import { parkedOf } from "../../shared/messaging/parked.ts";
import { toQueue } from "../../shared/messaging/to-queue.ts";
import type { Service } from "../../shared/service/index.ts";
import { isStoredEvent } from "../../shared/store/index.ts";
import { aDataDirectory, Caller, startTestTown } from "../support/embedded.ts";
import { aLaneTable, type LaneTable } from "../support/lane.ts";
import { ledgerService, page } from "../support/ledger.ts";
import { tally, tallyService } from "../support/tally.ts";
import { aContext, aRuntime } from "../support/tally-town.ts";

/** A ledger that needs a field nobody sends, until its program is mended; and one that is down for a while. */
let mended = false;
let down = false;
const needy: Service = {
  ...ledgerService,
  subscriptions: ledgerService.subscriptions.map((one) => ({
    ...one,
    needs: z.custom(() => mended),
    react(event) {
      if (down) throw new Error("down");
      return one.react(event);
    },
  })),
};
const reason = "needed-fields-missing";

describe("parked events on one machine (M5)", () => {
  let town: Awaited<ReturnType<typeof startTestTown>>;
  let clerk: Caller;
  let directory: Awaited<ReturnType<typeof aDataDirectory>>;
  let key: Record<string, string>;

  beforeAll(async () => {
    directory = await aDataDirectory();
    town = await startTestTown({ dataDir: directory.path, services: [tallyService, needy] });
    clerk = await new Caller(town.url).as("clerk", "supervisor");
    key = { authorization: `Bearer ${readFileSync(join(directory.path, "ops-key"), "utf8")}` };
  });
  afterAll(async () => {
    await town.stop();
    await directory.remove();
  });

  const row = z.object({ id: z.string(), service: z.string(), reason: z.string() });
  const parked = async () =>
    z
      .object({ items: z.array(row) })
      .parse((await clerk.get("/_ops/parked", key)).body)
      .items.map(({ id }) => id);
  const tell = (path: string, body: object) => clerk.post(`/_ops${path}`, body, key);

  it("stay on the list until their consumer has taken them", async () => {
    mended = false;
    const id = await clerk.openTally();
    await clerk.post(`/tally/tallies/${id}/add`, { amounts: [5] });
    await clerk.settle();
    const event = `tally/${id}/2`;
    expect(await parked()).toEqual([event]);

    // Nothing was mended: it comes to nothing again
    expect((await tell("/parked/send-again", { id: event })).body).toEqual({ count: 1 });
    await clerk.settle();
    expect(await parked()).toEqual([event]);

    // The consumer fails: it is a dead letter, and still parked
    [mended, down] = [true, true];
    expect((await tell("/parked/send-again", { service: "ledger" })).body).toEqual({ count: 1 });
    await clerk.settle();
    expect(await parked()).toEqual([event]);

    // The dead letter is sent again: now it was consumed, and leaves the list
    down = false;
    expect((await tell("/dead/send-again", { all: true })).body).toEqual({ count: 1 });
    await clerk.settle();
    expect(await parked()).toEqual([]);
    expect((await clerk.get(`/ledger/pages/${id}`)).body).toMatchObject({ entries: 1, sum: 5 });
    expect((await tell("/parked/send-again", { all: true })).status).toBe(404);
  });

  it("can be given up, with a reason on record, and not for a service that has none", async () => {
    mended = false;
    const id = await clerk.openTally();
    await clerk.post(`/tally/tallies/${id}/add`, { amounts: [5] });
    await clerk.settle();
    expect((await tell("/parked/discard", { service: "tally", why: "测试数据" })).status).toBe(404);
    expect((await tell("/parked/discard", { service: "ledger" })).status).toBe(400);
    expect((await tell("/parked/discard", { service: "ledger", why: "测试数据" })).body).toEqual({ count: 1 });
    expect(await parked()).toEqual([]);
  });
});

describe("parked events in the cloud (M5)", () => {
  const queues = new SubscriberQueues(
    [{ queue: "guangtong-ledger-reactions.fifo", attempts: 3, service: undefined, visibilitySeconds: 30 }],
    "cn-north-1",
  );
  const tables = new Map<string, LaneTable>();
  beforeAll(async () => {
    for (const service of [tallyService, needy]) tables.set(service.name, await aLaneTable(service));
  });
  afterAll(async () => {
    await queues.stop();
    for (const table of tables.values()) await table.remove();
  });
  const runtimeOf = (name: string) => aRuntime({ table: tables.get(name)?.table ?? expect.fail(name) });
  const queue = queues.urlOf("guangtong-ledger-reactions.fifo");

  const recordOf = ({ MessageId = "", ReceiptHandle = "", Body = "", Attributes = {} }: Message): SQSRecord => ({
    ...{ messageId: MessageId, receiptHandle: ReceiptHandle, body: Body, md5OfBody: "", messageAttributes: {} },
    ...{ eventSource: "aws:sqs", eventSourceARN: "arn:aws:sqs:cn-north-1:1:q.fifo", awsRegion: "cn-north-1" },
    attributes: {
      ...{ ApproximateReceiveCount: "1", SentTimestamp: "0", SenderId: "s", ApproximateFirstReceiveTimestamp: "0" },
      MessageGroupId: Attributes.MessageGroupId ?? "",
    },
  });

  /** As Lambda takes from the queue. @returns how many came */
  async function consumed(sqs: SQSClient): Promise<number> {
    const asked = { QueueUrl: queue, MaxNumberOfMessages: 10 };
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({ ...asked, MessageSystemAttributeNames: ["All"] }),
    );
    if (Messages.length > 0) await reactionsFor(needy, runtimeOf("ledger"))({ Records: Messages.map(recordOf) });
    for (const { ReceiptHandle } of Messages)
      await sqs.send(new DeleteMessageCommand({ QueueUrl: queue, ReceiptHandle }));
    return Messages.length;
  }

  it("are sent again from what their publisher has on record, by the same words", async () => {
    mended = false;
    const { store } = runtimeOf("tally");
    const step = { decider: tally, id: "c", bodyDigest: "", context: aContext() };
    await store.execute({ ...step, command: { type: "create", book: "米" }, commandId: "1", expects: "new" });
    await store.execute({ ...step, command: { type: "add", amounts: [7] }, commandId: "2", expects: "either" });
    const [, added] = (await store.table.scan({ limit: 50 })).items.filter(isStoredEvent);
    if (added === undefined) return expect.fail("nothing was added");
    const sqs = await queues.client();
    const send = toQueue(sqs, queue);
    await send([outgoingOf(added, "tally", runtimeOf("tally").town.code)]);
    expect(await consumed(sqs)).toBe(1);

    let there = false;
    const events = new ParkedEvents({
      tables: new Map([...tables.keys()].map((name) => [name, runtimeOf(name)])),
      townCode: runtimeOf("tally").town.code,
      sendTo: async () => (there ? send : undefined),
    });
    const listed = { service: "ledger", id: "tally/c/2", type: "tally.tally.added", reason };
    expect(await events.list()).toMatchObject([listed]);

    // Its queue is not there, or refuses: nothing is sent, nothing is lost
    expect(await events.sendAgain({})).toBe(0);
    there = true;
    expect(await events.sendAgain({ id: "tally/c/3" })).toBe(0);
    expect(await events.sendAgain({ service: "tally" })).toBe(0);
    expect(await events.list()).toMatchObject([listed]);

    // On its way it is listed still; consumed, it leaves
    mended = true;
    expect(await events.sendAgain({ id: "tally/c/2" })).toBe(1);
    expect(await events.list()).toMatchObject([listed]);
    expect(await consumed(sqs)).toBe(1);
    expect(await parkedOf(runtimeOf("ledger"))).toEqual([]);
    expect((await runtimeOf("ledger").store.load(page, "c"))?.state).toMatchObject({ entries: 1, sum: 7 });
  });
});
