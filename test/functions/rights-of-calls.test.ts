import { createHash } from "node:crypto";
import { CreateBucketCommand, S3Client } from "@aws-sdk/client-s3";
import { CreateTopicCommand, SNSClient } from "@aws-sdk/client-sns";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Files } from "../../shared/files/index.ts";
import { s3Files } from "../../shared/files/s3-files.ts";
import { toTopic } from "../../shared/messaging/to-topic.ts";
import { documentClient, dynamoTable } from "../../shared/store/dynamo-table.ts";
import type { Table } from "../../shared/store/index.ts";
import { type Engine, startEngine } from "../support/engine.ts";
import { s3Access } from "../support/files.ts";
import { hearing } from "../support/functions/calls.ts";
import { type Right, Rights } from "../support/functions/rights.ts";
import { tallyService } from "../support/tally.ts";

/** What the clients of the SDK were heard to send to the engine, to S3 and to SNS. */
const heard = new Set<Right>();
const extensions = [
  hearing((rights) => {
    for (const right of rights) heard.add(right);
  }),
];
const noted = new Rights();
const doer = { service: "tally", kind: "api" } as const;

let engine: Engine;
let table: Table;
let files: Files;
let stopS3 = async () => {};
let topic: { readonly sns: SNSClient; readonly arn: string };

beforeAll(async () => {
  engine = await startEngine();
  const name = await engine.createTable("guangtong", tallyService);
  const client = documentClient({ ...s3Access, endpoint: engine.endpoint, extensions });
  table = noted.table(doer, dynamoTable(name, client));
  const { buildApp } = await import("fauxqs");
  const app = buildApp({ logger: false, defaultRegion: s3Access.region });
  const endpoint = await app.listen({ port: 0, host: "127.0.0.1" });
  const config = { ...s3Access, endpoint, forcePathStyle: true };
  const s3 = new S3Client(config);
  await s3.send(new CreateBucketCommand({ Bucket: "files" }));
  const clock = () => new Date().toISOString();
  files = noted.files(doer, s3Files({ bucket: "files", clock, config: { ...config, extensions } }));
  const plain = new SNSClient({ ...s3Access, endpoint });
  const Attributes = { FifoTopic: "true" };
  const { TopicArn: arn = "" } = await plain.send(new CreateTopicCommand({ Name: "events.fifo", Attributes }));
  topic = { sns: new SNSClient({ ...s3Access, endpoint, extensions }), arn };
  stopS3 = async () => {
    for (const one of [s3, plain, topic.sns]) one.destroy();
    await app.close();
  };
});
afterAll(async () => {
  await engine.stop();
  await stopS3();
});

const key = { pk: "tally#a", sk: "state" };
const content = Buffer.from("%PDF-1.7");
const facts = {
  ...{ type: "application/pdf", bytes: content.length },
  sha256: createHash("sha256").update(content).digest("hex"),
};

const operations: readonly (readonly [string, () => Promise<unknown>])[] = [
  ["reads records", () => table.read([key])],
  ["writes a record", () => table.write([{ item: { ...key, version: 1 }, expect: "absent" }])],
  ["writes on a condition of another record", () => table.write([{ check: key, expect: { version: 1 } }])],
  ["reads a history", () => table.query({ partition: "tally#a", limit: 1 })],
  ["asks an index", () => table.query({ index: "byDue", partition: "due", limit: 1 })],
  ["asks an empty range", () => table.query({ partition: "tally#a", from: "b", to: "a", limit: 1 })],
  ["writes a file", () => files.put("2026/a", content, "application/pdf")],
  ["reads a file", () => files.get("2026/a")],
  ["asks for facts of a file", () => files.facts("2026/a")],
  ["reads a file that is not there", () => files.get("2026/b")],
  ["removes a file", () => files.remove("2026/a")],
];

describe("what a table and files are asked takes the rights that the SDK's own requests take", () => {
  test.each(operations)("%s", async (_, act) => {
    heard.clear();
    const before = new Set(noted.of(doer));
    await act();
    const all = noted.of(doer);
    for (const right of heard) expect(all).toContain(right);
    // Nothing is noted that was not sent, now or before
    for (const right of all) if (!before.has(right)) expect([...heard]).toContain(right);
  });

  test("a signed URL to send and one to fetch take the rights of who follows them", async () => {
    heard.clear();
    const upload = await files.uploadUrl("2026/c", facts);
    expect((await fetch(upload.url, { method: "PUT", headers: upload.headers, body: content })).status).toBe(200);
    expect((await fetch((await files.downloadUrl("2026/c", "a.pdf")).url)).status).toBe(200);
    expect([...heard]).toEqual([]);
    expect([...noted.of(doer)]).toEqual(expect.arrayContaining(["s3:PutObject objects", "s3:GetObject objects"]));
  });

  test("a relay needs no more than to publish", async () => {
    heard.clear();
    const message = { type: "tally.tally.added", body: "{}", group: "a", deduplicationId: "a" };
    expect(await toTopic(topic.sns, topic.arn)([message])).toEqual([]);
    expect([...heard]).toEqual(["sns:Publish topic"]);
  });
});
