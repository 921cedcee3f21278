import { CreateQueueCommand, DeleteQueueCommand } from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import type { RunningTown } from "../../infra/embedded/start.ts";
import { departmentOf } from "../support/department.ts";
import { aDataDirectory, Caller, startTestTown, subscriberQueue } from "../support/embedded.ts";
import { poison } from "../support/ledger.ts";

let town: RunningTown;
let clerk: Caller;
let directory: Awaited<ReturnType<typeof aDataDirectory>>;

async function start(): Promise<void> {
  town = await startTestTown({ dataDir: directory.path });
  clerk = await new Caller(town.url).as("clerk", "supervisor");
}

async function restart(): Promise<void> {
  await town.stop();
  await start();
}

beforeAll(async () => {
  directory = await aDataDirectory();
  await start();
});

afterAll(async () => {
  await town.stop();
  await directory.remove();
});

const add = (id: string, ...amounts: number[]) => clerk.post(`/tally/tallies/${id}/add`, { amounts });
const page = async (id: string) => (await clerk.get(`/ledger/pages/${id}`)).body;
const states = z.array(z.object({ name: z.string(), waiting: z.int(), inFlight: z.int(), dead: z.int() }));

async function stateOf(queue: string) {
  const all = states.parse((await clerk.get("/_embedded/queues")).body.items);
  return all.find(({ name }) => name.includes(queue));
}

describe("from a commit to the reactions", () => {
  it("settles once everything was consumed, each in its order and once", async () => {
    const ids = await Promise.all(["一", "二", "三"].map((book) => clerk.openTally({ book })));
    for (const round of [1, 2, 3, 4, 5]) await Promise.all(ids.map((id) => add(id, round, round)));
    await clerk.settle();
    for (const id of ids)
      expect(await page(id)).toMatchObject({ entries: 10, sum: 30, outOfOrder: 0, lastSequence: 11 });
    expect(await stateOf("ledger")).toMatchObject({ waiting: 0, inFlight: 0, dead: 0 });
  });

  it("plays a service that does not run here, and refuses to speak for one that does", async () => {
    const event = { subject: "payment/1", data: { amountFen: 1 } };
    expect(await clerk.post("/_embedded/events", { type: "finance.payment.received", ...event })).toMatchObject({
      status: 200,
      body: { sentTo: 0 },
    });
    expect(await clerk.post("/_embedded/events", { type: "tally.tally.added", ...event })).toMatchObject({
      status: 409,
      body: { code: "simulation.service-runs-here", details: { service: "tally" } },
    });
  });

  it("carries characters beyond the basic plane, and those SQS refuses", async () => {
    const id = await clerk.openTally({ book: "𠮷田\uFFFE\u{1F600}" });
    await clerk.post(`/tally/tallies/${id}/add`, { amounts: [7], note: "㐂𠮷\uFFFF" });
    await clerk.settle();
    expect(await page(id)).toMatchObject({ entries: 1, sum: 7 });
  });

  it("sets a poisoned message aside after its attempts, holding up nobody else", async () => {
    const [ill, well] = [await clerk.openTally(), await clerk.openTally()];
    await add(ill, 1);
    await add(ill, poison);
    await add(well, 2);
    await add(ill, 3);
    await clerk.settle();
    expect(await page(well)).toMatchObject({ entries: 1, sum: 2 });
    expect(await page(ill)).toMatchObject({ entries: 2, sum: 4, outOfOrder: 0 });
    expect(await stateOf("ledger")).toMatchObject({ waiting: 0, inFlight: 0, dead: 1 });
  });

  it("tries dead letters again after a restart", async () => {
    expect(await stateOf("ledger")).toMatchObject({ dead: 1 });
    await restart();
    await clerk.settle();
    expect(await stateOf("ledger")).toMatchObject({ waiting: 0, inFlight: 0, dead: 1 });
  });

  it("consumes nothing twice after a stop and a start", async () => {
    const id = await clerk.openTally();
    await add(id, 1, 2, 3);
    await restart();
    await clerk.settle();
    await restart();
    await clerk.settle();
    expect(await page(id)).toMatchObject({ entries: 3, sum: 6, outOfOrder: 0 });
  });
});

describe("a queue that is missing", () => {
  it("holds up no other, and gets all in order when it is there again", async () => {
    const client = await town.queues.subscribers.client();
    const QueueUrl = town.queues.subscribers.urlOf(subscriberQueue);
    await clerk.settle();
    await client.send(new DeleteQueueCommand({ QueueUrl }));
    const id = await clerk.openTally({ book: "缺" });
    for (const amount of [1, 2, 3]) await add(id, amount);
    await expect.poll(async () => (await page(id)).entries, { timeout: 20_000 }).toBe(3);
    const Attributes = { FifoQueue: "true", VisibilityTimeout: "30" };
    await client.send(new CreateQueueCommand({ QueueName: subscriberQueue, Attributes }));
    await clerk.settle();
    const county = departmentOf(town);
    const sequences: number[] = [];
    for (let messages = await county.receive(); messages.length > 0; messages = await county.receive())
      for (const { subject, sequence, remove } of messages) {
        if (subject.endsWith(id)) sequences.push(sequence);
        await remove();
      }
    expect(sequences).toEqual([1, 2, 3, 4]);
    county.close();
  });
});

describe("another department's queue", () => {
  it("keeps what was not deleted over a restart, and only that", async () => {
    const id = await clerk.openTally({ book: "外" });
    await add(id, 5);
    await clerk.settle();
    const taken = new Map<string, number>();
    let county = departmentOf(town);
    const drain = async (deleting: (subject: string) => boolean) => {
      for (let messages = await county.receive(); messages.length > 0; messages = await county.receive())
        for (const { subject, sequence, remove } of messages) {
          if (subject.endsWith(id)) taken.set(`${subject}/${sequence}`, (taken.get(`${subject}/${sequence}`) ?? 0) + 1);
          if (deleting(subject)) await remove();
        }
    };
    await drain((subject) => !subject.endsWith(id));
    expect(await stateOf("county")).toMatchObject({ dead: 0 });
    county.close();
    await restart();
    await clerk.settle();
    county = departmentOf(town);
    await drain(() => true);
    expect([...taken]).toEqual([
      [`tally/${id}/1`, 2],
      [`tally/${id}/2`, 1],
    ]);
    await restart();
    await clerk.settle();
    expect(await stateOf("county")).toMatchObject({ waiting: 0, inFlight: 0 });
    county.close();
  });
});
