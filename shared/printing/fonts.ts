import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type FontName, fontAssets } from "./font-assets.ts";
import { type FontFile, openFontFile } from "./font-file.ts";

const opened = new Map<FontName, FontFile>();

/** A face, opened once per process. */
export function face(name: FontName): FontFile {
  const known = opened.get(name) ?? openFontFile(fontPath(name));
  opened.set(name, known);
  return known;
}

/** Where a font's file is: beside the bundle in the cloud, in its package elsewhere. */
function fontPath(name: FontName): string {
  const beside = join(import.meta.dirname, name);
  return existsSync(beside) ? beside : fileURLToPath(import.meta.resolve(fontAssets[name]));
}
