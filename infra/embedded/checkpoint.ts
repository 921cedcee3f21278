import * as z from "zod";
import { readIfThere, writeWhole } from "./files.ts";
import { GroupCommit } from "./group-commit.ts";
import type { Place } from "./outbox.ts";
import { reasonOf, StartProblem } from "./start-problem.ts";

const place = z.object({ shard: z.string(), sequence: z.string() });
export const progressSchema = z.object({ stream: z.string(), sent: place.optional(), open: z.array(place) });
const kept = z.object({ version: z.literal(1), feeds: z.record(z.string(), progressSchema) });

/** How far one queue has been fed from one table's stream. */
export interface Progress {
  /** Names the stream; the places of another stream mean nothing. */
  readonly stream: string;
  /** Everything up to here was sent to the queue, or is in `open`. */
  readonly sent?: Place | undefined;
  /** What was sent but is not yet consumed, in order of the stream. Dead letters stay here. */
  readonly open: readonly Place[];
}

/** What a feed tells of itself whenever a checkpoint is written. */
export interface Reporting {
  readonly key: string;
  progress(): Progress;
}

/** Where the progress of all feeds is kept from one run of the town to the next. */
export interface ProgressKeeper {
  readonly before: Readonly<Record<string, Progress>>;
  /** Settles when the progress is kept. */
  write(feeds: Readonly<Record<string, Progress>>): Promise<void>;
}

const lazily = 200;

/**
 * The queues are in memory. After every end the relay goes on from what was *consumed*, not from what was sent. So the
 * progress names, for each queue and stream, how far was sent and what of that is still open.
 */
export class Checkpoint {
  readonly #before: Readonly<Record<string, Progress>>;
  readonly #feeds: Reporting[] = [];
  readonly #writing: GroupCommit;
  #timer: NodeJS.Timeout | undefined;

  constructor(keeper: ProgressKeeper) {
    this.#before = keeper.before;
    this.#writing = new GroupCommit(() => keeper.write(this.#now()));
  }

  /** Where a feed stood when the town ended. */
  before(key: string): Progress | undefined {
    return this.#before[key];
  }

  add(feed: Reporting): void {
    this.#feeds.push(feed);
  }

  /** Settles when the progress as of this call is kept. */
  save(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    return this.#writing.flush();
  }

  /** Saves soon: for what would only be repeated without harm. */
  touch(): void {
    this.#timer ??= setTimeout(() => this.save().catch(() => undefined), lazily);
  }

  /** Queues that are not there today are forgotten, as a queue that was deleted would be. */
  #now(): Record<string, Progress> {
    return Object.fromEntries(this.#feeds.map((feed) => [feed.key, feed.progress()]));
  }
}

/** Keeps the progress in a file of its own, for an engine outside of this process. */
export const progressInFile = (path: string): ProgressKeeper => ({
  before: read(path),
  write: (feeds) => writeWhole(path, JSON.stringify({ version: 1, feeds })),
});

function read(path: string): Readonly<Record<string, Progress>> {
  const text = readIfThere(path);
  if (text === undefined) return {};
  try {
    return kept.parse(JSON.parse(text)).feeds;
  } catch (error) {
    throw new StartProblem("dataUnusable", `${path}: ${reasonOf(error)} / 检查点损坏`, error);
  }
}
