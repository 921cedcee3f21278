import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import {
  compressed,
  type HttpResult,
  isProblem,
  languageIn,
  type Problem,
  type Protocol,
  problem,
  protocolAt,
  rendered,
} from "../../shared/http/index.ts";
import type { Observability } from "../../shared/observability/index.ts";
import { gatewayTexts, problemAnswer, respond } from "./answer.ts";
import { bodyOf, gatewayLimit } from "./body.ts";
import type { Cors } from "./cors.ts";
import { filesPath } from "./files-door.ts";
import { type Asked, addressOf } from "./http-event.ts";
import type { Noted, TownLog } from "./ops/town-log.ts";
import { reasonOf, StartProblem, systemCode } from "./start-problem.ts";
import { refuseUnreadable } from "./unreadable.ts";

/** A request that has arrived whole, at an address that can be read. */
export interface Arrived {
  readonly request: IncomingMessage;
  readonly method: string;
  readonly asked: Asked;
  readonly body: Buffer;
  /** Its name in logs and in `x-request-id`. */
  readonly requestId: string;
  /** What the log of requests is to tell of it. */
  readonly noted: Noted;
}

export type Answering = (arrived: Arrived) => Promise<HttpResult | Problem>;

/** Answers a request as it comes, before its body was read: `undefined` when it has written the answer itself. */
export type Streaming = (
  request: IncomingMessage,
  response: ServerResponse,
  asked: Asked,
) => Promise<HttpResult | Problem | undefined>;

export interface Gateway {
  readonly url: string;
  readonly port: number;
  /**
   * From now on requests are answered so, those below `/_files/` as they stream; before, all are told that the town is starting.
   * @param protocols below whose paths refusals have other words than the house's
   */
  open(answering: Answering, files: Streaming, protocols?: readonly Protocol[]): void;
  /** Takes no more requests and settles when those under way are answered, at the latest after five seconds. */
  close(): Promise<void>;
}

interface Doors {
  readonly answering: Answering;
  readonly files: Streaming;
  readonly protocols: readonly Protocol[];
}

const starting = async (): Promise<Problem> => problem(503, "gateway.starting", { headers: { "retry-after": "1" } });

/** The HTTP server of the town. */
export async function startGateway(
  port: number,
  cors: Cors,
  { observability, log }: Watching,
  host = "127.0.0.1",
): Promise<Gateway> {
  let doors: Doors = { answering: starting, files: starting, protocols: [] };
  let closing: Promise<void> | undefined;
  const server = createServer({ requestTimeout: 60_000 }, (request, response) => {
    if (closing !== undefined) response.setHeader("connection", "close");
    answer(request, response, { ...doors, cors, observability, log }).catch(() => response.destroy());
  });
  server.on("clientError", refuseUnreadable);
  const bound = await listen(server, host, port);
  return {
    url: `http://${reachable(host)}:${bound}`,
    port: bound,
    open(answering, files, protocols = []) {
      doors = { answering, files, protocols };
    },
    close() {
      closing ??= drain(server);
      return closing;
    },
  };
}

async function drain(server: Server): Promise<void> {
  const closed = once(server, "close");
  server.close();
  server.closeIdleConnections();
  const late = setTimeout(() => server.closeAllConnections(), 5_000);
  await closed;
  clearTimeout(late);
}

/** Who hears of requests: of each one that ended, and of what failed. */
export interface Watching {
  readonly observability: Observability;
  readonly log: Pick<TownLog, "request">;
}

interface Parts extends Doors, Watching {
  readonly cors: Cors;
}

/** In the log: the caller has gone before the answer was written. */
const leftEarly = 499;

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { answering, files, protocols, cors, observability, log }: Parts,
): Promise<void> {
  const requestId = randomUUID();
  const noted: Noted = {};
  const began = performance.now();
  response.once("close", () =>
    log.request({
      ...noted,
      request: requestId,
      method: request.method ?? "",
      status: response.writableFinished ? response.statusCode : leftEarly,
      milliseconds: Math.round(performance.now() - began),
    }),
  );
  response.setHeader("x-request-id", requestId);
  if (cors(request, response)) return;
  const asked = addressOf(request.url);
  const say = async (result: HttpResult | Problem) => {
    const answered = isProblem(result) ? refusal(result, request, asked, protocols) : result;
    const { method = "GET", headers } = request;
    respond(response, await compressed(answered, { method, acceptEncoding: headers["accept-encoding"] }));
  };
  try {
    if (asked === undefined) return await say(problem(400, "request.malformed"));
    if (asked.path.startsWith(filesPath)) {
      noted.route = `${filesPath}{file}`;
      const answered = await files(request, response, asked);
      if (answered === undefined) return;
      return request.complete ? await say(answered) : cutOff(request, response, () => void say(answered));
    }
    const body = await bodyOf(request);
    if (body === undefined) {
      const limit = gatewayLimit;
      return cutOff(request, response, () => void say(problem(413, "request.too-large", { details: { limit } })));
    }
    await say(await answering({ request, method: request.method ?? "GET", asked, body, requestId, noted }));
  } catch (error) {
    if (request.destroyed && !request.complete) return;
    observability.error("gateway failed", error, { requestId });
    await say(problem(500, "request.failed"));
  }
}

/** What the door itself refuses: RFC 9457, or in the words of the protocol that is spoken there, also at an address that cannot be read. */
function refusal(
  refused: Problem,
  { url = "", headers }: IncomingMessage,
  asked: Asked | undefined,
  protocols: Doors["protocols"],
): HttpResult {
  const path = asked?.decoded ?? url.split("?")[0] ?? "";
  const spoken = protocolAt(protocols, path);
  if (spoken !== undefined) return rendered(spoken.renders(refused, path, gatewayTexts));
  return problemAnswer(refused, languageIn(headers["accept-language"]), asked?.path ?? "");
}

/** The rest of what is not wanted is not read: the answer is sent and the connection ended. */
function cutOff(request: IncomingMessage, response: ServerResponse, say: () => void): void {
  response.setHeader("connection", "close");
  response.once("finish", () => setTimeout(() => request.destroy(), 500).unref());
  request.resume();
  say();
}

/** The address by which this machine reaches a server that listens on `host`. */
function reachable(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "127.0.0.1";
  return host.includes(":") ? `[${host}]` : host;
}

async function listen(server: Server, host: string, port: number): Promise<number> {
  server.listen(port, host);
  try {
    await once(server, "listening");
  } catch (error) {
    if (systemCode(error) === "EADDRINUSE")
      throw new StartProblem("portInUse", `port ${port} is in use; set PORT to another / 端口${port}已被占用`, error);
    if (systemCode(error) === "EADDRNOTAVAIL" || systemCode(error) === "ENOTFOUND")
      throw new StartProblem("usage", `HOST ${host} is no address of this machine / HOST须为本机地址`, error);
    throw new StartProblem("portInUse", `port ${port}: ${reasonOf(error)}`, error);
  }
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : port;
}
