import { createHash } from "node:crypto";
import { fileKey } from "./file-key.ts";
import type { Files } from "./files.ts";

/** Files in memory, for tests of the edge; its URLs lead nowhere. */
export function memoryFiles(clock: () => string = () => "2026-01-01T00:00:00.000Z"): Files {
  const kept = new Map<string, { content: Uint8Array; type: string }>();
  return {
    async put(key, content, type) {
      if (!kept.has(fileKey(key))) kept.set(key, { content: content.slice(), type });
    },
    async get(key) {
      return kept.get(fileKey(key))?.content.slice();
    },
    async facts(key) {
      const found = kept.get(fileKey(key));
      if (found === undefined) return undefined;
      const sha256 = createHash("sha256").update(found.content).digest("hex");
      return { bytes: found.content.length, sha256, type: found.type };
    },
    async uploadUrl(key, { type }) {
      return { url: `memory:${fileKey(key)}`, headers: { "content-type": type }, expires: clock() };
    },
    async downloadUrl(key, name) {
      return { url: `memory:${fileKey(key)}?name=${encodeURIComponent(name)}`, expires: clock() };
    },
    async remove(key) {
      kept.delete(fileKey(key));
    },
  };
}
