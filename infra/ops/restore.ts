import { existsSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { join, relative } from "node:path";
import { unfinished } from "../embedded/data-directory.ts";
import { changedIn, copyOnce, readSet } from "../embedded/ops/backup-set.ts";
import { notDone } from "../embedded/start-problem.ts";
import { OpsProblem } from "./town-client.ts";

/**
 * Puts a backup into an empty directory, from which a town can be started.
 * @param town the slug of the town that is meant
 * @returns how many files
 * @throws OpsProblem where the backup is not whole or another town's, or the directory not empty; then nothing is written
 */
export async function restore(from: string, to: string, town: string): Promise<number> {
  const set = await readSet(from).catch((error: unknown) => {
    throw new OpsProblem(error instanceof Error ? error.message : String(error));
  });
  if (set.town !== town)
    throw new OpsProblem(`${from} is of the town ${set.town}, not of ${town}; set TOWN / 属于另一个镇`);
  if (!relative(from, to).startsWith("..")) throw new OpsProblem(`${to} is inside of the backup / 不能放在备份目录内`);
  const changed = await changedIn(from, set);
  if (changed.length > 0)
    throw new OpsProblem(`${changed.length} files are not as they were saved, e.g. ${changed[0]} / 备份文件已改变`);
  if (existsSync(to) && (await readdir(to)).length > 0) throw new OpsProblem(`${to} is not empty / 目录不为空`);
  const finish = unfinished(to, "restore");
  try {
    for (const { path } of set.files) await copyOnce(join(from, path), join(to, path));
  } catch (error) {
    for (const name of await readdir(to)) await rm(join(to, name), { recursive: true, force: true });
    throw new OpsProblem(notDone(to, error));
  }
  const arrived = await changedIn(to, set);
  if (arrived.length > 0) throw new OpsProblem(`${arrived.length} files did not arrive whole / 文件未完整写入`);
  finish();
  return set.files.length;
}
