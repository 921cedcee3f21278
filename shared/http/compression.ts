import { promisify } from "node:util";
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync, type ZlibOptions } from "node:zlib";
import Negotiator from "negotiator";
import type { HttpResult } from "./event.ts";
import { withVary } from "./vary.ts";

/**
 * Below this size an answer is not encoded. One of 1 KB is hardly smaller then. A command's answer is asked for once: where
 * it fits the ten packets that a connection sends at first, it arrives no later without, and encoding it costs a tenth of
 * the whole command.
 */
const worthwhile = (method: string) => (method === "GET" || method === "HEAD" ? 1024 : 14 * 1024);
const compressible = /^(text\/(?!event-stream)|application\/([\w.+-]*\+)?json\b|image\/svg\+xml\b)/;

/**
 * Up to this size an answer is encoded at once: that takes a tenth of a millisecond. To set up a stream and another
 * thread for it costs five times as much.
 */
const atOnce = 32 * 1024;

/** From this size on, what gzip gains by looking longer is worth its time: only documents of the API are as large. */
const large = 1024 * 1024;

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);
/** Quality 5 is as fast as gzip and smaller. */
const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
/** A small answer needs no large window and no large buffer; to clear them costs more than to encode the answer. */
const smallGzip: ZlibOptions = { windowBits: 13, memLevel: 6, chunkSize: 4096 };
const encoders = {
  br: (bytes: Buffer) => (bytes.length <= atOnce ? brotliCompressSync(bytes, brotli) : toBrotli(bytes, brotli)),
  gzip: (bytes: Buffer) =>
    bytes.length <= atOnce ? gzipSync(bytes, smallGzip) : toGzip(bytes, { level: bytes.length < large ? 6 : 9 }),
};

/** What the request said that matters here. */
interface Asking {
  readonly method: string;
  readonly acceptEncoding: string | undefined;
}

/** Encodes an answer as `Accept-Encoding` asks. An HTTP API of API Gateway compresses nothing itself. */
export async function compressed(result: HttpResult, { method, acceptEncoding }: Asking): Promise<HttpResult> {
  const { headers = {}, body = "", isBase64Encoded } = result;
  if (!compressible.test(String(headers["content-type"] ?? "")) || headers["content-encoding"] !== undefined)
    return result;
  const size = Buffer.byteLength(body, isBase64Encoded === true ? "base64" : "utf8");
  if (size < worthwhile(method)) return result;
  const varied = withVary(headers, "accept-encoding");
  const coding = preferred(acceptEncoding);
  if (coding === undefined) return { ...result, headers: varied };
  const bytes = Buffer.from(body, isBase64Encoded === true ? "base64" : "utf8");
  const encoded = await encoders[coding](bytes);
  return {
    ...result,
    headers: { ...varied, "content-encoding": coding },
    body: encoded.toString("base64"),
    isBase64Encoded: true,
  };
}

/** Clients send a few headers only, and the same ones each time. */
const negotiated = new Map<string, { readonly coding: keyof typeof encoders | undefined }>();
const mostHeaders = 100;

/** Without the header nothing is encoded: a client that says nothing may not decode. */
function preferred(header: string | undefined): keyof typeof encoders | undefined {
  if (header === undefined || header.trim() === "") return undefined;
  const known = negotiated.get(header);
  if (known !== undefined) return known.coding;
  const negotiator = new Negotiator({ headers: { "accept-encoding": header } });
  const best = negotiator.encoding(["br", "gzip", "identity"], { preferred: ["br", "gzip"] });
  const coding = best === "br" || best === "gzip" ? best : undefined;
  if (negotiated.size >= mostHeaders) negotiated.clear();
  negotiated.set(header, { coding });
  return coding;
}
