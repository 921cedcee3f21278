import { contentDigest } from "./content-digest.ts";
import { savedAs } from "./disposition.ts";
import type { FileDirectory } from "./file-directory.ts";
import { fileKey } from "./file-key.ts";
import { type FileFacts, type Files, lifetimes } from "./files.ts";
import { type Signer, signedQuery } from "./signed-url.ts";

interface Spec {
  readonly directory: FileDirectory;
  readonly signer: Signer;
  /** What stands before a key in its URL: origin and path, with a slash at the end. */
  readonly base: string;
  /** On whose time URLs expire. */
  readonly clock: () => string;
}

/** The headers by which an upload says what it brings; bound by its signature, as S3 would have them. */
export const boundHeaders = ({ sha256, type }: FileFacts) => ({
  "content-type": type,
  "if-none-match": "*",
  "x-amz-checksum-sha256": Buffer.from(sha256, "hex").toString("base64"),
});

const later = (now: string, seconds: number) => new Date(Date.parse(now) + seconds * 1000).toISOString();

/** Files in a directory, behind URLs signed as S3's are. The server of `base` has to judge them, see `judge`. */
export function directoryFiles({ directory, signer, base, clock }: Spec): Files {
  const url = (method: "GET" | "PUT", key: string, seconds: number, bound: object, query: object) => {
    const { host, pathname, href } = new URL(`${base}${fileKey(key)}`);
    const request = { method, path: pathname, headers: { host, ...bound }, query: { ...query } };
    const now = clock();
    return { url: `${href}?${signedQuery(signer, request, now, seconds)}`, expires: later(now, seconds) };
  };
  return {
    async put(key, content, type) {
      const facts = { bytes: content.length, sha256: contentDigest(content), type };
      await directory.write(key, facts, parts(content));
    },
    get: (key) => directory.read(key),
    async facts(key) {
      const found = await directory.find(key);
      return found === undefined ? undefined : { bytes: found.bytes, sha256: found.sha256, type: found.type };
    },
    async uploadUrl(key, facts) {
      const headers = boundHeaders(facts);
      const bound = { ...headers, "content-length": String(facts.bytes) };
      return { ...url("PUT", key, lifetimes.uploadSeconds, bound, {}), headers };
    },
    async downloadUrl(key, name) {
      return url("GET", key, lifetimes.downloadSeconds, {}, { "response-content-disposition": savedAs(name) });
    },
    remove: (key) => directory.remove(key),
  };
}

async function* parts(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content;
}
