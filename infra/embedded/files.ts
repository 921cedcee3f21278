import { randomBytes } from "node:crypto";
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { open, rename } from "node:fs/promises";
import { systemCode } from "./start-problem.ts";

/** Only the owner reads what a town keeps. */
const ownerOnly = 0o600;

/** The file is the old one or the new one, whole, even if the power fails. */
export async function writeWhole(path: string, text: string): Promise<void> {
  const draft = `${path}.new`;
  const file = await open(draft, "w", ownerOnly);
  try {
    await file.writeFile(text);
    await file.datasync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
}

/** As `writeWhole`, for what must be on disk before the next statement. */
export function writeWholeNow(path: string, text: string): void {
  const draft = `${path}.new`;
  const file = openSync(draft, "w", ownerOnly);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, path);
}

/** Undefined: there is no such file. */
export function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (systemCode(error) === "ENOENT") return undefined;
    throw error;
  }
}

/** What no file holds yet is made once and kept. */
export function keptText(path: string, make: () => string): string {
  const kept = readIfThere(path);
  if (kept !== undefined && kept !== "") return kept;
  const made = make();
  writeWholeNow(path, made);
  return made;
}

export const newSecret = () => randomBytes(32).toString("base64url");
