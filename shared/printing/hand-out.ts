import type { Files } from "../files/files.ts";
import { bytesFit } from "../http/answer-size.ts";
import type { KeptFile } from "../papers/kept.ts";
import { sha256 } from "../store/chain.ts";

/** A kept file as a route answers it: itself, or where to fetch what no Lambda could answer. */
export type HandedOut =
  | { readonly content: Uint8Array; readonly headers: Readonly<Record<string, string>> }
  | { readonly elsewhere: string };

/** What a page may load that shows a paper: nothing but its own style and pictures. */
export const paperPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/**
 * Answers a file of a paper under a name. It is compared with the hash on record: a file that is lost or differs is not
 * handed out.
 * @returns undefined if it is lost or altered
 */
export async function handOut(
  files: Files,
  { key, sha256: hash }: KeptFile,
  name: string,
): Promise<HandedOut | undefined> {
  const content = await files.get(key);
  if (content === undefined || sha256(content) !== hash) return undefined;
  if (!bytesFit(content.length)) return { elsewhere: (await files.downloadUrl(key, name)).url };
  return {
    content,
    headers: {
      "content-disposition": `inline; filename="${name}"`,
      etag: `"${hash}"`,
      "content-security-policy": paperPolicy,
    },
  };
}
