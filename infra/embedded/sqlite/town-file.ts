import { closeSync, openSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { durabilityOf } from "../durability.ts";
import { reasonOf, StartProblem } from "../start-problem.ts";
import { JointCommits } from "./joint-commits.ts";

/** Marks a SQLite file as a town's ("QZTN"). */
const applicationId = 0x515a544e;
/** The form of the file. A program refuses a file of a higher number. 2: it holds small files too. */
const formatVersion = 2;

/** The one file with all data of a town on this machine. */
export interface TownFile extends Pick<JointCommits, "write" | "writeNow" | "commit" | "onRollback"> {
  readonly database: DatabaseSync;
  /** How often something was committed since the file was opened. */
  commits(): number;
  /** Settles when everything written before this call is on the disk. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the town's file, or makes it. Writes of one turn are committed together; `settled` waits until they are on the
 * disk, and many commits share one wait.
 * @throws StartProblem when the file is of another program, of the engine of earlier versions, or of a newer version
 */
export async function openTownFile(path: string, wal: string): Promise<TownFile> {
  const database = opened(path);
  const durability = await durabilityOf(wal);
  const commits = new JointCommits(database, durability.committed);
  return {
    database,
    commits: () => commits.count,
    write: (act) => commits.write(act),
    writeNow: (act) => commits.writeNow(act),
    commit: () => commits.commit(),
    onRollback: (forget) => commits.onRollback(forget),
    async settled() {
      await commits.joined();
      await durability.settled();
    },
    async close() {
      commits.commit();
      await durability.close();
      database.close();
    },
  };
}

/** Only the owner reads the file. SQLite gives its log the same permissions. */
function opened(path: string): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    closeSync(openSync(path, "a", 0o600));
    database = new DatabaseSync(path, { timeout: 5000 });
    checkOwner(database, path);
    database.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA secure_delete = FAST;
      PRAGMA synchronous = NORMAL;
      PRAGMA cache_size = -16000;
      PRAGMA wal_autocheckpoint = 16000;
      PRAGMA journal_size_limit = 67108864;
      BEGIN IMMEDIATE;
      CREATE TABLE IF NOT EXISTS feeds (name TEXT PRIMARY KEY, progress TEXT NOT NULL) STRICT, WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS probes (id INTEGER PRIMARY KEY, times INTEGER NOT NULL) STRICT;
      INSERT INTO probes VALUES (1, 0) ON CONFLICT DO NOTHING;
      PRAGMA application_id = ${applicationId};
      PRAGMA user_version = ${formatVersion};
      COMMIT;
    `);
    return database;
  } catch (error) {
    database?.close();
    if (error instanceof StartProblem) throw error;
    throw new StartProblem("dataUnusable", `${path}: ${reasonOf(error)} / 数据文件不可用`, error);
  }
}

function checkOwner(database: DatabaseSync, path: string): void {
  const number = (pragma: string) => Number(database.prepare(`PRAGMA ${pragma}`).get()?.[pragma] ?? 0);
  const empty = database.prepare("SELECT 1 FROM sqlite_master LIMIT 1").get() === undefined;
  if (empty) return;
  if (number("application_id") !== applicationId)
    throw new StartProblem(
      "dataUnusable",
      `${path} holds data of an earlier engine or of another program; use an empty DATA_DIR / 该文件是旧数据引擎或其他程序的数据，请使用空的数据目录`,
    );
  const version = number("user_version");
  if (version > formatVersion)
    throw new StartProblem(
      "dataTooNew",
      `${path} was written by a newer version (format ${version}); this one reads format ${formatVersion} / 数据由更新的版本写入，请升级程序`,
    );
}
