import type { Numbers } from "../decider/index.ts";
import { seriesKey } from "./items.ts";
import type { ConditionalPut } from "./table.ts";

/**
 * Gapless numbers. A decision takes the next number by what this process last saw of the series; the counter is
 * written in the decision's own transaction on the condition that nobody was faster. If somebody was, the refused
 * condition tells the true number, and the decision is taken again with it. No extra read, no gap, no reuse.
 */
export class Series {
  readonly #lastSeen = new Map<string, number>();
  readonly #queues = new Map<string, Promise<unknown>>();

  taking(): Taking {
    return new Taking(this.#lastSeen);
  }

  learn(series: string, last: number): void {
    this.#lastSeen.set(series, last);
  }

  /** Lets one decision of a series after another through, so that a crowd in one process does not collide. */
  async inTurn<T>(series: string, task: () => Promise<T>): Promise<T> {
    const turn = (this.#queues.get(series) ?? Promise.resolve()).then(task);
    this.#queues.set(
      series,
      turn.catch(() => undefined),
    );
    return turn;
  }
}

/** The numbers one attempt at a decision takes. */
export class Taking implements Numbers {
  readonly #lastSeen: ReadonlyMap<string, number>;
  readonly #taken = new Map<string, number>();

  constructor(lastSeen: ReadonlyMap<string, number>) {
    this.#lastSeen = lastSeen;
  }

  take(series: string): number {
    const next = (this.#taken.get(series) ?? this.#lastSeen.get(series) ?? 0) + 1;
    this.#taken.set(series, next);
    return next;
  }

  /** The first series taken from, if any. */
  get series(): string | undefined {
    return this.#taken.keys().next().value;
  }

  /** The counters to be written with the decision. */
  puts(): ConditionalPut[] {
    return [...this.#taken].map(([series, last]) => {
      const seen = this.#lastSeen.get(series) ?? 0;
      return {
        item: { ...seriesKey(series), series, version: last },
        expect: seen === 0 ? "absent" : { version: seen },
      };
    });
  }

  /** What the committed numbers teach. */
  entries(): Iterable<[string, number]> {
    return this.#taken;
  }
}
