/**
 * Lets many wait for one costly act. A caller who asks while it is under way waits for the next one, as the one under way may
 * have begun too early for him; all who ask in that time share it.
 */
export class GroupCommit {
  readonly #act: () => Promise<void>;
  #current: Promise<void> | undefined;
  #next: Promise<void> | undefined;

  constructor(act: () => Promise<void>) {
    this.#act = act;
  }

  /** Settles when the act, begun after this call, is done. */
  flush(): Promise<void> {
    if (this.#next !== undefined) return this.#next;
    if (this.#current === undefined) return this.#begin();
    this.#next = this.#current.then(
      () => this.#begin(),
      () => this.#begin(),
    );
    return this.#next;
  }

  #begin(): Promise<void> {
    this.#next = undefined;
    const current = this.#act().finally(() => {
      if (this.#current === current) this.#current = undefined;
    });
    this.#current = current;
    return current;
  }
}
