import {
  extendLimit,
  type Limit,
  limitFrom,
  pauseLimit,
  type WorkingDayCalendar,
} from "../../../../shared/calendar/index.ts";
import type { Context } from "../../../../shared/decider/index.ts";
import type { MeasureBasis, MeasureKind, OnRecord } from "./measure.ts";

interface Known {
  readonly calendar: WorkingDayCalendar;
  readonly town: Context["town"];
}
interface Meant {
  readonly kind: MeasureKind;
  readonly basis?: MeasureBasis;
}

const usualDays = 30;
const lawOf = ({ basis }: Meant, { town }: Known) => town.enforcement.coercion.bases.find(({ id }) => id === basis?.id);

/** CF-56: seven working days for what is preserved. QZ-25: thirty days for what is sealed or seized, unless its law says otherwise. */
export function termOf(meant: Meant, on: string, known: Known): Limit {
  if (meant.kind === "preservation")
    return limitFrom(known.calendar, { rule: "CF-56", article: "行政处罚法56", unit: "working-day", length: 7 }, on);
  const length = lawOf(meant, known)?.termDays ?? usualDays;
  return limitFrom(known.calendar, { rule: "QZ-25", article: "行政强制法25(1)", unit: "day", length }, on);
}

/** QZ-25: once, by thirty days. */
export function extendedTerm(state: OnRecord, known: Known): Limit {
  const length = lawOf(state, known)?.extensionDays ?? usualDays;
  return extendLimit(known.calendar, state.limit, { length, rule: "QZ-25", article: "行政强制法25(1)" });
}

/** QZ-25(3): the days of a test do not count in the term of a seal or seizure. */
export const testedTerm = ({ kind, limit }: OnRecord, from: string, to: string, { calendar }: Known): Limit =>
  kind === "preservation" ? limit : pauseLimit(calendar, limit, { from, to, reason: "test" });

/** The test ended earlier than it was told: only its days do not count. */
export function afterTest({ limit, tests }: OnRecord, on: string, { calendar }: Known): Limit {
  const from = tests.at(-1)?.from;
  const pauses = limit.pauses.map((one) => ({
    from: one.from,
    to: one.from === from ? on : (one.to ?? on),
    reason: one.reason,
  }));
  return limitFrom(calendar, limit, limit.start, { extensions: limit.extensions, pauses });
}
