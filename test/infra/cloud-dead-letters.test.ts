import {
  CreateQueueCommand,
  DeleteMessageCommand,
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
} from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CloudDeadLetters } from "../../infra/dead-letters/cloud.ts";
import { replayInto } from "../../infra/dead-letters/replay.ts";
import { SubscriberQueues } from "../../infra/embedded/subscriber-queues.ts";
import type { Outgoing, Send } from "../../shared/messaging/index.ts";
import { eventSort, memoryTable, partitionOf, type Table } from "../../shared/store/index.ts";
import { testServices, testTown } from "../support/embedded.ts";
import { listening } from "../support/tally-town.ts";

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
    const begin = async ({ event = "" }: { readonly event?: string | undefined }) => {
      kept.push(`${event} begun`);
      return async (gone: boolean) => void kept.push(`${event} ${gone ? "done" : "undone"}`);
    };
    expect(await letters.discard({ id: idOf("tally/two/1") }, begin)).toBe(1);
    expect(kept).toEqual(["tally/two/1 begun", "tally/two/1 done"]);
    expect((await letters.list()).map(({ event }) => event)).toEqual(["tally/three/1"]);
    expect(await letters.sendAgain({ queue: "another" })).toBe(0);
    expect(await letters.sendAgain({ queue })).toBe(1);
    expect(await letters.list()).toEqual([]);
  });

  it("pass the queue once, where two send the same again at once", async () => {
    await dies("five");
    const [one] = (await letters.list()).filter(({ event }) => event === "tally/five/1");
    await Promise.all([letters.sendAgain({ id: one?.id }), letters.sendAgain({ id: one?.id })]);
    const sqs = await queues.client();
    const QueueUrl = await urlOf(queue);
    const passed: string[] = [];
    for (let round = 0; round < 5; round += 1) {
      const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
      passed.push(...Messages.map(({ Body }) => JSON.parse(Body ?? "").id));
      for (const { ReceiptHandle } of Messages) await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
    }
    expect(passed.filter((id) => id === "tally/five/1")).toEqual(["tally/five/1"]);
  });

  it("were tried as often as their queue allows, however often somebody has looked at them", async () => {
    await dies("looked-at");
    for (let round = 0; round < 7; round += 1) await letters.list();
    const [one] = (await letters.list()).filter(({ event }) => event === "tally/looked-at/1");
    expect(one?.attempts).toBe(testServices.find(({ name }) => name === "ledger")?.attempts);
    expect(await letters.sendAgain({ id: one?.id })).toBe(1);
  });

  it("are one operator's alone, where one sends again what another gives up at once", { timeout: 60_000 }, async () => {
    for (const name of ["six", "seven", "eight"]) {
      await dies(name);
      const [one] = (await letters.list()).filter(({ event }) => event === `tally/${name}/1`);
      const begun: string[] = [];
      const [again, given] = await Promise.all([
        letters.sendAgain({ id: one?.id }),
        letters.discard({ id: one?.id }, async ({ event = "" }) => {
          begun.push(event);
          return async () => undefined;
        }),
      ]);
      expect(again + given).toBe(1);
      expect(begun).toHaveLength(given);
    }
  });

  it("stay where they are while their record cannot be kept", async () => {
    await dies("four");
    const failing = letters.discard({}, () => Promise.reject(new Error("no table")));
    await expect(failing).rejects.toThrow("no table");
    expect((await letters.list()).map(({ event }) => event)).toEqual(["tally/four/1"]);
  });
});

/** Three events of a tally at an instant, as they lie in the table. */
async function aTable(tallies: Readonly<Record<string, string>>): Promise<Table> {
  const table = memoryTable("t");
  const items = Object.entries(tallies).flatMap(([id, time]) =>
    ["opened", "added", "added"].map((what, at) => ({
      ...{ pk: partitionOf("tally", id), sk: eventSort(at + 1), aggregate: "tally", id, sequence: at + 1 },
      ...{ type: `tally.tally.${what}`, time, actor: "town", data: {}, previous: "", hash: "", command: "c" },
    })),
  );
  await table.write(items.map((item) => ({ item, expect: "absent" })));
  return table;
}

const wantedOf = (table: Table) => [{ service: "tally", table, types: new Set(["tally.tally.added"]) }];

describe("a replay for one subscriber in the cloud", () => {
  it("sends what it wants from an instant on, in the order of each aggregate, under new ids", async () => {
    const table = await aTable({
      old: "2026-11-01T23:59:59.999Z",
      first: "2026-11-02T00:00:00.000Z",
      last: "2026-11-03T00:00:00.000Z",
    });
    const sent: Outgoing[] = [];
    const send: Send = async (messages) => {
      sent.push(...messages);
      return [];
    };
    const at = { from: "2026-11-02T00:00:00.000Z", townCode: "532302105" };
    expect(await replayInto(send, wantedOf(table), at, listening())).toBe(4);
    const events = sent.map(({ body }) => JSON.parse(body));
    expect(events.map(({ id }) => id)).toEqual(["tally/first/2", "tally/first/3", "tally/last/2", "tally/last/3"]);
    expect(sent.every(({ deduplicationId }) => /^[0-9a-f]{64}-/.test(deduplicationId))).toBe(true);
  });

  it("says so where the queue refuses", async () => {
    const table = await aTable({ one: "2026-11-02T00:00:00.000Z" });
    const at = { from: "2026-11-01T00:00:00.000Z", townCode: "532302105" };
    await expect(replayInto(async () => [0], wantedOf(table), at, listening())).rejects.toThrow(/refused/);
  });
});
