import { clockworkFor, nextDeadline, type Runtime, type Service } from "../../shared/service/index.ts";
import type { Commits } from "./commits.ts";

const everySecond = 1000;
/** A deadline that was refused or failed is tried again no sooner than this, as the schedule in the cloud would. */
const retryAfter = 30_000;

/** One service's deadlines. */
export interface Watched {
  readonly service: Service;
  readonly runtime: Runtime;
  readonly commits: Commits;
}

interface Hand {
  readonly runtime: Runtime;
  readonly sweep: () => Promise<{ done: number; failed: number }>;
  readonly commits: Commits;
  /** The earliest deadline as of so many commits. */
  next: string | undefined;
  known: number;
  /** What a sweep could not get done is left alone until then (wall clock), or until something was committed. */
  stuck: { readonly upTo: string; readonly until: number; readonly commits: number } | undefined;
}

/** Lambda's schedule for all services: acts when a deadline is due. Without commits, a quiet town asks its tables nothing. */
export class Clockwork {
  readonly #hands: readonly Hand[];
  readonly #now: () => string;
  #timer: NodeJS.Timeout | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(watched: readonly Watched[], now: () => string) {
    this.#now = now;
    this.#hands = watched.map(({ service, runtime, commits }) => ({
      runtime,
      commits,
      sweep: clockworkFor(service, runtime),
      next: undefined,
      known: -1,
      stuck: undefined,
    }));
  }

  /** @param onError hears of a failure of a whole sweep; the next one comes all the same */
  start(onError: (error: unknown) => void): void {
    const tick = () => {
      this.#timer = setTimeout(() => this.sweep().catch(onError).finally(tick), everySecond);
    };
    tick();
  }

  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#turn.catch(() => undefined);
    clearTimeout(this.#timer);
  }

  /** Acts on all that is due, earliest service first. @returns how many deadlines were acted on */
  sweep(): Promise<number> {
    const turn = this.#turn.then(
      () => this.#sweepAll(),
      () => this.#sweepAll(),
    );
    this.#turn = turn;
    return turn;
  }

  /** The earliest deadline of all services later than this instant. */
  async nextAfter(instant: string): Promise<string | undefined> {
    const all = await Promise.all(this.#hands.map(({ runtime }) => nextDeadline(runtime, instant)));
    return all.filter((due) => due !== undefined).toSorted()[0];
  }

  async #sweepAll(): Promise<number> {
    let acted = 0;
    const idle = new Set<Hand>();
    for (;;) {
      const hand = await this.#due(idle);
      if (hand === undefined) return acted;
      const upTo = this.#now();
      const { done, failed } = await hand.sweep();
      acted += done;
      if (done === 0) idle.add(hand);
      const { count } = hand.commits;
      hand.stuck = failed === 0 ? undefined : { upTo, until: Date.now() + retryAfter, commits: count };
      hand.known = -1;
    }
  }

  /** The service with the earliest deadline that has passed. */
  async #due(except: ReadonlySet<Hand>): Promise<Hand | undefined> {
    for (const hand of this.#hands) {
      const { count } = hand.commits;
      if (hand.stuck !== undefined && (hand.stuck.commits !== count || hand.stuck.until < Date.now())) {
        hand.stuck = undefined;
        hand.known = -1;
      }
      if (hand.known === count) continue;
      hand.known = count;
      hand.next = await nextDeadline(hand.runtime, hand.stuck?.upTo);
    }
    const now = this.#now();
    return this.#hands
      .filter((hand) => hand.next !== undefined && hand.next <= now && !except.has(hand))
      .toSorted((a, b) => ((a.next ?? "") < (b.next ?? "") ? -1 : 1))[0];
  }
}
