import type { IncomingMessage } from "node:http";
import type { Context } from "aws-lambda";
import type { HttpEvent } from "../../shared/http/index.ts";

/** The address asked for, taken apart. */
export interface Asked {
  /** As it was sent. */
  readonly path: string;
  /** Decoded, once for all: API Gateway's HTTP API hands on the decoded path. */
  readonly decoded: string;
  readonly query: string;
}

/** @returns undefined for what is no address, e.g. with a broken escape */
export function addressOf(url: string | undefined): Asked | undefined {
  const [path = "", query = ""] = splitOnce(url ?? "", "?");
  if (!path.startsWith("/")) return undefined;
  try {
    const decoded = decodeURIComponent(path);
    for (const part of query.split(/[&=]/)) decodeURIComponent(part.replaceAll("+", " "));
    return { path, decoded, query };
  } catch {
    return undefined;
  }
}

const splitOnce = (text: string, mark: string) => {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + mark.length)];
};

interface Parts {
  readonly request: IncomingMessage;
  readonly asked: Asked;
  readonly body: Buffer;
  readonly requestId: string;
  readonly pathParameters?: Record<string, string>;
  readonly routeKey: string;
  readonly authorizer?: HttpEvent["requestContext"]["authorizer"];
  /** The origin by which the town is reached from outside, through a proxy; else it is reached as it was asked for, by HTTP. */
  readonly publicUrl?: string | undefined;
}

/** A request as API Gateway's HTTP API hands it to a Lambda, payload format 2.0. */
export function httpEvent(parts: Parts): HttpEvent {
  const { request, asked, body, requestId, pathParameters, routeKey, authorizer } = parts;
  const headers = { ...headersOf(request), ...reachedBy(parts.publicUrl) };
  const { cookie, ...others } = headers;
  const method = request.method ?? "GET";
  const text = headers["content-encoding"] === undefined ? textOf(body, headers["content-type"]) : undefined;
  const now = new Date();
  return {
    version: "2.0",
    routeKey,
    rawPath: asked.decoded,
    rawQueryString: asked.query,
    ...(cookie === undefined ? {} : { cookies: cookie.split(/;\s*/) }),
    headers: others,
    ...(asked.query === "" ? {} : { queryStringParameters: queryOf(asked.query) }),
    ...(pathParameters === undefined ? {} : { pathParameters }),
    ...(body.length === 0 ? {} : { body: text ?? body.toString("base64") }),
    isBase64Encoded: body.length > 0 && text === undefined,
    requestContext: {
      accountId: "000000000000",
      apiId: "embedded",
      domainName: headers.host ?? "",
      domainPrefix: "embedded",
      http: {
        method,
        path: asked.decoded,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? "",
        userAgent: headers["user-agent"] ?? "",
      },
      requestId,
      routeKey,
      stage: "$default",
      time: now.toUTCString(),
      timeEpoch: now.getTime(),
      ...(authorizer === undefined ? {} : { authorizer }),
    },
  };
}

/** Host and scheme by which it was reached, as API Gateway tells them; what a client says of the scheme counts for nothing. */
function reachedBy(publicUrl: string | undefined): Record<string, string> {
  if (publicUrl === undefined) return { "x-forwarded-proto": "http" };
  const { host, protocol } = new URL(publicUrl);
  return { host, "x-forwarded-proto": protocol.slice(0, -1) };
}

const textTypes = /^(text\/|application\/([\w.+-]*\+)?(json|xml)\b|application\/javascript\b)/;

/** A body as text where its type is one and nothing is lost; undefined: it is handed on as bytes. */
function textOf(body: Buffer, type = "application/json"): string | undefined {
  if (!textTypes.test(type)) return undefined;
  const text = body.toString("utf8");
  return text.includes("\ufffd") ? undefined : text;
}

/** Names in lower case, a header sent twice joined by commas. */
export function headersOf({ headersDistinct }: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, values = []] of Object.entries(headersDistinct))
    headers[name] = values.length === 1 ? String(values[0]) : values.join(name === "cookie" ? "; " : ",");
  return headers;
}

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
