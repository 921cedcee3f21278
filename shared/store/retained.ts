import { startOfDay, todayIn } from "../calendar/instants.ts";
import type { Decider, DomainEvent } from "../decider/index.ts";
import { keptUntil, partKinds, type RetentionKind, retentionKinds } from "../town/kept-until.ts";
import type { TownProfile } from "../town/profile.ts";
import type { StoredState } from "./items.ts";

/** What retention needs of a decider. */
export type Retaining = Pick<Decider<unknown, never, DomainEvent>, "aggregate" | "ended" | "retainedAs">;

/** What a stored state says of its retention (P-8). */
export type Retained = Pick<StoredState, "endedOn" | "erased" | "keptUntil">;

/** What is erased next, and the instant of it: the first of the day after the last one on which it is kept. */
export interface Erasing {
  readonly due: string;
  readonly kinds: readonly RetentionKind[];
}

export const kindsOf = ({ retainedAs }: Pick<Retaining, "retainedAs">): readonly RetentionKind[] =>
  retainedAs === undefined ? partKinds : [retainedAs];

const dayAfter = (rules: TownProfile["retention"], kind: RetentionKind, from: string) =>
  todayIn(startOfDay(keptUntil(rules, kind, from)))
    .add({ days: 1 })
    .toString();

/** P-8: the next erasure of a state by the profile as it is; undefined: it is not over, or nothing is left to erase. */
export function erasingOf(
  of: Pick<Retaining, "retainedAs">,
  { endedOn, erased = [], keptUntil: held }: Retained,
  { retention }: Pick<TownProfile, "retention">,
): Erasing | undefined {
  if (endedOn === undefined) return undefined;
  const left = kindsOf(of).filter((kind) => !erased.includes(kind));
  const days = left.map((kind) => ({ kind, day: dayAfter(retention, kind, endedOn) }));
  const first = days.map(({ day }) => day).toSorted()[0];
  if (first === undefined) return undefined;
  const day = held === undefined || held < first ? first : held;
  return { due: startOfDay(day), kinds: days.filter((one) => one.day <= day).map(({ kind }) => kind) };
}

/** Whether all personal parts of a state are erased. */
export const isErased = (of: Pick<Retaining, "retainedAs">, { erased = [] }: Retained): boolean =>
  kindsOf(of).every((kind) => erased.includes(kind));

/**
 * What a state says of its retention after a command: the day it ended counts from the first one on, and what was written
 * since is erased with the rest. A state that goes on again is not over.
 */
export function retainedAfter(of: Retaining, state: unknown, today: string, before: Retained = {}): Retained {
  if (of.ended?.(state) !== true) return {};
  const { endedOn = today, keptUntil: held } = before;
  return { endedOn, ...(held === undefined ? {} : { keptUntil: held }) };
}

export const isRetentionKind = (kind: string): kind is RetentionKind => retentionKinds.some((one) => one === kind);
