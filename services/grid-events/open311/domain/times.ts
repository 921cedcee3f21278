import { Temporal } from "temporal-polyfill";
import { startOfDay, todayIn } from "../../../../shared/calendar/index.ts";

const shape = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(:\d{2}(?:\.\d{1,9})?)?(Z|[+ -]\d{2}:?\d{2})$/i;

/** A time with its offset; also without seconds, with fractions, and a blank for an unencoded `+`. undefined: it is no time. */
export function readInstant(text: string): string | undefined {
  const [, minute = "", second = ":00", offset = ""] = shape.exec(text) ?? [];
  if (minute === "") return undefined;
  try {
    const instant = Temporal.Instant.from(
      `${minute}${second}${offset.replace(" ", "+").toUpperCase()}`.replace("t", "T"),
    );
    return new Date(instant.epochMilliseconds).toISOString();
  } catch {
    return undefined;
  }
}

const days = 90;
const shifted = (instant: string, by: number): string => new Date(Date.parse(instant) + by * 86_400_000).toISOString();

/** Both ends count. `undefined`: the dates make no span, or one of more than 90 days. */
export function spanOf(
  now: string,
  start: string | undefined,
  end: string | undefined,
): { readonly from: string; readonly to: string } | undefined {
  if (start === undefined) return { from: shifted(end ?? now, -days), to: end ?? now };
  if (end === undefined) {
    const latest = shifted(start, days);
    const to = latest < now ? latest : now;
    return start > to ? { from: start, to: start } : { from: start, to };
  }
  return start > end || end > shifted(start, days) ? undefined : { from: start, to: end };
}

/** The last second of the day of an instant. */
export const lastSecondOf = (instant: string): string =>
  new Date(Date.parse(startOfDay(todayIn(instant).add({ days: 1 }).toString())) - 1_000).toISOString();
