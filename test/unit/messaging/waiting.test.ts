import { describe, expect, it } from "vitest";
import * as z from "zod";
import { ParkedEvents } from "../../../infra/dead-letters/parked.ts";
import { type CloudEvent, reactionsFor } from "../../../shared/messaging/index.ts";
import { instruct, on, type Service } from "../../../shared/service/index.ts";
import { memoryTable, type Table } from "../../../shared/store/index.ts";
import { talkTo } from "../../support/http.ts";
import { tally, tallyService } from "../../support/tally.ts";
import { aRuntime, claimsOf } from "../../support/tally-town.ts";

const told = (type: string, at: number, data: Record<string, unknown>): CloudEvent => ({
  ...{ specversion: "1.0", id: `tally/a/${at}`, source: "/towns/532302105000/county", type, subject: "tally/a" },
  ...{ time: "2026-10-12T01:00:00.000Z", datacontenttype: "application/json", sequence: at, actor: "somebody", data },
});
const sale = (at: number, amount: number) => told("county.sale.made", at, { tally: "a", amount });
const wanted = told("county.tally.wanted", 1, { book: "rice" });
const begin = (id: string, { book }: { readonly book: string }) =>
  instruct({ of: tally, id, expects: "either", command: { type: "create", book } });
const service: Service = {
  ...tallyService,
  subscriptions: [
    ...tallyService.subscriptions,
    on("county.tally.wanted", z.object({ book: z.string() }), (data) => [begin("a", data)]),
  ],
};

function aTown(table: Table = memoryTable("town-tally")) {
  const runtime = aRuntime({ table });
  const handle = reactionsFor(service, runtime);
  const react = async (...events: CloudEvent[]) => {
    const Records = events.map((event, at) => ({
      ...{ messageId: `m${at}`, receiptHandle: "r", body: JSON.stringify(event), messageAttributes: {}, md5OfBody: "" },
      attributes: {
        ...{ ApproximateReceiveCount: "1", SentTimestamp: "0", SenderId: "s", ApproximateFirstReceiveTimestamp: "0" },
        MessageGroupId: event.subject,
      },
      ...{ eventSource: "aws:sqs", eventSourceARN: "arn:aws:sqs:cn-north-1:1:q.fifo", awsRegion: "cn-north-1" },
    }));
    expect(await handle({ Records })).toEqual({ batchItemFailures: [] });
  };
  const amounts = async () =>
    (await runtime.store.history(tally, "a")).flatMap(({ type, data }) => (type === "tally.tally.added" ? [data] : []));
  const parked = async () =>
    (await talkTo(service, runtime)({ path: "/tally/parked", claims: claimsOf("ops") })).body.items;
  return { runtime, react, amounts, parked };
}

describe("An event that comes before its cause", () => {
  it("waits in the list of parked events, and goes on by itself once its cause was carried out", async () => {
    const { react, amounts, parked } = aTown();
    await react(sale(2, 5));
    expect(await parked()).toMatchObject([{ id: "tally/a/2", reason: "not-found", waitsFor: "tally/a" }]);
    await react(wanted);
    expect(await amounts()).toEqual([{ amount: 5 }]);
    expect(await parked()).toEqual([]);
  });

  it("keeps the order in which it came, and each is carried out once, however often all are delivered", async () => {
    const { react, amounts, parked } = aTown();
    for (const _time of [1, 2]) await react(sale(2, 5), sale(3, 7));
    for (const _time of [1, 2]) await react(wanted, sale(4, 9), sale(2, 5));
    expect(await amounts()).toEqual([{ amount: 5 }, { amount: 7 }, { amount: 9 }]);
    expect(await parked()).toEqual([]);
  });

  it("goes on too where the consumer died after the cause was carried out", async () => {
    const { runtime, react, amounts } = aTown();
    await react(sale(2, 5));
    await begin("a", { book: "rice" }).carryOut(runtime, { id: `${wanted.source}|${wanted.id}` });
    expect(await amounts()).toEqual([]);
    await react(wanted);
    expect(await amounts()).toEqual([{ amount: 5 }]);
  });

  it("is not overtaken by a later one of its aggregate, whoever began what it waited for", async () => {
    const { runtime, react, amounts, parked } = aTown();
    await react(sale(3, 7), sale(2, 5));
    // As a person begins it by HTTP, or another consumer that has not come to those that wait.
    await begin("a", { book: "rice" }).carryOut(runtime, { id: "a person" });
    expect(await amounts()).toEqual([]);
    await react(sale(4, 9));
    expect(await amounts()).toEqual([{ amount: 5 }, { amount: 7 }, { amount: 9 }]);
    expect(await parked()).toEqual([]);
  });

  it("goes on with the next event about the thing, of any aggregate", async () => {
    const { runtime, react, amounts, parked } = aTown();
    await react(sale(2, 5));
    await begin("a", { book: "rice" }).carryOut(runtime, { id: "a person" });
    await react({ ...sale(1, 3), id: "tally/b/1", subject: "tally/b" });
    expect(await amounts()).toEqual([{ amount: 3 }, { amount: 5 }]);
    expect(await parked()).toEqual([]);
  });

  it("goes on no more where an operator gave it up while it waited", async () => {
    const { runtime, react, amounts, parked } = aTown();
    await react(sale(2, 5), sale(3, 7));
    const tables = new Map([["tally", runtime]]);
    const events = new ParkedEvents({ tables, townCode: runtime.town.code, sendTo: async () => undefined });
    expect(await events.discard({ id: "tally/a/2" }, "重复上报")).toBe(1);
    await react(wanted);
    expect(await amounts()).toEqual([{ amount: 7 }]);
    expect(await parked()).toEqual([]);
  });

  it("is tried once more, because its cause may come while it is being put aside", async () => {
    const table = memoryTable("town-tally");
    const racing: Table = {
      ...table,
      async write(writes) {
        const waits = writes.some((one) => "item" in one && one.item.pk.startsWith("waiting#"));
        if (waits) await begin("a", { book: "rice" }).carryOut(runtime, { id: "another consumer" });
        return table.write(writes);
      },
    };
    const { runtime, react, amounts, parked } = aTown(racing);
    await react(sale(2, 5));
    expect(await amounts()).toEqual([{ amount: 5 }]);
    expect(await parked()).toEqual([]);
  });

  it("is parked with the reason of the day on which it was tried again", async () => {
    const { react, amounts, parked } = aTown();
    await react(sale(2, 2_000_000), wanted);
    expect(await amounts()).toEqual([]);
    expect(await parked()).toMatchObject([{ id: "tally/a/2", reason: "tally.too-much" }]);
  });

  it("is one of fifty at most; what comes beyond waits for an operator", async () => {
    const { react, amounts, parked } = aTown();
    for (let at = 0; at < 51; at += 1) await react(sale(at + 2, 1));
    await react(wanted);
    expect(await amounts()).toHaveLength(50);
    const [left, ...others] = z.array(z.looseObject({})).parse(await parked());
    expect([left, others]).toMatchObject([{ id: "tally/a/52", reason: "not-found" }, []]);
    expect(left).not.toHaveProperty("waitsFor");
  });
});
