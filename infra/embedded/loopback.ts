import type { IncomingMessage } from "node:http";

const names = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;
const addresses = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);

/** What a proxy adds to a request of somebody else. */
const forwarding =
  /^(x-forwarded(-.*)?|x-original-.*|forwarded|via|x-real-ip|x-client-ip|true-client-ip|cf-connecting-ip)$/;

/**
 * Whether a request comes from this machine and means it. One that a proxy hands on comes from somebody else. The name it asked for must be one of this machine's own: a web
 * page elsewhere can have its name resolve to 127.0.0.1 (DNS rebinding), but not change the name the browser sends.
 */
export const isLoopback = ({ socket, headers }: IncomingMessage): boolean =>
  addresses.has(socket.remoteAddress ?? "") &&
  names.test(headers.host ?? "") &&
  !Object.keys(headers).some((name) => forwarding.test(name)) &&
  (headers.origin === undefined || isLoopbackOrigin(headers.origin));

export const isLoopbackOrigin = (origin: string): boolean => {
  const url = URL.parse(origin);
  return url !== null && names.test(url.host);
};
