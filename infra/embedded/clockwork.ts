import {
  clockworkFor,
  nextDeadline,
  type Runtime,
  type Service,
  type Swept,
  whichAreSetAside,
} from "../../shared/service/index.ts";
import type { Commits } from "./commits.ts";

const everySecond = 1000;
/** A deadline that is set aside is tried again no sooner than this, as the schedule in the cloud would. */
const retryAfter = 20_000;

/** One service's deadlines. */
export interface Watched {
  readonly service: Service;
  readonly runtime: Runtime;
  readonly commits: Commits;
}

interface Hand {
  readonly service: string;
  readonly runtime: Runtime;
  readonly sweep: (upTo: string) => Promise<Swept>;
  readonly commits: Commits;
  /** The earliest deadline, later than `after` where that is given, as of so many commits. */
  next: string | undefined;
  after: string | undefined;
  known: number;
  /** How many aggregates were set aside when the last sweep ended. */
  setAside: number;
  /** What is set aside is left alone until then (wall clock), or until something was committed. */
  stuck: { readonly upTo: string; readonly until: number; readonly commits: number } | undefined;
}

/** Lambda's schedule for all services: acts when a deadline is due. Without commits, a quiet town asks its tables nothing. */
export class Clockwork {
  readonly #hands: readonly Hand[];
  readonly #now: () => string;
  #timer: NodeJS.Timeout | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  #stopped = false;
  #swept = performance.now();

  constructor(watched: readonly Watched[], now: () => string) {
    this.#now = now;
    const stopped = () => this.#stopped;
    this.#hands = watched.map(({ service, runtime, commits }) => {
      const sweep = clockworkFor(service, runtime);
      return {
        service: service.name,
        runtime,
        commits,
        sweep: (upTo) => sweep({ upTo, stopped }),
        next: undefined,
        after: undefined,
        known: -1,
        setAside: 0,
        stuck: undefined,
      };
    });
  }

  /** @param onError hears of a failure of a whole sweep; the next one comes all the same */
  start(onError: (error: unknown) => void): void {
    const tick = () => {
      if (!this.#stopped) this.#timer = setTimeout(() => this.sweep().catch(onError).finally(tick), everySecond);
    };
    tick();
  }

  /** A sweep under way ends before its next step; the next start goes on from there. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#turn.catch(() => undefined);
  }

  /** `degraded` while a deadline is set aside, with the number of aggregates by service. */
  health(): { readonly status: "ok" | "degraded"; readonly setAside?: Readonly<Record<string, number>> } {
    const some = this.#hands.filter(({ setAside }) => setAside > 0);
    if (some.length === 0) return { status: "ok" };
    return {
      status: "degraded",
      setAside: Object.fromEntries(some.map(({ service, setAside }) => [service, setAside])),
    };
  }

  /** Milliseconds since a sweep last ended, or went on. */
  sinceLastSweep(): number {
    return performance.now() - this.#swept;
  }

  /** Acts on all that is due, in the order of all services. @returns how many steps were taken */
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

  /** Up to where a service makes no progress, it is not asked again in the same turn: so every turn ends. */
  async #sweepAll(): Promise<number> {
    let acted = 0;
    const passed = new Map<Hand, string>();
    while (!this.#stopped) {
      const due = await this.#due(passed);
      this.#swept = performance.now();
      if (due === undefined) return acted;
      const { hand, upTo } = due;
      const { done, failed } = await hand.sweep(upTo);
      acted += done;
      if (done === 0 || failed > 0) passed.set(hand, upTo);
      if (failed > 0 || hand.setAside > 0) hand.setAside = (await whichAreSetAside(hand.runtime, this.#now())).length;
      const { count } = hand.commits;
      hand.stuck = failed === 0 ? undefined : { upTo, until: Date.now() + retryAfter, commits: count };
      hand.known = -1;
    }
    return acted;
  }

  /** The service with the earliest deadline that has passed, and how far it goes before another service's turn. */
  async #due(passed: ReadonlyMap<Hand, string>): Promise<{ readonly hand: Hand; readonly upTo: string } | undefined> {
    for (const hand of this.#hands) await look(hand, passed.get(hand));
    const now = this.#now();
    const [first, second] = this.#hands
      .flatMap((hand) => (hand.next !== undefined && hand.next <= now ? [{ hand, next: hand.next }] : []))
      .toSorted((a, b) => (a.next < b.next ? -1 : 1));
    return first === undefined ? undefined : { hand: first.hand, upTo: second?.next ?? now };
  }
}

/** Finds a service's earliest deadline, unless nothing was committed since it was last found. */
async function look(hand: Hand, passed: string | undefined): Promise<void> {
  const { count } = hand.commits;
  const { stuck } = hand;
  if (stuck !== undefined && (stuck.commits !== count || stuck.until < Date.now())) hand.stuck = undefined;
  const after = passed ?? hand.stuck?.upTo;
  if (hand.known === count && hand.after === after) return;
  hand.known = count;
  hand.after = after;
  hand.next = await nextDeadline(hand.runtime, after);
}
