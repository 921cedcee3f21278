import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Writes all files of `directory` or none: each first under a temporary name, then renamed over the old one. If a rename
 * fails, those already done are put back as they were; then the error goes on to the caller.
 */
export function replaceFiles(directory: string, contents: Readonly<Record<string, string>>): void {
  mkdirSync(directory, { recursive: true });
  const files = Object.entries(contents).map(([name, text]) => ({
    path: join(directory, name),
    staged: join(directory, `.${name}.${process.pid}.tmp`),
    text,
  }));
  const undo: (() => void)[] = [];
  try {
    for (const { staged, text } of files) writeFileSync(staged, text, { flush: true });
    for (const { path, staged } of files) {
      const old = existsSync(path) ? readFileSync(path) : undefined;
      renameSync(staged, path);
      undo.push(() => (old === undefined ? rmSync(path) : writeFileSync(path, old)));
    }
  } catch (error) {
    for (const back of undo) back();
    throw error;
  } finally {
    for (const { staged } of files) rmSync(staged, { force: true });
  }
}
