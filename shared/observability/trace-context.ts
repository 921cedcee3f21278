import { hash } from "node:crypto";

/** W3C Trace Context, version 00. Zeros alone are no id. */
const valid = /^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;

/**
 * The trace that a request belongs to: the caller's, or one that follows from the id of the request. By it each event tells
 * which request it goes back to, as far as the last consumer.
 * @param given the header `traceparent`; one that is not of the standard counts as left out
 */
export function traceparentOf(given: string | undefined, requestId: string): string {
  if (given !== undefined && valid.test(given)) return given;
  return `00-${traceIdOf(requestId)}-${hash("sha256", requestId, "hex").slice(0, 16)}-00`;
}

/** The trace of a request that brought none, by its id. A UUID is its own trace. */
export function traceIdOf(requestId: string): string {
  const hex = requestId.replaceAll("-", "").toLowerCase();
  return /^(?!0{32})[0-9a-f]{32}$/.test(hex) ? hex : hash("sha256", requestId, "hex").slice(0, 32);
}

/** The trace that a `traceparent` names. */
export const traceIn = (traceparent: string): string => traceparent.split("-")[1] ?? "";

/** A trace as it is kept with an event: 22 letters. Undefined: what was given is not of the standard. */
export const shortTrace = (traceparent: string): string | undefined =>
  valid.test(traceparent) ? Buffer.from(traceIn(traceparent), "hex").toString("base64url") : undefined;

/** The `traceparent` of an event that is published: the trace it is kept with, and itself as the parent of what follows. */
export const traceparentOfEvent = (short: string, event: string): string =>
  `00-${Buffer.from(short, "base64url").toString("hex")}-${hash("sha256", event, "hex").slice(0, 16)}-00`;
