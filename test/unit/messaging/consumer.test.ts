import type { SQSEvent } from "aws-lambda";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { type CloudEvent, reactionsFor } from "../../../shared/messaging/index.ts";
import type { Service } from "../../../shared/service/index.ts";
import { memoryTable, type Table } from "../../../shared/store/index.ts";
import { talkTo } from "../../support/http.ts";
import { tally, tallyService } from "../../support/tally.ts";
import { aContext, aRuntime, claimsOf } from "../../support/tally-town.ts";

const aSale = (id: string, data: Record<string, unknown>, type = "county.sale.made"): CloudEvent => ({
  specversion: "1.0",
  id,
  source: "/towns/532302105000/county",
  type,
  subject: id,
  time: "2026-10-12T01:00:00.000Z",
  datacontenttype: "application/json",
  sequence: 1,
  actor: "somebody",
  data,
});

/** What a queue hands over: bodies with the group each belongs to. */
const delivery = (...messages: (readonly [group: string, body: unknown])[]): SQSEvent => ({
  Records: messages.map(([group, body], place) => ({
    messageId: `m${place}`,
    receiptHandle: "r",
    body: typeof body === "string" ? body : JSON.stringify(body),
    attributes: {
      ApproximateReceiveCount: "1",
      SentTimestamp: "0",
      SenderId: "s",
      ApproximateFirstReceiveTimestamp: "0",
      MessageGroupId: group,
    },
    messageAttributes: {},
    md5OfBody: "",
    eventSource: "aws:sqs",
    eventSourceARN: "arn:aws:sqs:cn-north-1:1:q.fifo",
    awsRegion: "cn-north-1",
  })),
});

async function aTown({
  table = memoryTable("town-tally"),
  service = tallyService,
}: {
  table?: Table;
  service?: Service;
} = {}) {
  const runtime = aRuntime({ table });
  for (const id of ["a", "b"])
    await runtime.store.execute({
      decider: tally,
      id,
      command: { type: "create", book: "rice" },
      commandId: id,
      bodyDigest: "",
      expects: "new",
      context: aContext(),
    });
  return {
    runtime,
    react: reactionsFor(service, runtime),
    total: async (id: string) => (await runtime.store.load(tally, id))?.state.total,
    parked: async () => (await talkTo(service, runtime)({ path: "/tally/parked", claims: claimsOf("ops") })).body.items,
  };
}
const whole = { batchItemFailures: [] };

describe("the reactions of a service", () => {
  it("carry out the command that follows from an event, as the town itself", async () => {
    const { react, total, runtime } = await aTown();
    expect(await react(delivery(["g", aSale("s1", { tally: "a", amount: 5 })]))).toEqual(whole);
    expect(await total("a")).toBe(5);
    expect((await runtime.store.history(tally, "a")).at(-1)).toMatchObject({ actor: "clockwork" });
  });

  it("change nothing when an event is delivered again, in one batch or later", async () => {
    const { react, total, parked } = await aTown();
    const sale = aSale("s1", { tally: "a", amount: 5 });
    await react(delivery(["g", sale], ["g", sale]));
    await react(delivery(["g", { ...sale, traceparent: "other" }]));
    expect(await total("a")).toBe(5);
    await react(delivery(["g", aSale("s2", { tally: "a", amount: 5 })]));
    expect(await total("a")).toBe(10);
    expect(await parked()).toEqual([]);
  });

  it("carry out each of two commands that one event gives to the same aggregate, and each once", async () => {
    const service = { ...tallyService, subscriptions: [...tallyService.subscriptions, ...tallyService.subscriptions] };
    const { react, total } = await aTown({ service });
    const sale = aSale("s1", { tally: "a", amount: 5 });
    await react(delivery(["g", sale], ["g", sale]));
    expect(await total("a")).toBe(10);
  });

  it("ignore a type nobody here asked for, and fields nobody needs", async () => {
    const { react, total, parked } = await aTown();
    const strange = aSale("s1", { tally: "a", amount: 5 }, "county.sale.made.v2");
    expect(await react(delivery(["g", strange], ["g", aSale("s2", { tally: "a", amount: 1, colour: "red" })]))).toEqual(
      whole,
    );
    expect(await total("a")).toBe(1);
    expect(await parked()).toEqual([]);
  });

  it.each([
    ["another service", "/towns/532302105000/grid-events"],
    ["another town", "/towns/532302106000/county"],
    ["no service of a town", "county"],
    ["a source that only begins alike", "/towns/532302105000/county/x"],
  ])("M2: park an event whose type is not of its source: %s", async (_kind, source) => {
    const { react, total, parked } = await aTown();
    expect(await react(delivery(["g", { ...aSale("s1", { tally: "a", amount: 5 }), source }]))).toEqual(whole);
    expect(await total("a")).toBe(0);
    expect(await parked()).toMatchObject([{ id: "s1", type: "county.sale.made", reason: "wrong-source" }]);
  });

  it("park what can never succeed once, with its reason, and go on", async () => {
    const { react, total, parked, runtime } = await aTown();
    const hopeless = delivery(
      ["g", aSale("s1", { tally: "a" })],
      ["g", aSale("s2", { tally: "nobody", amount: 1 })],
      ["g", aSale("s3", { tally: "a", amount: 2_000_000 })],
      ["g", "{no json"],
      ["g", { specversion: "0.3" }],
      ["g", aSale("s4", { tally: "a", amount: 2 })],
    );
    expect(await react(hopeless)).toEqual(whole);
    expect(await react(hopeless)).toEqual(whole);
    expect(await total("a")).toBe(2);
    expect(await parked()).toEqual([
      { id: "m3", type: "unknown", reason: "not-a-cloudevent", parkedAt: "2026-10-12T02:00:00.000Z" },
      { id: "m4", type: "unknown", reason: "not-a-cloudevent", parkedAt: "2026-10-12T02:00:00.000Z" },
      { id: "s1", type: "county.sale.made", reason: "needed-fields-missing", parkedAt: "2026-10-12T02:00:00.000Z" },
      {
        id: "s2",
        type: "county.sale.made",
        reason: "not-found",
        parkedAt: "2026-10-12T02:00:00.000Z",
        waitsFor: "tally/nobody",
      },
      { id: "s3", type: "county.sale.made", reason: "tally.too-much", parkedAt: "2026-10-12T02:00:00.000Z" },
    ]);
    expect(runtime.observability.counted.EventsParked).toBe(5);
  });

  it("leave a group at its first failure and go on with the others", async () => {
    const memory = memoryTable("t");
    let failing = false;
    const table: Table = {
      ...memory,
      write: async (puts) => {
        if (failing && JSON.stringify(puts).includes("tally#a")) throw new Error("the line is down");
        return memory.write(puts);
      },
    };
    const { react, total, runtime } = await aTown({ table });
    failing = true;
    const batch = delivery(
      ["ga", aSale("s1", { tally: "a", amount: 1 })],
      ["gb", aSale("s2", { tally: "b", amount: 2 })],
      ["ga", aSale("s3", { tally: "b", amount: 40 })],
      ["gb", aSale("s4", { tally: "b", amount: 3 })],
    );
    expect(await react(batch)).toEqual({ batchItemFailures: [{ itemIdentifier: "m0" }, { itemIdentifier: "m2" }] });
    expect([await total("a"), await total("b")]).toEqual([0, 5]);
    expect(runtime.observability.said).toMatchObject([
      { level: "error", message: "reaction failed", facts: { messageId: "m0" } },
    ]);
    failing = false;
    expect(await react(batch)).toEqual(whole);
    expect([await total("a"), await total("b")]).toEqual([1, 45]);
  });

  it("report every message when all fail, instead of failing as a whole", async () => {
    const { react } = await aTown({ table: { ...memoryTable("t"), read: () => Promise.reject(new Error("down")) } });
    expect(await react(delivery(["g", aSale("s1", { tally: "a", amount: 1 })]))).toEqual({
      batchItemFailures: [{ itemIdentifier: "m0" }],
    });
  });

  it("let a message wait that could not even be parked", async () => {
    const memory = memoryTable("t");
    let crowded = false;
    const { react, parked } = await aTown({
      table: {
        ...memory,
        write: async (puts) => (crowded ? { written: false, contended: true, failed: [] } : memory.write(puts)),
      },
    });
    crowded = true;
    const batch = delivery(["g", "{no json"]);
    expect(await react(batch)).toEqual({ batchItemFailures: [{ itemIdentifier: "m0" }] });
    crowded = false;
    expect(await react(batch)).toEqual(whole);
    expect(await parked()).toHaveLength(1);
  });

  it("let a fault of a reaction be tried again, and say so without what the message held", async () => {
    const secret = "13987654321";
    const service: Service = {
      ...tallyService,
      subscriptions: [{ type: "county.sale.made", needs: z.unknown(), react: () => JSON.parse(secret.concat("x")) }],
    };
    const { react, runtime } = await aTown({ service });
    expect(await react(delivery(["g", aSale("s1", { phone: secret })]))).toEqual({
      batchItemFailures: [{ itemIdentifier: "m0" }],
    });
    expect(JSON.stringify(runtime.observability.said.map(({ facts, message }) => [facts, message]))).not.toContain(
      secret,
    );
  });

  it("take an empty delivery for nothing", async () => {
    const { react } = await aTown();
    expect(await react({ Records: [] })).toEqual(whole);
  });
});
