import { setTimeout as pause } from "node:timers/promises";
import { Temporal } from "temporal-polyfill";
import type { TownClock } from "./clock.ts";
import type { Clockwork } from "./clockwork.ts";
import type { Commits } from "./commits.ts";
import type { Deliveries, Undelivered } from "./deliveries.ts";

/** What had not come to rest in time. */
export class Unsettled extends Error {
  override readonly name = "Unsettled";
  readonly outstanding: readonly Undelivered[];

  constructor(outstanding: readonly Undelivered[]) {
    super("not settled in time");
    this.outstanding = outstanding;
  }
}

interface Parts {
  readonly clock: TownClock;
  readonly clockwork: Clockwork;
  readonly deliveries: Deliveries;
  readonly commits: readonly Commits[];
}

const patience = 120_000;

/** Waits for the town to come to rest, and moves its time on. */
export class Settling {
  readonly #parts: Parts;
  #moving: Promise<unknown> = Promise.resolve();
  #stopped = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Gives up what is awaited: the town ends. */
  stop(): void {
    this.#stopped = true;
  }

  /** Settles when every committed event has been relayed and consumed and all that is due was acted on; @throws Unsettled */
  async settle(milliseconds = patience): Promise<void> {
    const { commits, clockwork } = this.#parts;
    const until = Date.now() + milliseconds;
    for (const one of commits) one.add();
    do await this.#delivered(until);
    while ((await clockwork.sweep()) > 0);
    if (this.#stopped) throw new Unsettled([]);
  }

  /**
   * Moves the clock on from deadline to deadline, in order across all services; it stands at each until all that
   * follows has come to rest, and goes on from the target.
   */
  moveTo(target: string): Promise<void> {
    const move = this.#moving.then(
      () => this.#moveTo(target),
      () => this.#moveTo(target),
    );
    this.#moving = move;
    return move;
  }

  async #moveTo(target: string): Promise<void> {
    const { clock, clockwork } = this.#parts;
    try {
      await this.settle();
      for (;;) {
        const due = await clockwork.nextAfter(clock.now());
        if (due === undefined || isAfter(due, target)) break;
        clock.holdAt(due);
        await this.settle();
      }
      if (!isAfter(clock.now(), target)) clock.set(target);
      await this.settle();
    } finally {
      clock.release();
    }
  }

  async #delivered(until: number): Promise<void> {
    for (let wait = 1; ; wait = Math.min(20, wait * 2)) {
      const outstanding = await this.#parts.deliveries.undelivered();
      if (outstanding.length === 0 && !this.#isOver(until)) return;
      if (this.#isOver(until)) throw new Unsettled(outstanding);
      await pause(wait);
    }
  }

  #isOver(until: number): boolean {
    return this.#stopped || Date.now() > until;
  }
}

export const isAfter = (a: string, b: string) => Temporal.Instant.compare(a, b) > 0;
