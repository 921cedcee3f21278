import { todayIn } from "../calendar/instants.ts";
import { remembered } from "../calendar/remembered.ts";
import type { WorkingDayCalendar } from "../calendar/working-calendar.ts";
import { type Actor, type Context, theTownItself } from "../decider/index.ts";
import type { EntryScans } from "../entry-scan/entry-scans.ts";
import type { Files } from "../files/index.ts";
import type { Observability } from "../observability/index.ts";
import type { Keyed } from "../parties/keyed.ts";
import type { DrawPaper } from "../printing/print.ts";
import type { Cursors, Store } from "../store/index.ts";
import type { TownProfile } from "../town/profile.ts";

/** Everything a function of a service needs, given as an argument; nothing is imported to be mocked. */
export interface Runtime {
  readonly store: Store;
  readonly town: TownProfile;
  readonly calendar: WorkingDayCalendar;
  /** The instant it is, ISO 8601 in UTC: the wall clock, or the simulated one of an embedded town. */
  readonly clock: () => string;
  readonly cursors: Cursors;
  /** Digests with the town's secret: ids that open something, keys of persons. */
  readonly keyed: Keyed;
  readonly files: Files;
  /** Draws papers elsewhere than on the thread that answers; absent: they are drawn where they are asked for. */
  readonly drawing?: DrawPaper;
  /** IN-7: the platform of entry scans; absent: it gives no answer. */
  readonly scanning?: EntryScans;
  readonly observability: Observability;
  /** What is carried out now was written earlier, without a network: on which day, and how long after leaving a post it counts. */
  readonly written?: { readonly on: string; readonly graceDays: number };
  /** Loads what adds steps and links to the views of the resource at this path; absent: all is loaded. */
  readonly completed?: (at: string) => Promise<void>;
  /** Whether an answer with a field that its schema does not declare is refused, not only struck: in tests and simulation. */
  readonly strictAnswers?: boolean;
}

/** The wall clock. */
export const wallClock = () => new Date().toISOString();

/** The key by which a person is known outside of the house, in published events and public histories (D7). */
export function actorKey({ keyed }: Pick<Runtime, "keyed">, sub: string): string {
  const known = actorKeys.get(keyed) ?? remembered(1_000, (one) => keyed("actor", one, 16));
  actorKeys.set(keyed, known);
  return known(sub);
}

/** The same people act all day: their keys are remembered for each secret. */
const actorKeys = new WeakMap<Keyed, (sub: string) => string>();

const withKey = (runtime: Runtime, actor: Actor): Actor =>
  actor.sub === theTownItself.sub ? actor : { ...actor, key: actorKey(runtime, actor.sub) };

/** What a decision may know, save the numbers, which the store adds. */
export function contextFor(runtime: Runtime, actor: Actor): Omit<Context, "numbers"> {
  const now = runtime.clock();
  const { calendar, town } = runtime;
  const keyOf = (login: string) => (login === theTownItself.sub ? login : actorKey(runtime, login));
  return { now, today: todayIn(now), actor: withKey(runtime, actor), calendar, town, keyOf };
}
