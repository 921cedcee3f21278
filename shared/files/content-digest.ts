import { sha256 } from "../store/chain.ts";

const known = new WeakMap<Uint8Array, string>();

/**
 * The SHA-256 of a file's content, in small hexadecimal digits. Who names a file by it and who keeps the file both ask: the same
 * bytes are digested once, so they are not to be changed after.
 */
export function contentDigest(content: Uint8Array): string {
  const digest = known.get(content) ?? sha256(content);
  known.set(content, digest);
  return digest;
}
