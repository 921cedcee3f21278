import { type FileHandle, open } from "node:fs/promises";
import { dirname } from "node:path";
import { GroupCommit } from "./group-commit.ts";

/** Whether what was committed would survive a power cut, not only the end of a process. */
export interface Durability {
  /** To be called after every commit. */
  committed(): void;
  /** Settles when everything committed before this call is on the disk. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/**
 * SQLite writes its log (WAL) without waiting for the disk (`synchronous=NORMAL`): a killed process loses nothing, a
 * power cut could lose the last commits. So we sync the log ourselves, beside the one thread, once for all who wait.
 * SQLite syncs the log before it moves anything out of it, and reads it back as far as its checksums hold: what was
 * synced is a beginning of all that was committed.
 */
export async function durabilityOf(wal: string): Promise<Durability> {
  const log = await open(wal, "r");
  await syncDirectory(wal);
  let committed = 0;
  let onDisk = 0;
  const sync = new GroupCommit(async () => {
    const reached = committed;
    await log.datasync();
    onDisk = Math.max(onDisk, reached);
  });
  return {
    committed: () => {
      committed += 1;
    },
    settled: () => (committed === onDisk ? Promise.resolve() : sync.flush()),
    close: () => log.close(),
  };
}

/** The name of a new file is on the disk only when its directory is. */
async function syncDirectory(path: string): Promise<void> {
  const directory: FileHandle = await open(dirname(path), "r");
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
