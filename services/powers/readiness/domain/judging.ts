import { Temporal } from "temporal-polyfill";
import { officerFaults } from "../../../../shared/powers-in-force/index.ts";
import type { Condition, Unmet } from "../../common/domain/conditions.ts";
import type { Counted, Readiness, ReadinessEvent, Watched } from "./readiness.ts";
import { dayAfter } from "./record.ts";

/** How much of what a condition asks for there is in a domain on a day; people are counted once each. */
export function foundFor(
  { officers, records }: Readiness,
  kind: Condition["kind"],
  domain: string,
  on: string,
): number {
  if (kind === "officers") {
    const day = Temporal.PlainDate.from(on);
    const certified = Object.values(officers).filter((one) => officerFaults(one, day, domain).length === 0);
    return new Set(certified.map(({ sub }) => sub)).size;
  }
  const standing = Object.entries(records).filter(
    ([, one]) => one.domain === domain && isFor(kind, one) && one.from <= on && on <= (one.until ?? on),
  );
  return new Set(standing.map(([id, { person }]) => person ?? id)).size;
}

function isFor(kind: Exclude<Condition["kind"], "officers">, { kind: of, direction }: Counted): boolean {
  if (kind === "trained") return of === "training";
  return kind === "seconded" ? of === "secondment" && direction === "down" : of === kind;
}

/** The domain of a power on a day: of two moves that begin on one day the later made known prevails. */
export const domainOn = ({ domain, moved = [] }: Watched, on: string): string =>
  moved
    .filter(({ from }) => from <= on)
    .reduce((last, one) => (one.from >= last.from ? one : last), { from: "", domain }).domain;

/** The conditions of a power that are not met on a day. */
export const unmetBy = (readiness: Readiness, watched: Watched, on: string): Unmet[] =>
  watched.conditions.flatMap((condition) => {
    const found = foundFor(readiness, condition.kind, domainOn(watched, on), on);
    return found >= ("atLeast" in condition ? condition.atLeast : 1) ? [] : [{ ...condition, found }];
  });

/** One commit holds a hundred items; what is left is judged by the next. */
const atOnce = 80;

/** P4: what has changed for each power by a day: what it waits for, ready for the first time, fallen below, or ready again. */
export const judged = (readiness: Readiness, on: string): ReadinessEvent[] => news(readiness, on).slice(0, atOnce);

function news(readiness: Readiness, on: string): ReadinessEvent[] {
  return Object.entries(readiness.powers).flatMap(([code, power]): ReadinessEvent[] => {
    if (on < power.from || (power.until !== undefined && on >= power.until)) return [];
    const unmet = unmetBy(readiness, power, on);
    const about = { code, domain: domainOn(power, on), on };
    if (unmet.length > 0) {
      if (JSON.stringify(unmet) === JSON.stringify(power.unmet)) return [];
      const type = power.standing === "awaiting" ? "powers.readiness.awaited" : "powers.readiness.fallen-below";
      return [{ type, data: { ...about, unmet } }];
    }
    if (power.standing === "ready") return [];
    return [
      { type: power.standing === "awaiting" ? "powers.readiness.met" : "powers.readiness.restored", data: about },
    ];
  });
}

/** The next day on which a judgement may come out differently, though nothing is told: somebody's or something's day comes or ends. */
export function nextJudgement(readiness: Readiness): string | undefined {
  const { officers, records, powers, judgedOn } = readiness;
  if (news(readiness, judgedOn).length > 0) return judgedOn;
  const watched = Object.values(powers);
  if (watched.every(({ until }) => until !== undefined && until <= judgedOn)) return undefined;
  const days = [
    ...watched.flatMap(({ from, moved = [] }) => [from, ...moved.map((one) => one.from)]),
    ...Object.values(records).flatMap(({ from, until }) => [from, ...(until === undefined ? [] : [dayAfter(until)])]),
    ...Object.values(officers).flatMap(({ changes }) =>
      changes.flatMap((change) => [change.from, ...(change.kind === "certified" ? [dayAfter(change.until)] : [])]),
    ),
  ];
  return days.filter((day) => day > judgedOn).sort()[0];
}
