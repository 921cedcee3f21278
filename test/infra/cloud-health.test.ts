import { once } from "node:events";
import { createServer } from "node:http";
import { CreateQueueCommand, GetQueueUrlCommand, SendMessageCommand } from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import * as z from "zod";
import { SubscriberQueues } from "../../infra/embedded/subscriber-queues.ts";
import { streamAge } from "../../infra/ops/stream-age.ts";
import { cloudProbes } from "../../infra/watch/health.ts";
import { look } from "../../infra/watch/looking.ts";
import { QueueReader } from "../../infra/watch/queues.ts";
import { watchedIn } from "../../infra/watch/watched.ts";
import { troubleWords } from "../../shared/observability/trouble.ts";
import { setAside } from "../../shared/service/set-aside.ts";
import { memoryTable, type Table } from "../../shared/store/index.ts";
import { testServices, testTown } from "../support/embedded.ts";
import { listening } from "../support/tally-town.ts";

/** SQS in this process: what the watch speaks to. */
const queues = new SubscriberQueues([], "cn-north-1");
const names = watchedIn(testServices, testTown.profile);
const every = [...names.inboxes, ...names.subscribers, ...names.dead, ...names.undelivered, ...names.unrelayed];
const missing = names.unrelayed[0] ?? "";

beforeAll(async () => {
  const sqs = await queues.client();
  for (const QueueName of every.filter((name) => name !== missing))
    await sqs.send(
      new CreateQueueCommand({
        QueueName,
        ...(QueueName.endsWith(".fifo") ? { Attributes: { FifoQueue: "true" } } : {}),
      }),
    );
});
afterAll(() => queues.stop());

let tables: Map<string, Table>;
let now: string;
beforeEach(() => {
  tables = new Map(names.tables.map((name) => [name, memoryTable(name)]));
  now = "2026-11-02T01:00:00.000Z";
});

const toldIn = z.object({ part: z.string(), why: z.string() });

async function aWatch() {
  const reader = new QueueReader(await queues.client());
  const observability = listening();
  const probes = cloudProbes({
    names,
    figures: (queue) => reader.figures(queue),
    tableOf: (name) => tables.get(name) ?? memoryTable(name),
    now: () => now,
  });
  return {
    look: async () => {
      observability.said.length = 0;
      const { status } = await look(probes, observability);
      return {
        status,
        parts: observability.said.map(({ facts }) => toldIn.parse(facts).part),
        said: observability.said,
      };
    },
  };
}

async function send(QueueName: string, id: string): Promise<void> {
  const sqs = await queues.client();
  const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName }));
  const fifo = QueueName.endsWith(".fifo") ? { MessageGroupId: id, MessageDeduplicationId: id } : {};
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: "{}", ...fifo }));
}

async function make(QueueName: string): Promise<void> {
  await (await queues.client()).send(new CreateQueueCommand({ QueueName }));
}

describe("the watch of a town in the cloud", () => {
  it("tells of a queue that is not there, and says nothing once it is", async () => {
    const watch = await aWatch();
    expect(await watch.look()).toMatchObject({ status: "failing", parts: ["queues"] });
    await make(missing);
    expect(await watch.look()).toEqual({ status: "ok", parts: [], said: [] });
  });

  it("tells of messages that wait a quarter of an hour, to the second, and of none that are consumed meanwhile", async () => {
    const watch = await aWatch();
    const [inbox = ""] = names.inboxes;
    await send(inbox, "one");
    expect((await watch.look()).parts).toEqual([]);
    now = "2026-11-02T01:15:00.000Z";
    expect((await watch.look()).parts).toEqual([]);
    now = "2026-11-02T01:15:00.001Z";
    const { status, said } = await watch.look();
    expect(status).toBe("degraded");
    expect(said).toMatchObject([{ level: "warn", message: troubleWords, facts: { part: "waiting" } }]);
    const again = await aWatch();
    expect((await again.look()).parts).toEqual([]);
  });

  it.each(["dead", "undelivered", "unrelayed"] as const)(
    "tells of any message that is %s, with its queue",
    async (end) => {
      const [queue = ""] = names[end];
      const watch = await aWatch();
      await send(queue, end);
      const { said } = await watch.look();
      expect(said.map(({ facts }) => toldIn.parse(facts).why)).toContainEqual(expect.stringContaining(queue));
    },
  );

  it("tells of a deadline that nobody has acted on for five minutes, and of one that is set aside", async () => {
    const [timed = ""] = names.timed;
    const table = tables.get(timed) ?? memoryTable(timed);
    const due = { pk: "tally#a", sk: "state", byDueP: "due", byDueS: "2026-11-02T00:55:00.000Z#tally#a", version: 1 };
    await table.write([{ item: due, expect: "absent" }]);
    const watch = await aWatch();
    now = "2026-11-02T00:59:59.999Z";
    expect((await watch.look()).parts).not.toContain("sweep");
    now = "2026-11-02T01:00:00.000Z";
    expect((await watch.look()).parts).toContain("sweep");
    const runtime = { store: { table }, clock: () => now };
    await setAside(runtime, { aggregate: "tally", id: "a", due: "2026-11-02T00:55:00.000Z", reason: "no-progress" });
    const { parts } = await watch.look();
    expect(parts).toContain("setAside");
    expect(parts).not.toContain("sweep");
  });

  it("a table that does not answer is failing", async () => {
    const watch = await aWatch();
    const [name = ""] = names.tables;
    tables.set(name, { ...memoryTable(name), read: () => Promise.reject(new Error("no such table")) });
    const { status, said } = await watch.look();
    expect(status).toBe("failing");
    expect(said.map(({ facts }) => facts)).toContainEqual(
      expect.objectContaining({ part: "tables", status: "failing" }),
    );
  });
});

describe("how far a relay is behind", () => {
  const answer = (points: string) =>
    `<GetMetricStatisticsResponse><GetMetricStatisticsResult><Datapoints>${points}</Datapoints></GetMetricStatisticsResult></GetMetricStatisticsResponse>`;

  async function asked(status: number, points: string) {
    const seen: { headers: Record<string, unknown>; body: string }[] = [];
    const server = createServer((request, response) => {
      let body = "";
      request.on("data", (part) => {
        body += String(part);
      });
      request.on("end", () => {
        seen.push({ headers: request.headers, body });
        response.writeHead(status).end(answer(points));
      });
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const port = typeof address === "object" ? address?.port : 0;
    const credentials = async () => ({ accessKeyId: "AKIDTEST", secretAccessKey: "secret" });
    const endpoint = `http://127.0.0.1:${port}/`;
    try {
      const age = await streamAge("guangtong-tally-relay", now, { region: "cn-north-1", credentials, endpoint });
      return { age, seen };
    } finally {
      server.close();
    }
  }

  it("is asked of CloudWatch for the last quarter of an hour, in the operator's own name", async () => {
    const { age, seen } = await asked(200, "<member><Maximum>301000.0</Maximum></member>");
    expect(age).toBe(301_000);
    const [{ headers, body } = { headers: {}, body: "" }] = seen;
    expect(headers.authorization).toMatch(/^AWS4-HMAC-SHA256 Credential=AKIDTEST\/\d{8}\/cn-north-1\/monitoring\//);
    expect(Object.fromEntries(new URLSearchParams(body))).toMatchObject({
      MetricName: "IteratorAge",
      "Dimensions.member.1.Value": "guangtong-tally-relay",
      StartTime: "2026-11-02T00:45:00.000Z",
      EndTime: now,
    });
  });

  it("is nothing where the relay read nothing, and a failure where CloudWatch refuses", async () => {
    expect((await asked(200, "")).age).toBe(0);
    await expect(asked(403, "")).rejects.toThrow("CloudWatch answers 403");
  });
});
