import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { chmod, constants, copyFile, mkdir, readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import * as z from "zod";
import { writeWhole } from "../files.ts";
import { systemCode } from "../start-problem.ts";

/** A file of a backup: where, how large, and what. */
const backupFile = z.object({ path: z.string(), bytes: z.int().nonnegative(), sha256: z.string() });

/** What a backup says of itself. It is written last: a set without it is not whole. */
const backupSet = z.object({
  form: z.literal(1),
  town: z.string(),
  version: z.string(),
  at: z.iso.datetime(),
  files: z.array(backupFile),
});
export type BackupSet = z.output<typeof backupSet>;

const list = "backup.json";

export const writeSet = (directory: string, set: BackupSet) =>
  writeWhole(join(directory, list), JSON.stringify(set, undefined, 2));

/** @throws Error where the directory holds no whole backup */
export async function readSet(directory: string): Promise<BackupSet> {
  try {
    return backupSet.parse(JSON.parse(await readFile(join(directory, list), "utf8")));
  } catch {
    throw new Error(`${directory} is no whole backup / 不是完整的备份`);
  }
}

/** Copies a file for its owner alone. One that is there already stays: files are written once. */
export async function copyOnce(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  try {
    await copyFile(from, to, constants.COPYFILE_FICLONE | constants.COPYFILE_EXCL);
    await chmod(to, 0o600);
  } catch (error) {
    // It was removed meanwhile, or is there
    if (systemCode(error) !== "EEXIST" && systemCode(error) !== "ENOENT") throw error;
  }
}

/** All files below a directory, by their paths from it; in order. */
export async function filesBelow(directory: string): Promise<readonly string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(directory.length + 1))
    .toSorted();
}

/** Size and hash of a file, read part by part. */
export async function measured(path: string): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const part of createReadStream(path)) {
    hash.update(part);
    bytes += part.length;
  }
  return { bytes, sha256: hash.digest("hex") };
}

/** The files of a set that are missing or not as they were; empty: the set is whole. */
export async function changedIn(directory: string, { files }: BackupSet): Promise<readonly string[]> {
  const changed: string[] = [];
  for (const { path, bytes, sha256 } of files) {
    const now = await measured(join(directory, path)).catch(() => undefined);
    if (now?.bytes !== bytes || now.sha256 !== sha256) changed.push(path);
  }
  return changed;
}
