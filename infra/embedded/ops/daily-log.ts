import { createReadStream, createWriteStream, mkdirSync, readdirSync, rmSync } from "node:fs";
import { appendFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { Temporal } from "temporal-polyfill";
import { GroupCommit } from "../group-commit.ts";
import { reasonOf } from "../start-problem.ts";

/** One line of a log: codes, counts and ids of the system's own. */
export type LogLine = Readonly<Record<string, string | number | boolean | undefined>>;

const soon = 200;
/** So many lines wait in memory while the disk takes none. */
const mostWaiting = 20_000;
const nameOf = (day: string) => `${day}.jsonl`;
const ofDay = /^(\d{4}-\d{2}-\d{2})\.jsonl(\.gz)?$/;

/**
 * A log of one file a day, each line JSON. The file of a day that is over is compressed, and goes when it is older than it
 * is kept. A disk that takes nothing stops nobody: lines wait, and the oldest go when too many do.
 */
export class DailyLog {
  readonly #directory: string;
  readonly #keptDays: number;
  readonly #today: () => string;
  readonly #writing = new GroupCommit(() => this.#write());
  #waiting: string[] = [];
  #timer: NodeJS.Timeout | undefined;
  #day = "";
  #tidying: Promise<void> = Promise.resolve();
  #failure: string | undefined;
  #dropped = 0;

  /** @param today the day it is, `2026-11-27` */
  constructor(directory: string, keptDays: number, today: () => string) {
    this.#directory = directory;
    this.#keptDays = keptDays;
    this.#today = today;
    mkdirSync(directory, { recursive: true, mode: 0o700 });
  }

  write(line: LogLine): void {
    this.#waiting.push(JSON.stringify(line));
    if (this.#waiting.length > mostWaiting) {
      this.#waiting.shift();
      this.#dropped += 1;
    }
    this.#timer ??= setTimeout(() => void this.flush(), soon).unref();
  }

  /** Settles when all lines so far are in the file, or the disk has refused them. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    return this.#writing.flush();
  }

  /** Why the last lines were not written, if they were not; how many are lost since the start. */
  get state(): { readonly failure: string | undefined; readonly dropped: number } {
    return { failure: this.#failure, dropped: this.#dropped };
  }

  async close(): Promise<void> {
    await this.flush();
    await this.#tidying;
  }

  async #write(): Promise<void> {
    const lines = this.#waiting;
    if (lines.length === 0) return;
    const day = this.#today();
    if (day !== this.#day) this.#begin(day);
    this.#waiting = [];
    try {
      await appendFile(join(this.#directory, nameOf(day)), `${lines.join("\n")}\n`, { mode: 0o600 });
      this.#failure = undefined;
    } catch (error) {
      this.#failure = reasonOf(error);
      this.#waiting = [...lines, ...this.#waiting].slice(-mostWaiting);
    }
  }

  #begin(day: string): void {
    this.#day = day;
    this.#tidying = this.#tidying.then(() => this.#tidy(day)).catch(() => undefined);
  }

  /** Compresses the days that are over, and removes those that are kept no longer. */
  async #tidy(day: string): Promise<void> {
    const oldest = daysBefore(day, this.#keptDays);
    for (const name of readdirSync(this.#directory)) {
      const [, of, compressed] = ofDay.exec(name) ?? [];
      if (of === undefined) continue;
      const path = join(this.#directory, name);
      if (of < oldest) rmSync(path, { force: true });
      else if (of < day && compressed === undefined) await compress(path);
    }
  }
}

async function compress(path: string): Promise<void> {
  await pipeline(createReadStream(path), createGzip(), createWriteStream(`${path}.gz`, { mode: 0o600 }));
  rmSync(path);
}

const daysBefore = (day: string, days: number) => Temporal.PlainDate.from(day).subtract({ days }).toString();
