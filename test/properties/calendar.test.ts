import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import {
  addWorkingDays,
  countWorkingDays,
  elapsed,
  limitFrom,
  officialCalendar,
  type Pause,
  periodEnd,
  recalculate,
  remaining,
} from "../../shared/calendar/index.ts";

const calendar = officialCalendar();
const dates = (first: string, last: string) => {
  const from = Temporal.PlainDate.from(first);
  return fc.nat(from.until(last).days).map((days) => from.add({ days }));
};
const start = dates("2019-06-01", "2026-03-31");
const pauses = fc.array(
  fc.tuple(fc.integer({ min: -10, max: 60 }), fc.nat(15)).map(([after, days]) => ({ after, days })),
  { maxLength: 4 },
);
const from = (first: Temporal.PlainDate, spans: readonly { after: number; days: number }[]): Pause[] =>
  spans.map(({ after, days }) => {
    const begin = first.add({ days: after });
    return { from: String(begin), to: String(begin.add({ days })), reason: "检测" };
  });
const spec = (length: number, unit: "working-day" | "day" = "working-day") => ({
  rule: "r",
  article: "a",
  unit,
  length,
});
const due = (limit: { due: string | null }) => Temporal.PlainDate.from(limit.due ?? "");
const before = Temporal.PlainDate.compare;

/** T-1, XK-45 by the letter: day after day, counting what works and is not paused. */
function naive(
  first: Temporal.PlainDate,
  length: number,
  paused: readonly Pause[],
  works: (day: Temporal.PlainDate) => boolean,
) {
  let day = first;
  for (let count = 0; count < length; ) {
    day = day.add({ days: 1 });
    const iso = String(day);
    const stands = paused.some((each) => each.from <= iso && iso <= (each.to ?? iso));
    if (works(day) && !stands) count += 1;
  }
  return day;
}

test("n working days on are n working days counted, there and back", () => {
  fc.assert(
    fc.property(start, fc.integer({ min: 1, max: 100 }), (day, n) => {
      const end = addWorkingDays(calendar, day, n);
      expect(countWorkingDays(calendar, day, end)).toBe(n);
      expect(calendar.isWorkingDay(end)).toBe(true);
      if (calendar.isWorkingDay(day)) expect(addWorkingDays(calendar, end, -n).equals(day)).toBe(true);
    }),
  );
});

test("a later start or a longer period never ends earlier", () => {
  fc.assert(
    fc.property(start, start, fc.nat(60), fc.nat(60), (a, b, m, n) => {
      const [early, late] = before(a, b) <= 0 ? [a, b] : [b, a];
      expect(before(addWorkingDays(calendar, early, m), addWorkingDays(calendar, late, m))).toBeLessThanOrEqual(0);
      const [short, long] = [Math.min(m, n), Math.max(m, n)];
      expect(before(addWorkingDays(calendar, a, short), addWorkingDays(calendar, a, long))).toBeLessThanOrEqual(0);
    }),
  );
});

test("XK-45: a limit is what a recount day by day finds, in working days and in calendar days", () => {
  fc.assert(
    fc.property(start, fc.nat(60), pauses, (day, length, spans) => {
      const paused = from(day, spans);
      const working = limitFrom(calendar, spec(length), day, { pauses: paused });
      expect(working.due).toBe(String(naive(day, length, paused, (each) => calendar.isWorkingDay(each))));
      const { days = 0, weekends = 0, daysOff = 0 } = working.tally ?? {};
      expect(days - weekends - daysOff - working.excludedDays).toBe(length);
      expect(limitFrom(calendar, spec(length, "day"), day, { pauses: paused }).due).toBe(
        String(naive(day, length, paused, () => true)),
      );
    }),
  );
});

test("a pause never shortens, an extension never shortens, the order of pauses does not matter", () => {
  fc.assert(
    fc.property(start, fc.nat(45), pauses, fc.nat(15), (day, length, spans, extra) => {
      const paused = from(day, spans);
      const plain = limitFrom(calendar, spec(length), day);
      const stopped = limitFrom(calendar, spec(length), day, { pauses: paused });
      const extensions = [{ length: extra, rule: "r", article: "a" }];
      const longer = limitFrom(calendar, spec(length), day, { pauses: paused, extensions });
      expect(before(due(plain), due(stopped))).toBeLessThanOrEqual(0);
      expect(before(due(stopped), due(longer))).toBeLessThanOrEqual(0);
      const reversed = limitFrom(calendar, spec(length), day, { pauses: paused.toReversed() });
      expect([reversed.due, reversed.excludedDays]).toEqual([stopped.due, stopped.excludedDays]);
    }),
  );
});

test("computing again on the same calendar changes nothing, provisional or not", () => {
  fc.assert(
    fc.property(dates("2019-01-01", "2027-12-31"), fc.nat(60), pauses, fc.boolean(), (day, length, spans, open) => {
      const closed = from(day, spans);
      const all = open ? [...closed, { from: String(day.add({ days: 7 })), reason: "听证" }] : closed;
      const limit = limitFrom(calendar, spec(length), day, { pauses: all });
      expect(recalculate(calendar, limit)).toEqual(limit);
      expect(limit.provisional).toBe(limit.provisionalFrom !== undefined);
      if (limit.due !== null) expect(limit.provisional).toBe(length > 0 && limit.due > "2026-12-31");
    }),
  );
});

test("what is used up and what is left make the whole until it is due", () => {
  fc.assert(
    fc.property(start, fc.nat(45), pauses, fc.nat(120), (day, length, spans, on) => {
      const limit = limitFrom(calendar, spec(length), day, { pauses: from(day, spans) });
      const today = day.add({ days: on });
      fc.pre(before(today, due(limit)) <= 0);
      expect(elapsed(calendar, limit, today) + remaining(calendar, limit, today)).toBe(length);
    }),
  );
});

test("T-2: months end in the right month, never past its end", () => {
  fc.assert(
    fc.property(start, fc.nat(60), (day, months) => {
      const end = periodEnd(day, months, "month");
      expect((end.year - day.year) * 12 + end.month - day.month).toBe(months);
      expect(end.day).toBe(Math.min(day.day, end.daysInMonth));
    }),
  );
});
