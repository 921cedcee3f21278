import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { escaped } from "./disposition.ts";

/** Who signs: the key's name is in the URL, the secret is not. */
export interface Signer {
  readonly accessKeyId: string;
  readonly secret: string;
  readonly region: string;
}

/** A request that is allowed in advance, or that has come. Names of headers in lower case; `host` is one of them. */
export interface Signable {
  readonly method: string;
  /** As it stands in the request, escaped. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The query, as it stands in the request. */
  readonly query: string;
}

const algorithm = "AWS4-HMAC-SHA256";
const longest = 7 * 86_400;

/** `2026-03-02T02:00:00.000Z` → `20260302T020000Z` */
const basic = (instant: string) => instant.replaceAll(/[-:]|\.\d+/g, "");

/**
 * The query that allows a request as AWS Signature Version 4 does (S3's way: the content is not signed, the hash of it is
 * a header): all headers given are bound.
 * @param query further parameters, unescaped
 * @param now ISO 8601 in UTC
 */
export function signedQuery(
  signer: Signer,
  { method, path, headers, query }: Omit<Signable, "query"> & { readonly query: Readonly<Record<string, string>> },
  now: string,
  seconds: number,
): string {
  const parameters: [string, string][] = [
    ...Object.entries(query),
    ["X-Amz-Algorithm", algorithm],
    ["X-Amz-Credential", `${signer.accessKeyId}/${scopeOf(signer, basic(now))}`],
    ["X-Amz-Date", basic(now)],
    ["X-Amz-Expires", String(seconds)],
    ["X-Amz-SignedHeaders", Object.keys(headers).toSorted().join(";")],
  ];
  const canonical = canonicalQuery(parameters);
  const signature = signatureOf(signer, { method, path, headers, query: canonical }, Object.keys(headers), basic(now));
  return `${canonical}&X-Amz-Signature=${signature}`;
}

/** Whether a request is one that was allowed, by recomputing its signature; one that was is `late` after its time. */
export function judge(signer: Signer, request: Signable, now: string): "allowed" | "late" | "forged" {
  const parameters = parametersOf(request.query);
  if (parameters === undefined) return "forged";
  const { "X-Amz-Signature": signature = "", ...rest } = parameters;
  const { "X-Amz-Date": date = "", "X-Amz-Expires": seconds = "", "X-Amz-SignedHeaders": names = "" } = rest;
  if (rest["X-Amz-Algorithm"] !== algorithm || !/^\d{8}T\d{6}Z$/.test(date) || !/^\d{1,6}$/.test(seconds))
    return "forged";
  if (rest["X-Amz-Credential"] !== `${signer.accessKeyId}/${scopeOf(signer, date)}`) return "forged";
  const query = canonicalQuery(Object.entries(rest));
  if (!same(signature, signatureOf(signer, { ...request, query }, names.split(";"), date))) return "forged";
  const end = Date.parse(extended(date)) + Math.min(Number(seconds), longest) * 1000;
  return Date.parse(now) > end ? "late" : "allowed";
}

const extended = (date: string) => date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z");

const scopeOf = ({ region }: Signer, date: string) => `${date.slice(0, 8)}/${region}/s3/aws4_request`;

function signatureOf(
  signer: Signer,
  { method, path, headers, query }: Signable,
  names: readonly string[],
  date: string,
) {
  const sorted = names.toSorted();
  const headerOf = (name: string) => (Object.hasOwn(headers, name) ? (headers[name] ?? "") : "");
  const bound = sorted.map((name) => `${name}:${headerOf(name).trim().replaceAll(/ +/g, " ")}\n`).join("");
  const canonical = [method, path, query, bound, sorted.join(";"), "UNSIGNED-PAYLOAD"].join("\n");
  const text = [algorithm, date, scopeOf(signer, date), createHash("sha256").update(canonical).digest("hex")].join(
    "\n",
  );
  const mac = (key: string | Buffer, of: string) => createHmac("sha256", key).update(of).digest();
  const key = [signer.region, "s3", "aws4_request"].reduce(mac, mac(`AWS4${signer.secret}`, date.slice(0, 8)));
  return mac(key, text).toString("hex");
}

function same(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

const canonicalQuery = (parameters: readonly (readonly [string, string])[]) =>
  parameters
    .map(([name, value]) => [escaped(name), escaped(value)] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map((pair) => pair.join("="))
    .join("&");

/** Undefined: a broken escape, or a parameter given twice. */
export function parametersOf(query: string): Readonly<Record<string, string>> | undefined {
  try {
    const pairs = query.split("&").map((part): [string, string] => {
      const [name = "", ...value] = part.split("=");
      return [decodeURIComponent(name), decodeURIComponent(value.join("="))];
    });
    const found = new Map(pairs);
    return found.size === pairs.length ? Object.fromEntries(found) : undefined;
  } catch {
    return undefined;
  }
}
