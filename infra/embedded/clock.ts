import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { readIfThere, writeWholeNow } from "./files.ts";
import { reasonOf, StartProblem } from "./start-problem.ts";

const kept = z.object({ offsetMs: z.int() });
const instantOf = (milliseconds: number) => new Date(milliseconds).toISOString();

/** The town's clock: the wall clock, or one that was put forward and goes on from there, also while the town is off. */
export class TownClock {
  readonly #path: string | undefined;
  #offset = 0;
  #held: string | undefined;
  #latest = 0;

  /** @param path where a simulated clock is kept; undefined: the wall clock, which nobody can set */
  constructor(path: string | undefined) {
    this.#path = path;
    const text = path === undefined ? undefined : readIfThere(path);
    if (text !== undefined) this.#offset = offsetIn(text, path);
  }

  /** The instant it is, ISO 8601 in UTC; it never runs backwards, even if the wall clock does. */
  readonly now = (): string => {
    if (this.#held !== undefined) return this.#held;
    this.#latest = Math.max(this.#latest, Date.now() + this.#offset);
    return instantOf(this.#latest);
  };

  /** How far it is ahead of the wall clock. */
  get offsetSeconds(): number {
    return Math.round(this.#offset / 1000);
  }

  /** How far the wall clock has run back since the start, in milliseconds. The town's own clock stands still meanwhile. */
  get behind(): number {
    return this.#held === undefined ? Math.max(0, this.#latest - (Date.now() + this.#offset)) : 0;
  }

  /** Stops the clock at this instant, until it is set or held again. */
  holdAt(instant: string): void {
    this.#put(instant);
    this.#held = instant;
  }

  /** Sets the clock; it goes on from there. */
  set(instant: string): void {
    this.#put(instant);
    this.#held = undefined;
  }

  /** Lets a clock that was held go on. */
  release(): void {
    this.#held = undefined;
  }

  #put(instant: string): void {
    const milliseconds = Temporal.Instant.from(instant).epochMilliseconds;
    this.#offset = milliseconds - Date.now();
    this.#latest = milliseconds;
    if (this.#path !== undefined) writeWholeNow(this.#path, JSON.stringify({ offsetMs: this.#offset }));
  }
}

function offsetIn(text: string, path = ""): number {
  try {
    return kept.parse(JSON.parse(text)).offsetMs;
  } catch (error) {
    throw new StartProblem("dataUnusable", `${path}: ${reasonOf(error)} / 时钟文件损坏`, error);
  }
}
