import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate } from "node:zlib";
import type { HttpEvent } from "./event.ts";
import { problem } from "./problem.ts";
import { Refused } from "./refused.ts";

const decoders = {
  gzip: promisify(gunzip),
  "x-gzip": promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
};
const isDecoder = (coding: string): coding is keyof typeof decoders => Object.hasOwn(decoders, coding);
const acceptEncoding = "br, gzip, deflate";

/**
 * Reads a body as text: decodes `Content-Encoding`, then UTF-8.
 * @param limit of bytes, before and after decoding
 * @throws Refused 413 beyond the limit, 415 for another charset or coding, 400 for bytes that are not what they claim
 */
export async function readBodyText(event: HttpEvent, limit: number): Promise<string> {
  checkCharset(event.headers["content-type"]);
  const coding = event.headers["content-encoding"]?.trim().toLowerCase() ?? "identity";
  const text = event.body ?? "";
  if (!event.isBase64Encoded && coding === "identity") {
    if (Buffer.byteLength(text) > limit) throw tooLarge(limit);
    return readable(text);
  }
  const sent = Buffer.from(event.body ?? "", event.isBase64Encoded ? "base64" : "utf8");
  if (sent.length > limit) throw tooLarge(limit);
  const bytes = coding === "identity" || coding === "" ? sent : await decode(sent, coding, limit);
  return textOf(bytes, event.isBase64Encoded);
}

const tooLarge = (limit: number) => new Refused(problem(413, "request.too-large", { details: { limit } }));

function checkCharset(contentType: string | undefined): void {
  const charset = /;\s*charset\s*=\s*"?([^\s;"]*)/i.exec(contentType ?? "")?.[1];
  if (charset === undefined || /^(utf-?8|us-ascii)$/i.test(charset)) return;
  throw new Refused(problem(415, "request.unsupported-charset", { details: { charset } }));
}

async function decode(sent: Buffer, coding: string, maxOutputLength: number): Promise<Buffer> {
  if (!isDecoder(coding))
    throw new Refused(
      problem(415, "request.unsupported-encoding", {
        details: { accepted: acceptEncoding.split(", ") },
        headers: { "accept-encoding": acceptEncoding },
      }),
    );
  try {
    return await decoders[coding](sent, { maxOutputLength });
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge(maxOutputLength);
    throw new Refused(problem(400, "request.bad-encoding", { details: { coding } }));
  }
}

const unreadable = () => new Refused(problem(400, "request.not-utf-8"));
const strict = new TextDecoder("utf-8", { fatal: true });

/** A gateway that hands bytes on as text puts U+FFFD for each byte it cannot read; so that mark is refused there. */
function textOf(bytes: Buffer, exact: boolean): string {
  try {
    const text = strict.decode(bytes);
    return exact ? text : readable(text);
  } catch {
    throw unreadable();
  }
}

/** A text as the gateway handed it on, without the mark of byte order that UTF-8 may begin with. */
function readable(text: string): string {
  if (text.includes("\ufffd") || !text.isWellFormed()) throw unreadable();
  return text.startsWith("\ufeff") ? text.slice(1) : text;
}
