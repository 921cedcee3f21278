import type { JWTPayload } from "jose";

/** More than the town has people at work; the oldest makes room. */
const most = 1_000;

/** Remembers what verified tokens say until they expire, so that a signature is checked once. */
export class KnownTokens {
  readonly #known = new Map<string, { readonly claims: JWTPayload; readonly until: number }>();
  readonly #now: () => number;

  /** @param now the wall clock in milliseconds: tokens expire by it, not by the town's clock */
  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  get size(): number {
    return this.#known.size;
  }

  claimsOf(token: string): JWTPayload | undefined {
    const found = this.#known.get(token);
    if (found === undefined || found.until > this.#now()) return found?.claims;
    this.#known.delete(token);
    return undefined;
  }

  remember(token: string, claims: JWTPayload): void {
    const [oldest] = this.#known.keys();
    if (oldest !== undefined && this.#known.size >= most) this.#known.delete(oldest);
    this.#known.set(token, { claims, until: (claims.exp ?? 0) * 1000 });
  }
}
