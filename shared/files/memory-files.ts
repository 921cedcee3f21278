import { createHash } from "node:crypto";
import type { Files } from "./files.ts";

/** Files in memory, for tests of the edge; its URLs lead nowhere. */
export function memoryFiles(clock: () => string = () => "2026-01-01T00:00:00.000Z"): Files {
  const kept = new Map<string, { content: Uint8Array; type: string }>();
  return {
    async put(key, content, type) {
      if (!kept.has(key)) kept.set(key, { content: content.slice(), type });
    },
    async get(key) {
      return kept.get(key)?.content.slice();
    },
    async facts(key) {
      const found = kept.get(key);
      if (found === undefined) return undefined;
      const sha256 = createHash("sha256").update(found.content).digest("hex");
      return { bytes: found.content.length, sha256, type: found.type };
    },
    async uploadUrl(key, { type }) {
      return { url: `memory:${key}`, headers: { "content-type": type }, expires: clock() };
    },
    async downloadUrl(key, name) {
      return { url: `memory:${key}?name=${encodeURIComponent(name)}`, expires: clock() };
    },
  };
}
