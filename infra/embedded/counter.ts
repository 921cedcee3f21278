import { setTimeout as pause } from "node:timers/promises";

/** So many requests under way are a crowd. */
const crowd = 4;
const longestWait = 500;
const look = 10;
/** So long a machine waits for a gap between people, in milliseconds: some twenty are heard a second, however many people come. */
const longestOfMachines = 50;

/**
 * One thread answers people and machines, and carries out reactions. While a crowd stands at the counter the reactions let it go
 * first, but never wait longer than half a second: what must follow follows. Machines come one at a time, each in a gap between people.
 */
export class Counter {
  #waiting = 0;
  readonly #gaps = new Set<() => void>();
  #turn: Promise<void> = Promise.resolve();

  async serve<T>(answer: () => Promise<T>): Promise<T> {
    this.#waiting += 1;
    try {
      return await answer();
    } finally {
      this.#waiting -= 1;
      // After the answer has been sent
      if (this.#waiting === 0) for (const goOn of this.#gaps) setImmediate(goOn);
    }
  }

  /** Answers a machine: a storm of them takes from people no more than the gaps, and twenty short moments a second. */
  async serveMachine<T>(answer: () => Promise<T>): Promise<T> {
    const before = this.#turn;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#turn = promise;
    await before;
    try {
      await this.#gap();
      return await answer();
    } finally {
      resolve();
    }
  }

  async #gap(): Promise<void> {
    if (this.#waiting === 0) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const late = setTimeout(resolve, longestOfMachines);
    this.#gaps.add(resolve);
    await promise;
    this.#gaps.delete(resolve);
    clearTimeout(late);
  }

  async letPeopleFirst(): Promise<void> {
    for (let waited = 0; this.#waiting > crowd && waited < longestWait; waited += look) await pause(look);
  }
}
