import { contentDigest } from "../files/content-digest.ts";
import type { Files } from "../files/index.ts";
import type { DocumentContent } from "../papers/content.ts";
import { renderHtml } from "../papers/html.ts";
import type { KeptFile, KeptPaper } from "../papers/kept.ts";
import { legible } from "../papers/legible.ts";
import { draws } from "./fonts.ts";

export const paperTypes = {
  json: "application/json",
  html: "text/html; charset=utf-8",
  pdf: "application/pdf",
} as const;

/** Keeps a file of a paper. The same bytes again change nothing. */
export async function keepPaperFile(
  files: Files,
  id: string,
  ending: keyof typeof paperTypes,
  bytes: Uint8Array,
): Promise<KeptFile> {
  const hash = contentDigest(bytes);
  const key = `documents/${id}/${hash}.${ending}`;
  await files.put(key, bytes, paperTypes[ending]);
  return { key, sha256: hash };
}

/** Keeps the content of a paper and its HTML. No PDF is drawn. */
export async function keepPaper(files: Files, content: DocumentContent): Promise<KeptPaper> {
  const encode = (text: string) => new TextEncoder().encode(text);
  const { missing } = legible(content, draws);
  const [json, html] = await Promise.all([
    keepPaperFile(files, content.id, "json", encode(JSON.stringify(content))),
    keepPaperFile(files, content.id, "html", encode(renderHtml(content))),
  ]);
  return { content: json, html, missingGlyphs: missing.length };
}
