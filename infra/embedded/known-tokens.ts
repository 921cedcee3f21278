import type { JWTPayload } from "jose";

/** More than the town has people at work; the oldest makes room. */
const most = 1_000;

/** So long a signature that was checked holds: its key may have been withdrawn since. Milliseconds. */
export const checkAgain = 300_000;

interface Known {
  readonly claims: JWTPayload;
  readonly until: number;
  readonly checked: number;
}

/** Remembers what verified tokens say until they expire, so that a signature is checked once in five minutes. */
export class KnownTokens {
  readonly #known = new Map<string, Known>();
  readonly #now: () => number;

  /** @param now the wall clock in milliseconds: tokens expire by it, not by the town's clock */
  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  get size(): number {
    return this.#known.size;
  }

  /** Whether its signature was checked lately. */
  isFresh(token: string): boolean {
    const checked = this.#known.get(token)?.checked;
    return checked !== undefined && this.#now() < checked + checkAgain;
  }

  claimsOf(token: string): JWTPayload | undefined {
    const found = this.#known.get(token);
    if (found === undefined || found.until > this.#now()) return found?.claims;
    this.#known.delete(token);
    return undefined;
  }

  forget(token: string): void {
    this.#known.delete(token);
  }

  remember(token: string, claims: JWTPayload): void {
    this.#known.delete(token);
    const [oldest] = this.#known.keys();
    if (oldest !== undefined && this.#known.size >= most) this.#known.delete(oldest);
    this.#known.set(token, { claims, until: (claims.exp ?? 0) * 1000, checked: this.#now() });
  }
}
