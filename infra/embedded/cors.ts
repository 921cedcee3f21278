import type { IncomingMessage, ServerResponse } from "node:http";
import { isLoopbackOrigin } from "./loopback.ts";

/**
 * Lets front ends under development on this machine call the town from a browser.
 * @returns true when the request was a preflight and is answered
 */
export function allowLocalFrontEnds({ method, headers }: IncomingMessage, response: ServerResponse): boolean {
  const { origin } = headers;
  if (origin === undefined || !isLoopbackOrigin(origin)) return false;
  response.setHeader("access-control-allow-origin", origin);
  response.setHeader("vary", "origin");
  response.setHeader("access-control-expose-headers", "etag, location, retry-after");
  if (method !== "OPTIONS" || headers["access-control-request-method"] === undefined) return false;
  response.setHeader("access-control-allow-methods", "GET, POST, PUT");
  response.setHeader(
    "access-control-allow-headers",
    "authorization, content-type, idempotency-key, if-match, accept-language, traceparent, if-none-match, x-amz-checksum-sha256",
  );
  response.setHeader("access-control-max-age", "600");
  response.writeHead(204).end();
  return true;
}
