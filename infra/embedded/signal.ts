/** Wakes everybody who waits; a wake-up that nobody waits for is kept for the next. */
export class Signal {
  #woken = false;
  #waiting: (() => void) | undefined;

  wake(): void {
    this.#woken = true;
    this.#waiting?.();
  }

  /** Settles at the next wake-up, at the latest after so many milliseconds. */
  async wait(milliseconds: number): Promise<void> {
    if (!this.#woken)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        this.#waiting = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    this.#waiting = undefined;
    this.#woken = false;
  }
}
