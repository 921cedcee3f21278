import type { Files } from "./files.ts";
import type { FileFound } from "./upload/index.ts";

/** What lies under a key, and what its bytes say it is (not what anybody calls it); undefined: nothing. */
export async function fileFound(files: Files, key: string): Promise<FileFound | undefined> {
  const facts = await files.facts(key);
  const content = facts === undefined ? undefined : await files.get(key);
  if (facts === undefined || content === undefined) return undefined;
  // Loaded by the first file: it knows hundreds of formats
  const { fileTypeFromBuffer } = await import("file-type");
  const told = await fileTypeFromBuffer(content);
  return { ...facts, content: told?.mime === "image/heif" ? "image/heic" : told?.mime };
}

/** Keeps the content of one key under another one too, so that it stays when the first goes; false: there is nothing. */
export async function keepFile(files: Files, from: string, to: string, type: string): Promise<boolean> {
  const content = await files.get(from);
  if (content === undefined) return false;
  await files.put(to, content, type);
  return true;
}
