import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import vectors from "../../vectors/vectors.json" with { type: "json" };

/** Days on which a clock stood, both ends included; without `to` it still stands. */
export interface Stand {
  readonly from: string;
  readonly to?: string;
}

const { weekdayHolidays, makeupWorkdays } = vectors.calendar.years["2026"];
const off = new Set(weekdayHolidays);
const madeUp = new Set(makeupWorkdays);

const works = (day: Temporal.PlainDate) => (day.dayOfWeek < 6 ? !off.has(day.toString()) : madeUp.has(day.toString()));

const stood = (day: string, stands: readonly Stand[]) =>
  stands.some(({ from, to }) => from <= day && (to === undefined || day <= to));

/** The limit's last day by walking the calendar of 2026 day by day; null where the clock stands first. */
export function naiveDue(start: string, length: number, stands: readonly Stand[]): string | null {
  let day = Temporal.PlainDate.from(start);
  for (let left = length; left > 0; ) {
    day = day.add({ days: 1 });
    if (day.year !== 2026) throw new Error("the naive clock knows 2026 only");
    if (stands.some(({ from, to }) => to === undefined && from <= day.toString())) return null;
    if (works(day) && !stood(day.toString(), stands)) left -= 1;
  }
  return day.toString();
}

/** Working days after `start` up to `end` on which no clock stood. */
export function naiveWorkingDays(start: string, end: string, stands: readonly Stand[]): number {
  let count = 0;
  let day = Temporal.PlainDate.from(start).add({ days: 1 });
  for (; day.toString() <= end; day = day.add({ days: 1 }))
    if (works(day) && !stood(day.toString(), stands)) count += 1;
  return count;
}

/** The last of so many working days, the first day counted too. */
export const naiveLastOf = (first: string, days: number) =>
  naiveDue(Temporal.PlainDate.from(first).subtract({ days: 1 }).toString(), days, []);

/** What a recount reads of an event. */
interface Happened {
  readonly type: string;
  readonly data: object;
}
const starts = z.object({ pause: z.object({ kind: z.string(), from: z.string() }) });
const ends = z.object({ on: z.string() });
const held = z.object({ held: ends });

/** When the clock stood, read from the events alone (XK-45). */
export function standsIn(events: readonly Happened[]): Stand[] {
  const stands: Stand[] = [];
  let kind = "";
  const end = (to: string) => {
    const last = stands.at(-1);
    if (last !== undefined && last.to === undefined) stands.splice(-1, 1, { ...last, to });
  };
  for (const { type, data } of events) {
    const { pause } = starts.safeParse(data).data ?? {};
    if (pause !== undefined) {
      stands.push({ from: pause.from });
      kind = pause.kind;
    }
    if (type === "permits.application.resumed") end(ends.parse(data).on);
    if (type === "permits.application.hearing-recorded" && kind === "hearing") end(held.parse(data).held.on);
  }
  return stands;
}
