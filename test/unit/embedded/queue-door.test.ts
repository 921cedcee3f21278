import { request as httpRequest } from "node:http";
import {
  DeleteMessageCommand,
  GetQueueUrlCommand,
  PurgeQueueCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type KeyHolder, openQueueDoor, type QueueDoor } from "../../../infra/embedded/queue-door.ts";
import { signerOf } from "../../../infra/embedded/sigv4.ts";
import { SubscriberQueues } from "../../../infra/embedded/subscriber-queues.ts";

const holderOf = (id: string): KeyHolder => ({
  accessKeyId: id,
  secretAccessKey: `secret of ${id}`,
  queue: `${id}.fifo`,
});
const [county, city] = [holderOf("county"), holderOf("city")];
const reactions = "permits-reactions.fifo";

let queues: SubscriberQueues;
let door: QueueDoor;
const clients: SQSClient[] = [];
beforeAll(async () => {
  const outside = { service: undefined, attempts: 5, visibilitySeconds: 30 };
  const names = [county.queue, city.queue, reactions];
  queues = new SubscriberQueues(
    names.map((queue) => ({ queue, ...outside })),
    "cn-north-1",
  );
  door = await openQueueDoor(queues, [county, city], 0);
});
afterAll(async () => {
  for (const client of clients) client.destroy();
  await door.close();
  await queues.stop();
});

const as = ({ accessKeyId, secretAccessKey }: Pick<KeyHolder, "accessKeyId" | "secretAccessKey">) => {
  const credentials = { accessKeyId, secretAccessKey };
  const client = new SQSClient({ endpoint: door.endpoint, region: "cn-north-1", credentials, maxAttempts: 1 });
  clients.push(client);
  return client;
};
const put = async (queue: string, MessageBody: string) =>
  (await queues.client()).send(
    new SendMessageCommand({
      ...{ QueueUrl: queues.urlOf(queue), MessageBody },
      ...{ MessageGroupId: MessageBody, MessageDeduplicationId: MessageBody },
    }),
  );

/** A request as it comes over the wire; the headers given are all there are. */
function raw(headers: Record<string, string>, body = "{}", method = "POST"): Promise<number> {
  const { port } = new URL(door.endpoint);
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      { host: "127.0.0.1", port, method, setHost: false, agent: false, headers },
      (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      },
    );
    request.on("error", reject).end(body);
  });
}

/** What the SDK sends, caught before it goes out: the headers of a signed request and its body. */
async function caught(send: (client: SQSClient) => Promise<unknown>) {
  const client = as(county);
  const found: { headers: Record<string, string>; body: string }[] = [];
  client.middlewareStack.add(
    () => async (args) => {
      const asked: { headers?: Record<string, string>; body?: unknown } = Object(args.request);
      found.push({
        headers: { ...asked.headers },
        body: asked.body instanceof Uint8Array ? new TextDecoder().decode(asked.body) : "",
      });
      throw new Error("caught");
    },
    { step: "finalizeRequest", priority: "low" },
  );
  await send(client).catch(() => undefined);
  const [one] = found;
  if (one === undefined) throw new Error("nothing was sent");
  return one;
}
const receiving = () => new ReceiveMessageCommand({ QueueUrl: `${door.endpoint}/000000000000/${county.queue}` });

describe("the door for subscribers", () => {
  it("lets a subscriber find, read and empty its own queue with the usual SDK", async () => {
    await put(county.queue, "one");
    const sqs = as(county);
    const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: county.queue }));
    const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl }));
    expect(Messages?.map(({ Body }) => Body)).toEqual(["one"]);
    await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: Messages?.[0]?.ReceiptHandle }));
    expect(await queues.queues.get(county.queue)?.state()).toMatchObject({
      waiting: 0,
      inFlight: 0,
    });
  });

  it.each([
    ["another subscriber's queue", city.queue],
    ["a service's queue", reactions],
    ["its own dead letters", "county-dead.fifo"],
  ])("does not open %s", async (_kind, queue) => {
    const QueueUrl = `${door.endpoint}/000000000000/${queue}`;
    await expect(as(county).send(new ReceiveMessageCommand({ QueueUrl }))).rejects.toThrow("Access denied");
    await expect(as(county).send(new GetQueueUrlCommand({ QueueName: queue }))).rejects.toThrow("Access denied");
  });

  it("M2: lets nobody send, purge, or do anything but consume", async () => {
    const QueueUrl = `${door.endpoint}/000000000000/${county.queue}`;
    const forged = { QueueUrl, MessageBody: "forged", MessageGroupId: "g", MessageDeduplicationId: "d" };
    await expect(as(county).send(new SendMessageCommand(forged))).rejects.toThrow("Access denied");
    await expect(as(county).send(new PurgeQueueCommand({ QueueUrl }))).rejects.toThrow("Access denied");
  });

  it.each([
    ["a wrong secret", { ...county, secretAccessKey: "guessed" }],
    ["a key nobody has", { accessKeyId: "nobody", secretAccessKey: "secret of nobody" }],
    ["another subscriber's secret", { ...county, secretAccessKey: city.secretAccessKey }],
  ])("refuses %s", async (_kind, key) => {
    await expect(as(key).send(receiving())).rejects.toThrow("Access denied");
  });

  it("takes a request exactly as it was signed, and refuses it changed in any way", async () => {
    const { headers, body } = await caught((client) => client.send(receiving()));
    expect(await raw(headers, body)).toBe(200);
    const { authorization = "", ...unsigned } = headers;
    const { host = "" } = headers;
    const { port } = new URL(door.endpoint);
    const changed: [string, Record<string, string>, string][] = [
      ["no key", unsigned, body],
      ["another body of the same length", headers, body.replace(/county\.fifo/, "c0unty.fifo")],
      ["another action", { ...headers, "x-amz-target": "AmazonSQS.DeleteMessage" }, body],
      ["a foreign Host", { ...headers, host: `evil.example:${port}` }, body],
      ["a Host of this machine, but not the one that was signed", { ...headers, host: `localhost:${port}` }, body],
      ["a web page's Origin", { ...headers, origin: "https://evil.example" }, body],
      ["even an Origin of this machine", { ...headers, origin: `http://${host}` }, body],
      [
        "a signature of zeros",
        { ...headers, authorization: authorization.replace(/[0-9a-f]{64}$/, "0".repeat(64)) },
        body,
      ],
      ["another region", { ...headers, authorization: authorization.replace("cn-north-1", "us-east-1") }, body],
      ["fewer signed headers", { ...headers, authorization: authorization.replace("host;", "") }, body],
      ["an old date", { ...headers, "x-amz-date": "20200101T000000Z" }, body],
    ];
    for (const [kind, given, content] of changed) expect(await raw(given, content), kind).toBe(403);
    expect(await raw(headers, "", "GET")).toBe(403);
    expect(await raw({ host })).toBe(403);
  });

  it("takes a signature for fifteen minutes and no longer", async () => {
    const { headers, body } = await caught((client) => client.send(receiving()));
    const request = { method: "POST", path: "/", headers, body: Buffer.from(body) };
    const date = headers["x-amz-date"] ?? "";
    const at = Date.parse(date.replace(/(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/, "$1-$2-$3T$4:$5:$6Z"));
    for (const late of [-900_000, 0, 900_000]) expect(await signerOf(request, [county], at + late)).toEqual(county);
    for (const late of [-900_001, 900_001]) expect(await signerOf(request, [county], at + late)).toBeUndefined();
  });
});
