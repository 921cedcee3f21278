import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Context } from "aws-lambda";
import type { HttpEvent } from "../../shared/http/index.ts";

/** The address asked for, taken apart; undefined where it is none, e.g. with a broken escape. */
export interface Asked {
  readonly path: string;
  readonly query: string;
}

export function addressOf(url: string | undefined): Asked | undefined {
  const [path = "", query = ""] = splitOnce(url ?? "", "?");
  if (!path.startsWith("/")) return undefined;
  try {
    decodeURIComponent(path);
    for (const part of query.split(/[&=]/)) decodeURIComponent(part.replaceAll("+", " "));
  } catch {
    return undefined;
  }
  return { path, query };
}

const splitOnce = (text: string, mark: string) => {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + mark.length)];
};

interface Parts {
  readonly request: IncomingMessage;
  readonly asked: Asked;
  readonly body: Buffer;
  readonly pathParameters?: Record<string, string>;
  readonly routeKey: string;
  readonly authorizer?: HttpEvent["requestContext"]["authorizer"];
}

/** A request as API Gateway's HTTP API hands it to a Lambda, payload format 2.0. */
export function httpEvent({ request, asked, body, pathParameters, routeKey, authorizer }: Parts): HttpEvent {
  const headers = headersOf(request);
  const { cookie, ...others } = headers;
  const method = request.method ?? "GET";
  const isText = /^(text\/|application\/([\w.+-]*\+)?(json|xml)\b|application\/javascript\b)/.test(
    headers["content-type"] ?? "application/json",
  );
  const now = new Date();
  return {
    version: "2.0",
    routeKey,
    rawPath: asked.path,
    rawQueryString: asked.query,
    ...(cookie === undefined ? {} : { cookies: cookie.split(/;\s*/) }),
    headers: others,
    ...(asked.query === "" ? {} : { queryStringParameters: queryOf(asked.query) }),
    ...(pathParameters === undefined ? {} : { pathParameters }),
    ...(body.length === 0 ? {} : { body: body.toString(isText ? "utf8" : "base64") }),
    isBase64Encoded: body.length > 0 && !isText,
    requestContext: {
      accountId: "000000000000",
      apiId: "embedded",
      domainName: headers.host ?? "",
      domainPrefix: "embedded",
      http: {
        method,
        path: asked.path,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? "",
        userAgent: headers["user-agent"] ?? "",
      },
      requestId: randomUUID(),
      routeKey,
      stage: "$default",
      time: now.toUTCString(),
      timeEpoch: now.getTime(),
      ...(authorizer === undefined ? {} : { authorizer }),
    },
  };
}

/** Names in lower case, a header sent twice joined by commas. */
export const headersOf = ({ headersDistinct }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headersDistinct).map(([name, values = []]) => [name, values.join(name === "cookie" ? "; " : ",")]),
  );

function queryOf(query: string): Record<string, string> {
  const found = new URLSearchParams(query);
  return Object.fromEntries([...new Set(found.keys())].map((name) => [name, found.getAll(name).join(",")]));
}

/** What Lambda tells a handler about its invocation. */
export function lambdaContext(requestId: string, name: string, timeoutSeconds: number): Context {
  const end = Date.now() + timeoutSeconds * 1000;
  return {
    callbackWaitsForEmptyEventLoop: false,
    functionName: name,
    functionVersion: "$LATEST",
    invokedFunctionArn: `arn:aws:lambda:local:000000000000:function:${name}`,
    memoryLimitInMB: "512",
    awsRequestId: requestId,
    logGroupName: name,
    logStreamName: "embedded",
    getRemainingTimeInMillis: () => end - Date.now(),
    done: () => undefined,
    fail: () => undefined,
    succeed: () => undefined,
  };
}
