import { mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Makes a directory for its owner alone, and those above it that are missing. Node's own `recursive` never ends where a
 * parent is there and yet cannot hold anything, as `/proc`.
 * @throws Error of the system where it cannot be
 */
export function makeDirectory(directory: string): void {
  const parent = dirname(directory);
  if (parent !== directory && kindOf(parent) === "nothing") makeDirectory(parent);
  try {
    mkdirSync(directory, { mode: 0o700 });
  } catch (error) {
    if (kindOf(directory) !== "directory") throw error;
  }
}

function kindOf(path: string): "nothing" | "directory" | "other" {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? "nothing" : found.isDirectory() ? "directory" : "other";
}
