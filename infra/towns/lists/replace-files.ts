import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

/** The new files in one, while they take their places: who reads meanwhile, or after a crash, reads them here. */
const journal = ".pending.json";
const journalled = z.record(z.string(), z.string());

/**
 * Writes all files of `directory` or none, whenever the program is stopped: all are written into one file, which counts from
 * its rename on, then each takes its place. If one cannot, those already done are put back; then the error goes on to the caller.
 */
export function replaceFiles(directory: string, contents: Readonly<Record<string, string>>): void {
  mkdirSync(directory, { recursive: true });
  const undo: (() => void)[] = [];
  const standing = Object.keys(contents).map((name) => [name, oldFile(directory, name)] as const);
  try {
    put(directory, journal, JSON.stringify({ ...pendingIn(directory), ...contents }));
    for (const [name, old] of standing) {
      put(directory, name, contents[name] ?? "");
      undo.push(() => (old === undefined ? rmSync(join(directory, name)) : put(directory, name, old)));
    }
  } catch (error) {
    for (const back of undo) back();
    throw error;
  } finally {
    rmSync(join(directory, journal), { force: true });
  }
}

/** The text of a file of `directory`, as the last import left it; undefined: no such file. */
export function fileIn(directory: string, name: string): string | undefined {
  return pendingIn(directory)[name] ?? oldFile(directory, name);
}

const pendingIn = (directory: string): z.infer<typeof journalled> => {
  const path = join(directory, journal);
  return existsSync(path) ? journalled.parse(JSON.parse(readFileSync(path, "utf8"))) : {};
};

/** What cannot be read is there, and not replaced: e.g. a directory of that name. */
function oldFile(directory: string, name: string): string | undefined {
  const path = join(directory, name);
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

function put(directory: string, name: string, text: string): void {
  const staged = join(directory, `.${name}.${process.pid}.tmp`);
  try {
    writeFileSync(staged, text, { flush: true });
    renameSync(staged, join(directory, name));
  } finally {
    rmSync(staged, { force: true });
  }
}
