import { createHash } from "node:crypto";
import { isKnown } from "./conditions.ts";
import type { HttpEvent, HttpResult } from "./event.ts";
import type { Route } from "./route.ts";

/** For so many seconds anybody may keep a public answer. */
const defaultMaxAge = 60;

/**
 * Says who may keep an answer: a public one anybody for a while, any other nobody, because it may be personal.
 * An answer without a version gets an ETag of its content, so that it can be asked for again cheaply.
 */
export function cachedAnswer(result: HttpResult, route: Route): HttpResult {
  const headers = { ...result.headers };
  const isPublic = route.method === "GET" && route.allow === "public" && result.statusCode === 200;
  const isStream = route.produces?.startsWith("text/event-stream") === true;
  if (!isPublic || isStream) {
    const isRead = route.method === "GET" && result.statusCode === 200 && !isStream;
    return {
      ...result,
      headers: { "cache-control": "no-store", ...headers, ...(isRead ? { etag: etagOf(result) } : {}) },
    };
  }
  const maxAge = route.maxAge ?? defaultMaxAge;
  const cacheControl = maxAge === 0 ? "public, no-cache" : `public, max-age=${maxAge}`;
  const etag = etagOf(result);
  return { ...result, headers: { "cache-control": cacheControl, ...headers, etag } };
}

/**
 * A view tells more than its record: lights and steps change with the day and with who looks. So the ETag of a read is the
 * version and a digest of what is told: `"4.<digest>"`. `If-Match` takes it as it is, or the version alone.
 */
function etagOf(result: HttpResult): string {
  const given = result.headers?.etag;
  if (given === undefined) return `W/"${digestOf(result)}"`;
  const [, version] = /^"(\d+)"$/.exec(String(given)) ?? [];
  return version === undefined ? String(given) : `"${version}.${digestOf(result)}"`;
}
const digestOf = ({ body = "" }: HttpResult) => createHash("sha256").update(body).digest("base64url").slice(0, 22);

const kept = ["cache-control", "content-location", "etag", "vary"];

/** RFC 9110 15.4.5: 304 without a body, where a GET names the ETag it would be answered with. */
export function unmodified({ statusCode, headers = {} }: HttpResult, event: HttpEvent): HttpResult | undefined {
  const { method } = event.requestContext.http;
  const etag = headers.etag === undefined ? undefined : String(headers.etag);
  if ((method !== "GET" && method !== "HEAD") || statusCode !== 200) return undefined;
  if (!isKnown(event.headers["if-none-match"], etag)) return undefined;
  return {
    statusCode: 304,
    headers: Object.fromEntries(Object.entries(headers).filter(([name]) => kept.includes(name))),
  };
}
