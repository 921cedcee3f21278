import { existsSync } from "node:fs";
import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { changedIn, copyOnce, readSet } from "../embedded/ops/backup-set.ts";
import { OpsProblem } from "./town-client.ts";

/**
 * Puts a backup into an empty directory, from which a town can be started.
 * @returns how many files
 * @throws OpsProblem where the backup is not whole, or the directory not empty; then nothing is written
 */
export async function restore(from: string, to: string): Promise<number> {
  const set = await readSet(from).catch((error: unknown) => {
    throw new OpsProblem(error instanceof Error ? error.message : String(error));
  });
  const changed = await changedIn(from, set);
  if (changed.length > 0)
    throw new OpsProblem(`${changed.length} files are not as they were saved, e.g. ${changed[0]} / 备份文件已改变`);
  if (existsSync(to) && (await readdir(to)).length > 0) throw new OpsProblem(`${to} is not empty / 目录不为空`);
  await mkdir(to, { recursive: true, mode: 0o700 });
  for (const { path } of set.files) await copyOnce(join(from, path), join(to, path));
  const arrived = await changedIn(to, set);
  if (arrived.length > 0) throw new OpsProblem(`${arrived.length} files did not arrive whole / 文件未完整写入`);
  return set.files.length;
}
