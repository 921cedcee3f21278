import * as z from "zod";
import { readIfThere, writeWhole } from "./files.ts";
import { GroupCommit } from "./group-commit.ts";
import { reasonOf, StartProblem } from "./start-problem.ts";
import type { Place } from "./stream-pages.ts";

const place = z.object({ shard: z.string(), sequence: z.string() });
const kept = z.object({
  version: z.literal(1),
  feeds: z.record(z.string(), z.object({ stream: z.string(), sent: place.optional(), open: z.array(place) })),
});

/** How far one queue has been fed from one table's stream. */
export interface Progress {
  /** ARN of the stream; the places of another stream mean nothing. */
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

const lazily = 200;

/**
 * The queues are in memory, so after an end of whatever kind the relay must go on from what was *consumed*, not from what
 * was sent. The file names, for each queue and stream, how far was sent and what of that is still open.
 */
export class Checkpoint {
  readonly #before: Readonly<Record<string, Progress>>;
  readonly #feeds: Reporting[] = [];
  readonly #writing: GroupCommit;
  #timer: NodeJS.Timeout | undefined;

  /** @param durable settles when all that was committed so far is on the disk: the file must never be ahead of it */
  constructor(path: string, durable: () => Promise<void>) {
    this.#before = read(path);
    this.#writing = new GroupCommit(async () => {
      const text = JSON.stringify({ version: 1, feeds: this.#now() });
      await durable();
      await writeWhole(path, text);
    });
  }

  /** Where a feed stood when the town ended. */
  before(key: string): Progress | undefined {
    return this.#before[key];
  }

  add(feed: Reporting): void {
    this.#feeds.push(feed);
  }

  /** Settles when a checkpoint that knows all that has happened before this call is on the disk. */
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

  /** Up to which sequence number all the queues that are fed from a table's stream had consumed it. */
  consumed(keys: readonly string[]): bigint {
    const needed = keys.flatMap((key) => {
      const { sent, open = [] } = this.#before[key] ?? {};
      return [number(sent?.sequence), ...open.map(({ sequence }) => number(sequence))];
    });
    return needed.toSorted((a, b) => (a < b ? -1 : 1))[0] ?? everything;
  }
}

function read(path: string): Readonly<Record<string, Progress>> {
  const text = readIfThere(path);
  if (text === undefined) return {};
  try {
    return kept.parse(JSON.parse(text)).feeds;
  } catch (error) {
    throw new StartProblem("dataUnusable", `${path}: ${reasonOf(error)} / 检查点损坏`, error);
  }
}

/** Nobody is fed: nothing is needed. */
const everything = 2n ** 62n;

/** Nothing sent at all: nothing may go. An engine with other numbers than digits is not trimmed. */
const number = (sequence: string | undefined) => (/^\d+$/.test(sequence ?? "") ? BigInt(sequence ?? 0) : 0n);
