import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import * as z from "zod";
import { bodyOf } from "./body.ts";
import { headersOf } from "./http-event.ts";
import { isLoopback } from "./loopback.ts";
import { type AccessKey, signerOf } from "./sigv4.ts";
import { reasonOf, StartProblem, systemCode } from "./start-problem.ts";
import type { Reply, SubscriberQueues } from "./subscriber-queues.ts";

/** A subscriber outside: its key, and the one queue that the key opens. */
export interface KeyHolder extends AccessKey {
  readonly queue: string;
}

export interface QueueDoor {
  readonly endpoint: string;
  close(): Promise<void>;
}

/** What the owner of a queue may do with it, as the queue's policy says in the cloud. */
const consuming =
  /^AmazonSQS\.(ReceiveMessage|DeleteMessage(Batch)?|ChangeMessageVisibility(Batch)?|GetQueueUrl|GetQueueAttributes)$/;
const asked = z.object({ QueueUrl: z.string().optional(), QueueName: z.string().optional() });
const refused: Reply = {
  status: 403,
  headers: { "content-type": "application/x-amz-json-1.0" },
  body: JSON.stringify({ __type: "com.amazonaws.sqs#AccessDenied", message: "Access denied / 无权访问" }),
};

/**
 * The port by which subscribers in other departments read their queues with the usual SDK, on this machine only. Each
 * request must be signed with a subscriber's key, and reaches that subscriber's queue alone. Another Host, and any page of
 * a browser (Origin), are refused.
 */
export async function openQueueDoor(
  queues: SubscriberQueues,
  holders: readonly KeyHolder[],
  port: number,
): Promise<QueueDoor> {
  let endpoint = "";
  const answer = async (request: IncomingMessage): Promise<Reply> => {
    const { origin } = request.headers;
    if (!isLoopback(request) || origin !== undefined || request.method !== "POST") return refused;
    const body = await bodyOf(request);
    if (body === undefined) return refused;
    const signed = { method: "POST", path: request.url ?? "/", headers: headersOf(request), body };
    const key = await signerOf(signed, holders, Date.now());
    const holder = holders.find(({ accessKeyId }) => accessKeyId === key?.accessKeyId);
    const action = signed.headers["x-amz-target"] ?? "";
    if (holder === undefined || !consuming.test(action) || queueIn(body) !== holder.queue) return refused;
    if (action.endsWith(".GetQueueUrl")) return json({ QueueUrl: `${endpoint}${queues.pathOf(holder.queue)}` });
    return queues.ask(action, body.toString("utf8"));
  };
  const server = createServer({ requestTimeout: 60_000 }, (request, response) => {
    answer(request).then(
      (reply) => write(response, reply),
      () => response.destroy(),
    );
  });
  server.listen(port, "127.0.0.1");
  try {
    await once(server, "listening");
  } catch (error) {
    const text =
      systemCode(error) === "EADDRINUSE" ? `QUEUES_PORT ${port} is in use / 队列端口被占用` : reasonOf(error);
    throw new StartProblem("portInUse", text, error);
  }
  const address = server.address();
  endpoint = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : port}`;
  return {
    endpoint,
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** The one queue that a request is about; undefined: none, or two that differ. */
function queueIn(body: Buffer): string | undefined {
  try {
    const { QueueUrl, QueueName } = asked.parse(JSON.parse(body.toString("utf8")));
    const named = QueueUrl?.split("/").at(-1);
    return QueueName === undefined || named === undefined || named === QueueName ? (named ?? QueueName) : undefined;
  } catch {
    return undefined;
  }
}

const json = (body: object): Reply => ({ ...refused, status: 200, body: JSON.stringify(body) });

function write(response: ServerResponse, { status, headers, body }: Reply): void {
  response.writeHead(status, headers).end(body);
}
