import type { IncomingMessage } from "node:http";

/** As API Gateway: what is larger never reaches a function. */
export const gatewayLimit = 10 * 1024 * 1024;

/** The whole body, or undefined once it is larger than the gateway takes; the rest is then neither kept nor awaited. */
export async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  if (Number(request.headers["content-length"] ?? 0) > gatewayLimit) return undefined;
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request.iterator({ destroyOnReturn: false })) {
    if (!Buffer.isBuffer(part)) continue;
    size += part.length;
    if (size > gatewayLimit) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}
