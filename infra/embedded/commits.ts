import type { Table } from "../../shared/store/index.ts";

/** Counts a service's commits and tells those who live on them, the moment they are made. */
export class Commits {
  #count = 0;
  readonly #listeners: (() => void)[] = [];

  get count(): number {
    return this.#count;
  }

  /** Something was, or may have been, committed. */
  add(): void {
    this.#count += 1;
    for (const listener of this.#listeners) listener();
  }

  listen(listener: () => void): void {
    this.#listeners.push(listener);
  }
}

/** The table, telling of each commit; a write that failed midway may have been one. */
export const watched = (table: Table, commits: Commits): Table => ({
  ...table,
  async write(puts) {
    try {
      const result = await table.write(puts);
      if (result.written) commits.add();
      return result;
    } catch (error) {
      commits.add();
      throw error;
    }
  },
});
