import { Temporal } from "temporal-polyfill";
import { startOfDay, todayIn } from "../../../../shared/calendar/index.ts";
import type { Recorded } from "../../../../shared/decider/index.ts";
import type { EventEvent } from "../../events/domain/messages.ts";
import { type Counts, isNothing, noCounts } from "./counts.ts";

/** What one matter adds to the figures of one month. */
export interface MonthlyPart {
  /** `2026-03` */
  readonly month: string;
  readonly grid: string;
  readonly category: string;
  readonly counts: Counts;
}

/** One round of a matter, from its acceptance. */
interface Round {
  /** The month in which its term ends; of a term that had ended when it was set, the month of that. */
  readonly dueMonth?: string | undefined;
  readonly filed: boolean;
  readonly reworked: boolean;
  readonly closed?: { readonly inTime: boolean; readonly inTheGrid: boolean } | undefined;
}
/** A matter as its events tell it, up to an instant. */
interface Told {
  readonly receivedIn: string;
  readonly grid: string;
  readonly category: string;
  readonly merged: boolean;
  readonly rounds: readonly [Round, ...Round[]];
}

/** Where matters without a grid are counted. */
export const gridless = "none";
const monthOf = (instant: string): string => todayIn(instant).toString().slice(0, 7);
const afterMonth = (month: string): string =>
  startOfDay(Temporal.PlainYearMonth.from(month).add({ months: 1 }).toPlainDate({ day: 1 }).toString());

/** A term counts in the month in which it ends, and never in one that was over when it was set. */
const dueIn = (due: string | null, setAt: string): string | undefined => {
  if (due === null) return undefined;
  const [ends, set] = [monthOf(due), monthOf(setAt)];
  return ends < set ? set : ends;
};

const fresh: Round = { filed: false, reworked: false };

/** What is told until an instant, that instant left out; undefined: nothing was reported by then. */
function toldBefore(events: readonly Recorded<EventEvent>[], end: string): Told | undefined {
  let told: Told | undefined;
  for (const event of events) {
    if (event.time >= end) break;
    told = toldBy(told, event);
  }
  return told;
}

function toldBy(told: Told | undefined, event: Recorded<EventEvent>): Told | undefined {
  const { data, time } = event;
  if (event.type === "grid-events.event.reported") {
    const { category, grid = gridless } = event.data;
    return { receivedIn: monthOf(time), grid, category, merged: false, rounds: [fresh] };
  }
  if (told === undefined) return undefined;
  const at = { ...told, category: data.category, grid: data.grid ?? gridless };
  return event.type === "grid-events.event.merged"
    ? { ...at, merged: true }
    : { ...at, rounds: roundsAfter(told, event) };
}

function roundsAfter({ rounds }: Told, event: Recorded<EventEvent>): Told["rounds"] {
  const [first, ...more] = rounds;
  const last = more.at(-1) ?? first;
  if (event.type === "grid-events.event.reopened")
    return [first, ...more, { ...fresh, dueMonth: dueIn(event.data.term.due, event.time) }];
  const changed = roundAfter(last, event);
  return more.length === 0 ? [changed] : [first, ...more.slice(0, -1), changed];
}

function roundAfter(round: Round, { type, data, time }: Recorded<EventEvent>): Round {
  switch (type) {
    case "grid-events.event.accepted":
    case "grid-events.event.resumed":
      return { ...round, dueMonth: dueIn(data.term.due, time) };
    case "grid-events.event.recategorised":
    case "grid-events.event.took-in":
      return data.term === undefined ? round : { ...round, dueMonth: dueIn(data.term.due, time) };
    case "grid-events.event.paused":
      return { ...round, dueMonth: undefined };
    case "grid-events.event.filed":
    case "grid-events.event.taken-on":
      return { ...round, filed: true };
    case "grid-events.event.reworked":
      return { ...round, reworked: true };
    case "grid-events.event.closed":
      return { ...round, closed: { inTime: data.inTime, inTheGrid: data.how === "in-the-grid" } };
    default:
      return round;
  }
}

/**
 * G-9, G-17: what a matter adds to each month, from its events alone. A month counts what happened before its end, so that one that
 * is over never changes. It was reported in the month of receipt by the town's clock. Filed (立案) is what was put on file or taken
 * on in the grid, and not merged. Due is a filed round whose term ends in the month: each counts once, in one month.
 */
export function monthlyPartsOf(events: readonly Recorded<EventEvent>[]): readonly MonthlyPart[] {
  const months = new Set(events.flatMap((_event, at) => monthsIn(events.slice(0, at + 1))));
  const counted = new Set<number>();
  return [...months].toSorted().flatMap((month) => {
    const told = toldBefore(events, afterMonth(month));
    return told === undefined ? [] : [partOf(told, month, counted)];
  });
}

/** The months that what is told so far touches: of the receipt, and of the last term. */
function monthsIn(events: readonly Recorded<EventEvent>[]): readonly string[] {
  const told = toldBefore(events, "9999");
  return told === undefined
    ? []
    : [told.receivedIn, ...told.rounds.flatMap(({ dueMonth }) => (dueMonth === undefined ? [] : [dueMonth]))];
}

function partOf(told: Told, month: string, counted: Set<number>): MonthlyPart {
  const { receivedIn, merged, rounds, grid, category } = told;
  const filed = !merged && rounds.some((round) => round.filed);
  const here = receivedIn === month;
  const due = rounds.filter((round, at) => {
    const counts = round.filed && round.dueMonth === month && !counted.has(at);
    if (counts) counted.add(at);
    return counts;
  });
  const closed = due.filter((round) => round.closed !== undefined);
  const solved = rounds.at(-1)?.closed?.inTheGrid === true;
  const one = (is: boolean) => (is ? 1 : 0);
  return {
    ...{ month, grid, category },
    counts: {
      ...{ reported: one(here), merged: one(here && merged), filed: one(here && filed) },
      ...{ solvedInGrid: one(here && solved), due: due.length, closed: closed.length },
      onTime: closed.filter((round) => round.closed?.inTime === true).length,
      reworked: closed.filter((round) => round.reworked).length,
    },
  };
}

/** What a part adds; nothing without one. */
export const countsOf = (part: Pick<MonthlyPart, "counts"> | undefined): Counts => part?.counts ?? noCounts;
export const addsNothing = ({ counts }: Pick<MonthlyPart, "counts">): boolean => isNothing(counts);
