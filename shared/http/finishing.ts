import type middy from "@middy/core";
import { compressed } from "./compression.ts";
import type { HttpEvent, HttpResult } from "./event.ts";

/** What every answer gets last: the id of its request, its encoding, and to HEAD no body. */
export const finished: middy.MiddlewareObj<HttpEvent, HttpResult> = {
  after: async (request) => {
    if (request.response !== undefined && request.response !== null)
      request.response = await finish(request.response, request.event);
  },
  onError: async (request) => {
    if (request.response !== undefined && request.response !== null)
      request.response = await finish(request.response, request.event);
  },
};

async function finish(result: HttpResult, event: HttpEvent): Promise<HttpResult> {
  const { method } = event.requestContext.http;
  const encoded = await compressed(result, { method, acceptEncoding: event.headers["accept-encoding"] });
  const headers = { ...encoded.headers, "x-request-id": event.requestContext.requestId };
  return method === "HEAD" ? withoutBody({ ...encoded, headers }) : { ...encoded, headers };
}

/** RFC 9110 9.3.2: HEAD is told the size that GET would have. */
export function withoutBody({ body = "", isBase64Encoded, headers, ...result }: HttpResult): HttpResult {
  const size = Buffer.byteLength(body, isBase64Encoded === true ? "base64" : "utf8");
  return { ...result, headers: { ...headers, "content-length": String(size) }, body: "" };
}
