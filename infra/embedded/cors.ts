import type { IncomingMessage, ServerResponse } from "node:http";
import { allowedHeaders, exposedHeaders } from "../cors.ts";
import { isLoopbackOrigin } from "./loopback.ts";

/** Tells browsers whether a page of this origin may call. @returns true when it was a preflight and is answered */
export type Cors = (request: IncomingMessage, response: ServerResponse) => boolean;

/**
 * The profile's `deployment.corsOrigins`, as the cloud's gateway keeps to it. In simulation pages of this machine may
 * call too, so that a front end can be made.
 */
export function corsFor(origins: readonly string[], simulation: boolean): Cors {
  const anybody = origins.includes("*");
  const mayCall = (origin: string) => anybody || origins.includes(origin) || (simulation && isLoopbackOrigin(origin));
  return ({ method, headers }, response) => {
    const { origin } = headers;
    if (!anybody) response.setHeader("vary", "origin");
    if (origin === undefined || !mayCall(origin)) return false;
    response.setHeader("access-control-allow-origin", anybody ? "*" : origin);
    response.setHeader("access-control-expose-headers", exposedHeaders.join(", "));
    if (method !== "OPTIONS" || headers["access-control-request-method"] === undefined) return false;
    response.setHeader("access-control-allow-methods", "GET, HEAD, POST, PUT");
    response.setHeader("access-control-allow-headers", [...allowedHeaders, ...fileHeaders].join(", "));
    response.setHeader("access-control-max-age", "600");
    response.writeHead(204).end();
    return true;
  };
}

/** Sent to the town's own files, which a bucket keeps in the cloud. */
const fileHeaders = ["x-amz-checksum-sha256"];
