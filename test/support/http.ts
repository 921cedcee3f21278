import type { Context } from "aws-lambda";
import * as z from "zod";
import { apiFor, type HttpEvent } from "../../shared/http/index.ts";
import type { Runtime, Service } from "../../shared/service/index.ts";
import { noteExchange } from "./exchanges.ts";
import { checkBlamed, checkPointers } from "./pointers.ts";
import type { Asked } from "./tally-town.ts";

const answered = z.object({
  statusCode: z.number(),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  body: z.string().optional(),
});

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Sends requests to a service as API Gateway's HTTP API would, and reads the answers. */
export function talkTo(service: Service, runtime: Runtime) {
  const handler = apiFor(service, runtime);
  return async (asked: Asked): Promise<Answered> => {
    const { statusCode, headers, body = "" } = answered.parse(await handler(anEvent(asked), aLambdaContext));
    checkSendable(headers);
    const { method = "GET", path, body: sent } = asked;
    if (typeof sent === "string" || sent === undefined)
      noteExchange(service.routes, { method, path, sent, status: statusCode, text: body });
    if (statusCode >= 400) {
      checkPointers(service.routes, { method, path, text: body });
      checkBlamed(runtime);
    }
    return { status: statusCode, headers, body: contentOf(headers["content-type"], body) };
  };
}

/** @throws for a header that no server can send: RFC 9110 knows no Chinese there */
function checkSendable(headers: Readonly<Record<string, string | number | boolean>>): void {
  for (const [name, value] of Object.entries(headers)) new Headers().set(name, String(value));
}

/** JSON as it is; anything else as the text it came as. */
const contentOf = (type: unknown, body: string) =>
  z
    .record(z.string(), z.unknown())
    .parse(String(type).includes("json") && body !== "" ? JSON.parse(body) : { text: body });

export const aLambdaContext: Context = {
  callbackWaitsForEmptyEventLoop: false,
  functionName: "api",
  functionVersion: "1",
  invokedFunctionArn: "arn",
  memoryLimitInMB: "256",
  awsRequestId: "request-1",
  logGroupName: "group",
  logStreamName: "stream",
  getRemainingTimeInMillis: () => 60_000,
  done: () => undefined,
  fail: () => undefined,
  succeed: () => undefined,
};

/** An event of API Gateway's HTTP API, format 2.0, with the claims as its JWT authoriser hands them on. */
export function anEvent({
  method = "GET",
  path,
  query,
  rawQuery = "",
  headers = {},
  body,
  base64 = false,
  claims,
}: Asked): HttpEvent {
  const text = typeof body === "string" && !base64 ? body : body && Buffer.from(body).toString("base64");
  return {
    version: "2.0",
    routeKey: "$default",
    rawPath: path,
    rawQueryString: rawQuery,
    headers: { ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
    ...(query === undefined ? {} : { queryStringParameters: query }),
    ...(text === undefined ? {} : { body: text }),
    isBase64Encoded: base64 || body instanceof Uint8Array,
    requestContext: {
      accountId: "1",
      apiId: "1",
      domainName: "localhost",
      domainPrefix: "localhost",
      http: { method, path, protocol: "HTTP/1.1", sourceIp: "127.0.0.1", userAgent: "test" },
      requestId: "1",
      routeKey: "$default",
      stage: "$default",
      time: "",
      timeEpoch: 0,
      ...(claims === undefined
        ? {}
        : { authorizer: { principalId: "", integrationLatency: 0, jwt: { claims, scopes: [] } } }),
    },
  };
}
