import type { IncomingMessage } from "node:http";

/** As API Gateway: what is larger never reaches a function. */
export const gatewayLimit = 10 * 1024 * 1024;

/** The whole body, or undefined once it is larger than the gateway takes; the rest is then neither kept nor awaited. */
export async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const announced = request.headers["content-length"];
  if (Number(announced ?? 0) > gatewayLimit) return undefined;
  if (announced === undefined && request.headers["transfer-encoding"] === undefined) return Buffer.alloc(0);
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let size = 0;
    request
      .on("data", (part: Buffer) => {
        size += part.length;
        if (size > gatewayLimit) resolve(undefined);
        else parts.push(part);
      })
      .once("end", () => resolve(Buffer.concat(parts)))
      .once("error", reject)
      .once("close", () => reject(new Error("the request was cut off")));
  });
}
