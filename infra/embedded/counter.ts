import { setTimeout as pause } from "node:timers/promises";

/** So many requests under way are a crowd. */
const crowd = 4;
const longestWait = 500;
const look = 10;

/**
 * One thread answers people and carries out reactions. While a crowd stands at the counter the reactions let it go first,
 * but never wait longer than half a second: what must follow follows.
 */
export class Counter {
  #waiting = 0;

  async serve<T>(answer: () => Promise<T>): Promise<T> {
    this.#waiting += 1;
    try {
      return await answer();
    } finally {
      this.#waiting -= 1;
    }
  }

  async letPeopleFirst(): Promise<void> {
    for (let waited = 0; this.#waiting > crowd && waited < longestWait; waited += look) await pause(look);
  }
}
