import { STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { gatewayTexts } from "./answer.ts";
import { systemCode } from "./start-problem.ts";

/** Answers what is no HTTP, or has more header lines than Node reads: nothing of it reaches a route or the log. */
export function refuseUnreadable(error: Error, socket: Duplex): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const isLarge = systemCode(error) === "HPE_HEADER_OVERFLOW";
  const [status, code] = isLarge ? [431, "request.headers-too-large" as const] : [400, "request.malformed" as const];
  const { zh, en } = gatewayTexts[code];
  const detail = `${zh} / ${en}`;
  const body = JSON.stringify({ type: `urn:qiangzhen:problem:${code}`, title: zh, status, detail, code });
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    "content-type: application/problem+json",
    `content-length: ${Buffer.byteLength(body)}`,
    "connection: close",
  ];
  socket.end(`${lines.join("\r\n")}\r\n\r\n${body}`);
}
