import type { DatabaseSync, StatementSync } from "node:sqlite";

/** What a piece of work answers: `changed` says whether it wrote anything. It checks all its conditions before it writes. */
export interface Work<T> {
  readonly changed: boolean;
  readonly result: T;
}

interface Waiting {
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Writes of one turn of the event loop share one transaction: a page that several of them touch is written once. Each of
 * them settles when all are committed. Where one cannot be carried out, none is.
 */
export class JointCommits {
  readonly #database: DatabaseSync;
  readonly #onCommit: () => void;
  readonly #begin: StatementSync;
  readonly #commit: StatementSync;
  readonly #rollback: StatementSync;
  readonly #undone: (() => void)[] = [];
  #waiting: Waiting[] = [];
  #joined: (() => void)[] = [];
  #scheduled: NodeJS.Immediate | undefined;
  #count = 0;

  constructor(database: DatabaseSync, onCommit: () => void) {
    this.#database = database;
    this.#onCommit = onCommit;
    this.#begin = database.prepare("BEGIN IMMEDIATE");
    this.#commit = database.prepare("COMMIT");
    this.#rollback = database.prepare("ROLLBACK");
  }

  /** @param forget is called after each rollback: what was written since the last commit is gone */
  onRollback(forget: () => void): void {
    this.#undone.push(forget);
  }

  /** How often something was committed. */
  get count(): number {
    return this.#count;
  }

  /** Does the work now, and settles when it is committed; at once where it changed nothing. */
  async write<T>(act: () => Work<T>): Promise<T> {
    const { changed, result } = this.#carryOut(act);
    if (changed) await new Promise<void>((resolve, reject) => this.#waiting.push({ resolve, reject }));
    return result;
  }

  /** Settles when all that was written until now is committed, or undone. It hurries nobody. */
  async joined(): Promise<void> {
    if (!this.#database.isTransaction) return;
    await new Promise<void>((resolve) => this.#joined.push(resolve));
  }

  /** Does the work and commits it, before this returns. */
  writeNow(act: () => void): void {
    this.commit();
    this.#begin.run();
    try {
      act();
      this.#commit.run();
      this.#committed();
    } catch (error) {
      this.#undo();
      throw error;
    }
  }

  /** Commits now what was written in this turn. What cannot be committed is refused to those who wait for it. */
  commit(): void {
    clearImmediate(this.#scheduled);
    if (!this.#database.isTransaction) return;
    const waiting = this.#waiting;
    this.#waiting = [];
    try {
      this.#commit.run();
      if (waiting.length > 0) this.#committed();
      for (const { resolve } of waiting) resolve();
      this.#ended();
    } catch (error) {
      this.#giveUp(waiting, error);
    }
  }

  #carryOut<T>(act: () => Work<T>): Work<T> {
    try {
      if (!this.#database.isTransaction) {
        this.#begin.run();
        this.#scheduled = setImmediate(() => this.commit());
      }
      return act();
    } catch (error) {
      const waiting = this.#waiting;
      this.#waiting = [];
      this.#giveUp(waiting, error);
      throw error;
    }
  }

  #committed(): void {
    this.#count += 1;
    this.#onCommit();
  }

  #giveUp(waiting: readonly Waiting[], error: unknown): void {
    this.#undo();
    for (const { reject } of waiting) reject(error);
    this.#ended();
  }

  /** Nothing is under way any more, one way or the other. */
  #ended(): void {
    const joined = this.#joined;
    this.#joined = [];
    for (const resolve of joined) resolve();
  }

  #undo(): void {
    if (this.#database.isTransaction) this.#rollback.run();
    for (const forget of this.#undone) forget();
  }
}
