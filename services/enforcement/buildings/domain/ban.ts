import {
  expectedKind,
  inShanghai,
  toDate,
  todayIn,
  type WorkingDayCalendar,
} from "../../../../shared/calendar/index.ts";
import type { Rejection } from "../../../../shared/decider/index.ts";
import type { EnforcementRules } from "../../../../shared/town/enforcement.ts";
import type { EnforcementMeans } from "./building.ts";
import { refuse } from "./refusals.ts";

/** What the ban is asked about. `at`: an ISO instant. */
export interface BanAsked {
  readonly at: string;
  /** The head found it urgent for that day. */
  readonly urgent: boolean;
  readonly means?: readonly EnforcementMeans[];
  /** Somebody lives in it. */
  readonly home?: boolean;
}
interface Known {
  readonly calendar: WorkingDayCalendar;
  readonly night: Pick<EnforcementRules["night"], "from" | "to">;
}
const article = { article: "行政强制法43", rule: "QZ-43" };

/**
 * QZ-43 (行政强制法43): nobody enforces at night or on a statutory holiday, unless it is urgent. Urgent or not, nobody cuts water,
 * power, heat or gas off from a home. Answers the refusal; undefined: it may be done.
 */
export function enforcementBan(
  { at, urgent, means = [], home = false }: BanAsked,
  known: Known,
): Rejection | undefined {
  const cut = means.filter((one) => one.startsWith("cut-"));
  if (home && cut.length > 0) return refuse("enforcement.no-cutting-off", { means: cut, ...article }, "/means");
  if (urgent) return undefined;
  const why = bannedAt(at, known);
  if (why === "holiday") return refuse("enforcement.on-a-holiday", { on: todayIn(at).toString(), ...article });
  if (why === "night") {
    const { from, to } = known.night;
    return refuse("enforcement.at-night", { at: clockOf(at), from, to, ...article });
  }
  return undefined;
}

/** Hours and minutes as the town's clocks show them. */
const clockOf = (at: string) => inShanghai(at).slice(11, 16);

/** Why an instant is banned; undefined: it is not. */
export function bannedAt(at: string, { calendar, night }: Known): "night" | "holiday" | undefined {
  if (mayBeHoliday(calendar, todayIn(at).toString())) return "holiday";
  return isNight(clockOf(at), night) ? "night" : undefined;
}

/** From the first minute of the night to the last before its end; the night may go over midnight. */
const isNight = (clock: string, { from, to }: Known["night"]): boolean =>
  from <= to ? from <= clock && clock < to : clock >= from || clock < to;

/** No announced holiday is longer, so that further away from a statutory day off none can be. */
const longest = 8;

/**
 * T-9, T-10: a day off of an announced holiday. In a year that is not announced each day near a statutory day off may become
 * one, so it counts as one: nothing is taken from anybody on a provisional date.
 */
export function mayBeHoliday(calendar: WorkingDayCalendar, day: string): boolean {
  const { kind, certain } = expectedKind(calendar, day);
  if (certain || kind === "day-off") return kind === "day-off";
  const on = toDate(day);
  for (let away = 1; away <= longest; away += 1)
    for (const near of [on.add({ days: away }), on.subtract({ days: away })])
      if (expectedKind(calendar, near).kind === "day-off") return true;
  return false;
}
