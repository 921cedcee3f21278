import {
  endOfDay,
  expectedKind,
  hoursLater,
  instantBeside,
  limitFrom,
  minutesBetween,
  minutesLater,
  toDate,
  todayIn,
  type WorkingDayCalendar,
} from "../../../../shared/calendar/index.ts";
import { openOn } from "../../../../shared/town/office-hours.ts";
import type { TownProfile } from "../../../../shared/town/profile.ts";

/** How a term counts: hours of the clock, hours in which the offices are open, or working days (G-8, D). */
export const termUnits = ["hour", "office-hour", "working-day"] as const;
export interface TermSpec {
  readonly unit: (typeof termUnits)[number];
  readonly length: number;
  /** The row of the profile that sets it. */
  readonly rule: string;
  /** Minutes before its end at which it is told. */
  readonly warnBefore: number;
}
/** Time that does not count. Instants; without `to` the clock stands. */
export interface TermPause {
  readonly from: string;
  readonly to?: string;
}
/** A term with all that is needed to count it again by hand. */
export interface Term extends TermSpec {
  /** The instant from which it runs. */
  readonly start: string;
  readonly pauses: readonly TermPause[];
  /** The last instant in time; null while the clock stands. */
  readonly due: string | null;
  /** Minutes that pauses took out of the clock. */
  readonly pausedMinutes: number;
  /** T-10: it runs into a year whose days off nobody has announced. */
  readonly provisional: boolean;
}
export interface TermContext {
  readonly calendar: WorkingDayCalendar;
  readonly town: Pick<TownProfile, "officeHours">;
}

const dayOf = (instant: string): string => todayIn(instant).toString();

/**
 * A term from an instant. A pause moves its end by its real length: hours by the hours paused, office hours by those the offices were
 * open, working days by the working days that began in it. Of working days the whole last day is in time.
 */
export function termFrom(spec: TermSpec, start: string, pauses: readonly TermPause[], context: TermContext): Term {
  const pausedMinutes = pauses.reduce(
    (sum, { from, to }) => sum + (to === undefined ? 0 : minutesBetween(from, to)),
    0,
  );
  const stands = pauses.some(({ to }) => to === undefined);
  const { due, provisional } = counted[spec.unit](spec.length, start, pauses, context);
  const { unit, length, rule, warnBefore } = spec;
  return { unit, length, rule, warnBefore, start, pauses, pausedMinutes, due: stands ? null : due, provisional };
}

interface Counted {
  readonly due: string;
  readonly provisional: boolean;
}
type Count = (length: number, start: string, pauses: readonly TermPause[], context: TermContext) => Counted;

const counted: Readonly<Record<TermSpec["unit"], Count>> = {
  hour: (length, start, pauses) => {
    const extra = pauses.reduce((sum, { from, to }) => sum + (to === undefined ? 0 : minutesBetween(from, to)), 0);
    return { due: minutesLater(hoursLater(start, length), extra), provisional: false };
  },
  "office-hour": (length, start, pauses, context) => officeHoursLater(length * 60, start, pauses, context),
  "working-day": (length, start, pauses, { calendar }) => {
    const spec = { rule: "", article: "", unit: "working-day" as const, length };
    const days = pauses.flatMap(({ from, to }) => {
      const [first, last] = [toDate(dayOf(from)).add({ days: 1 }).toString(), dayOf(to ?? from)];
      return first > last ? [] : [{ from: first, to: last, reason: "" }];
    });
    const { due, start: begun, provisional } = limitFrom(calendar, spec, dayOf(start), { pauses: days });
    return { due: instantBeside(endOfDay(due ?? begun), -1), provisional };
  },
};

/** Longer than any term with its pauses: a town that never opens ends here. */
const mostDays = 2_000;

/** Minutes in which the offices are open, from an instant, without those in a pause. */
function officeHoursLater(
  minutes: number,
  start: string,
  pauses: readonly TermPause[],
  { calendar, town }: TermContext,
): Counted {
  let left = minutes;
  let day = todayIn(start);
  for (let walked = 0; walked < mostDays; walked += 1) {
    for (const open of openOn(day.toString(), town, calendar)) {
      for (const { from, to } of without(open, start, pauses)) {
        const here = minutesBetween(from, to);
        if (here >= left)
          return { due: minutesLater(from, left), provisional: !expectedKind(calendar, day.toString()).certain };
        left -= here;
      }
    }
    day = day.add({ days: 1 });
  }
  throw new RangeError("the offices never open");
}

/** What is left of a span after the start and between the pauses. */
function without(
  { from, to }: { readonly from: string; readonly to: string },
  start: string,
  pauses: readonly TermPause[],
): readonly { readonly from: string; readonly to: string }[] {
  let spans = [{ from: from > start ? from : start, to }];
  for (const pause of pauses)
    spans = spans.flatMap((span) => [
      { from: span.from, to: pause.from < span.to ? pause.from : span.to },
      { from: (pause.to ?? "9999") > span.from ? (pause.to ?? "9999") : span.from, to: span.to },
    ]);
  return spans.filter((span) => span.from < span.to);
}

/** Whether a term is over: after its last instant, never on it. */
export const isTermOver = ({ due }: Term, now: string): boolean => due !== null && now > due;
