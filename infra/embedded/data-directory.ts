import { chmodSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { readIfThere, writeWholeNow } from "./files.ts";
import { makeDirectory } from "./make-directory.ts";
import { reasonOf, StartProblem } from "./start-problem.ts";

/** The files of a town on one machine. */
export const filesOf = (directory: string) => ({
  database: join(directory, "town.db"),
  wal: join(directory, "town.db-wal"),
  lock: join(directory, "lock.db"),
  checkpoint: join(directory, "checkpoint.json"),
  clock: join(directory, "clock.json"),
  tokenKey: join(directory, "token-key.pem"),
  cursorSecret: join(directory, "cursor-secret"),
  /** What ids and keys of persons are made with: lost, nobody on file is recognised any more. */
  townSecret: join(directory, "town-secret"),
  urlSecret: join(directory, "url-secret"),
  /** The secret of an outside subscriber's key to its queue. */
  queueKey: (subscriber: string) => join(directory, `queue-key-${subscriber}`),
  /** What opens the operators' door. */
  opsKey: join(directory, "ops-key"),
  /** Where the running town is reached, for commands on this machine. */
  address: join(directory, "address"),
  lastBackup: join(directory, "last-backup"),
  /** What puts a town into this directory, while it is not done. */
  unfinished: join(directory, "unfinished"),
  /** What happened, a file a day. */
  log: join(directory, "log"),
  /** The services' files, a directory for each. */
  files: join(directory, "files"),
});

export type Files = ReturnType<typeof filesOf>;

/**
 * Makes the data directory ours until we end. Node has no `flock`; SQLite's exclusive lock is one of the operating
 * system's record locks: it refuses a second start, also from within this process, and is gone the moment the process
 * is, `kill -9` included. A file with a pid in it would outlive us and might name a stranger.
 * @param goesOn a work that may have been cut off here, and is to go on
 * @returns what gives the directory back
 * @throws StartProblem where another town uses it, or another work was cut off in it
 */
export function takeDirectory(directory: string, goesOn?: Filling): () => void {
  let lock: DatabaseSync | undefined;
  try {
    makeDirectory(directory);
    // The directory may have been there before, open to others.
    chmodSync(directory, 0o700);
    lock = new DatabaseSync(filesOf(directory).lock, { timeout: 0 });
    lock.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    lock?.close();
    if (reasonOf(error).includes("locked"))
      throw new StartProblem("dataLocked", `${directory} is in use by another running town / 数据目录已被占用`, error);
    throw new StartProblem("dataUnusable", `${directory}: ${reasonOf(error)} / 数据目录不可用`, error);
  }
  const cutOff = readIfThere(filesOf(directory).unfinished);
  if (cutOff === undefined || cutOff === goesOn) return () => lock.close();
  lock.close();
  throw new StartProblem(
    "dataUnusable",
    `${directory}: ${cutOff} was cut off; empty the directory and do it again / 未完成，请清空目录后重做`,
  );
}

/** What fills a directory with a town. */
export type Filling = "import" | "restore";

/** Marks the directory until it is filled: half a town is not opened. @returns what takes the mark away */
export function unfinished(directory: string, filling: Filling): () => void {
  makeDirectory(directory);
  writeWholeNow(filesOf(directory).unfinished, filling);
  return () => rmSync(filesOf(directory).unfinished);
}
