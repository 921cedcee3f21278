import { contentDigest } from "../../shared/files/content-digest.ts";
import type { FileDirectory } from "../../shared/files/file-directory.ts";
import { fileKey } from "../../shared/files/file-key.ts";
import type { Files } from "../../shared/files/index.ts";
import type { Shelf } from "./sqlite/sqlite-shelf.ts";

/** Larger files lie in the directory: they would only swell the town's file. */
const most = 256 * 1024;

/** Files as they are, but small ones that the service makes itself lie on its shelf. */
export const shelvedFiles = (files: Files, directory: FileDirectory, shelf: Shelf): Files => ({
  ...files,
  async put(key, content, type) {
    if (content.length > most || directory.has(key)) return files.put(key, content, type);
    await shelf.put(fileKey(key), { type, bytes: content.length, sha256: contentDigest(content), content });
  },
  get: async (key) => shelf.find(fileKey(key))?.content ?? files.get(key),
  async facts(key) {
    const found = shelf.find(fileKey(key));
    if (found === undefined) return files.facts(key);
    const { bytes, sha256, type } = found;
    return { bytes, sha256, type };
  },
  async remove(key) {
    await shelf.remove(fileKey(key));
    await files.remove(key);
  },
});
