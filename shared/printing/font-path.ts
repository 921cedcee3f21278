import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Where a font's file is: beside the bundle in the cloud, in its package elsewhere. */
export function fontPath(name: string, inPackage: string): string {
  const beside = join(import.meta.dirname, name);
  return existsSync(beside) ? beside : fileURLToPath(import.meta.resolve(inPackage));
}
