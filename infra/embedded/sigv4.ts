import { createHash, createHmac, type Hash, type Hmac, timingSafeEqual } from "node:crypto";
import { SignatureV4 } from "@smithy/signature-v4";

export interface AccessKey {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** A request as it came; names of headers in lower case. */
export interface Signed {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

const form =
  /^AWS4-HMAC-SHA256 Credential=([\w-]{1,128})\/\d{8}\/([a-z0-9-]+)\/sqs\/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/;
const longDate = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/;
/** A clock may be wrong by so much, as with AWS. */
const skew = 15 * 60_000;

/**
 * The key that signed a request by AWS Signature Version 4, for SQS, in its header; undefined: no key of ours did, or not
 * this request, or not now. Host and body are part of what is signed.
 * @param now milliseconds since the epoch
 */
export async function signerOf(
  request: Signed,
  keys: readonly AccessKey[],
  now: number,
): Promise<AccessKey | undefined> {
  const [, id, region = "", names = "", signature = ""] = form.exec(request.headers.authorization ?? "") ?? [];
  const key = keys.find(({ accessKeyId }) => accessKeyId === id);
  const signingDate = dateIn(request.headers["x-amz-date"]);
  const signed = names.split(";");
  if (key === undefined || signingDate === undefined || Math.abs(signingDate.getTime() - now) > skew) return undefined;
  if (!signed.includes("host") || !signed.includes("x-amz-date") || !bodyIsTheOneNamed(request)) return undefined;
  const signer = new SignatureV4({ service: "sqs", region, credentials: key, sha256: Sha256, applyChecksum: false });
  const { headers } = await signer.sign(
    {
      method: request.method,
      protocol: "http:",
      hostname: request.headers.host ?? "",
      path: request.path,
      query: {},
      headers: Object.fromEntries(signed.map((name) => [name, request.headers[name] ?? ""])),
      body: request.body,
    },
    { signingDate },
  );
  const ours = form.exec(headers.authorization ?? "");
  return ours?.[3] === names && isEqual(ours[4] ?? "", signature) ? key : undefined;
}

/** The signer believes a hash in the headers; so the body must have it. */
function bodyIsTheOneNamed({ headers, body }: Signed): boolean {
  const named = headers["x-amz-content-sha256"];
  return named === undefined || isEqual(named, createHash("sha256").update(body).digest("hex"));
}

function dateIn(text = ""): Date | undefined {
  const [, ...parts] = longDate.exec(text) ?? [];
  const [year, month, day, hour, minute, second] = parts.map(Number);
  if (year === undefined || month === undefined) return undefined;
  return new Date(Date.UTC(year, month - 1, day, hour, minute, second));
}

function isEqual(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Node's SHA-256 as the library asks for it. */
export class Sha256 {
  readonly #secret: Uint8Array | string | undefined;
  #hash: Hash | Hmac;

  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#secret = typeof secret === "string" || secret === undefined ? secret : bytesOf(secret);
    this.#hash = this.#begin();
  }

  update(chunk: string | ArrayBuffer | ArrayBufferView): void {
    this.#hash.update(typeof chunk === "string" ? chunk : bytesOf(chunk));
  }

  async digest(): Promise<Uint8Array> {
    return this.#hash.digest();
  }

  reset(): void {
    this.#hash = this.#begin();
  }

  #begin(): Hash | Hmac {
    return this.#secret === undefined ? createHash("sha256") : createHmac("sha256", this.#secret);
  }
}

const bytesOf = (data: ArrayBuffer | ArrayBufferView) =>
  ArrayBuffer.isView(data) ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength) : new Uint8Array(data);
