import { chmod, readdir, rm } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { backup, DatabaseSync } from "node:sqlite";
import type { Files } from "../data-directory.ts";
import { readIfThere, writeWhole } from "../files.ts";
import { makeDirectory } from "../make-directory.ts";
import { notDone, StartProblem } from "../start-problem.ts";
import { copyOnce, filesBelow, measured, writeSet } from "./backup-set.ts";

interface Parts {
  readonly dataDir: string;
  readonly files: Files;
  readonly town: string;
  readonly version: string;
  /** Settles when all that was committed so far is in the file. */
  readonly settled: () => Promise<void>;
  /** Whether the data are in an engine outside, which makes its own backups. */
  readonly outside: boolean;
}

export interface Made {
  readonly to: string;
  readonly at: string;
  readonly files: number;
  readonly bytes: number;
}

/** Never part of a backup: what belongs to one run of a program, and logs. */
const leftOut = /^(lock\.db|unfinished|town\.db(-wal|-shm)?|address|log\/|.*\.new$|files\/[^/]+\/\.incoming\/)/;

/** Makes backups of a running town: one set of files that belong together. */
export class Backups {
  readonly #parts: Parts;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** When the last backup was made, ISO 8601 in UTC. */
  last(): string | undefined {
    return readIfThere(this.#parts.files.lastBackup);
  }

  /**
   * Writes a backup into an empty directory. People go on working meanwhile. One after the other.
   * @param to an absolute path outside of the data directory; it is made
   * @throws StartProblem for a place that will not do
   */
  make(to: string): Promise<Made> {
    const made = this.#turn.then(
      () => this.#make(resolve(to)),
      () => this.#make(resolve(to)),
    );
    this.#turn = made;
    return made;
  }

  async #make(to: string): Promise<Made> {
    const { dataDir, outside } = this.#parts;
    if (outside) throw new StartProblem("usage", "the engine outside makes its own backups / 外部数据引擎自行备份");
    if (!relative(dataDir, to).startsWith(".."))
      throw new StartProblem("usage", `${to} is inside of the data directory / 不能放在数据目录内`);
    try {
      makeDirectory(to);
    } catch (error) {
      throw new StartProblem("usage", notDone(to, error), error);
    }
    if ((await readdir(to)).length > 0) throw new StartProblem("usage", `${to} is not empty / 目录不为空`);
    try {
      return await this.#written(to);
    } catch (error) {
      // What is there is no backup, and would be in the way of the next one
      for (const name of await readdir(to)) await rm(join(to, name), { recursive: true, force: true });
      throw new StartProblem("dataUnusable", notDone(to, error), error);
    }
  }

  async #written(to: string): Promise<Made> {
    const { files, town, version, settled } = this.#parts;
    const at = new Date().toISOString();
    await settled();
    // Files first, then what refers to them, then those that came meanwhile: none that the data name is missing.
    await this.#copyFiles(to);
    await copyDatabase(files.database, join(to, "town.db"));
    await this.#copyFiles(to);
    const set = [];
    for (const path of await filesBelow(to)) set.push({ path, ...(await measured(join(to, path))) });
    await writeSet(to, { form: 1, town, version, at, files: set });
    await writeWhole(files.lastBackup, at);
    return { to, at, files: set.length, bytes: set.reduce((sum, { bytes }) => sum + bytes, 0) };
  }

  async #copyFiles(to: string): Promise<void> {
    const { dataDir } = this.#parts;
    for (const path of await filesBelow(dataDir))
      if (!leftOut.test(path)) await copyOnce(join(dataDir, path), join(to, path));
  }
}

/** One state of the database: a connection of its own reads it in one piece, while others write. */
async function copyDatabase(from: string, to: string): Promise<void> {
  const source = new DatabaseSync(from, { readOnly: true });
  try {
    await backup(source, to, { rate: 1_000_000_000 });
  } finally {
    source.close();
  }
  await chmod(to, 0o600);
}
