import {
  type Limit,
  limitFrom,
  periodEnd,
  toDate,
  type WorkingDayCalendar,
} from "../../../../shared/calendar/index.ts";
import { type SoughtRemedy, suitAfter } from "../../../../shared/case-rules/remedies.ts";
import { dayAfter } from "./days.ts";

/** How long a party may go to court against a decision: six months, or what the sector's own law says. */
export interface SuitPeriod {
  readonly length: number;
  readonly unit: "day" | "month";
  readonly article: string;
  readonly rule: string;
}

/** SS-46 (行政诉讼法46(1)): six months from the day of the service. */
export const sixMonths: SuitPeriod = { length: 6, unit: "month", article: "行政诉讼法46(1)", rule: "SS-45/46" };
/** QZ-44b (土地管理法83): fifteen days against demolition on illegally occupied land. */
export const fifteenDays: SuitPeriod = { length: 15, unit: "day", article: "土地管理法83", rule: "QZ-44b" };

/** When the court can be asked to enforce. Days in Asia/Shanghai, each inclusive. */
export interface CourtWindow {
  /** The last day on which the party may go to court; undefined: the court has judged the decision already. */
  readonly suit?: Limit;
  readonly earliest: string;
  readonly latest: Limit;
  /** The last day on which the demand can be served, so that its ten working days pass in time. */
  readonly latestDemand: string;
}

const threeMonths = { rule: "QZ-53", article: "行政强制法53", unit: "month", length: 3 } as const;

/** CF-73a (行诉解释153): a judgment is enforced within two years. */
const twoYears = { rule: "CF-73a", article: "行诉解释153", unit: "year", length: 2 } as const;
/** How a suit ends that leaves a judgment on the decision; one withdrawn or not admitted leaves none. */
const judged: readonly (string | undefined)[] = ["upheld", "changed", "unlawful"];

/**
 * QZ-53, QZ-54 (行政强制法53, 54; 行诉解释156): three months from the end of the suit period. CF-73a: of a fine that may be paid later,
 * from the end of that time. Before it ten working days have passed since the demand was served. T-3: a last day of rest moves on,
 * so that nobody is brought to the court while he may still go there himself.
 * SS-45: after a review the suit is open for fifteen days of its decision, and the three months follow. CF-73a: after a suit that was judged
 * two years run from the judgment.
 * @param deferredTo the last day of a deferral or of the last instalment
 * @param remedies what the party sought against the decision
 */
export function courtWindow(
  calendar: WorkingDayCalendar,
  decisionServed: string,
  { period = sixMonths, deferredTo, remedies = [] }: WindowOptions = {},
): CourtWindow {
  const suit =
    suitAfter(calendar, remedies) ?? limitFrom(calendar, { ...period, roll: "next-working-day" }, decisionServed);
  const sued = remedies.findLast(({ kind, to }) => kind === "suit" && to !== undefined);
  const isJudged = judged.includes(sued?.effect);
  const ends = isJudged ? (sued?.to ?? decisionServed) : (suit.due ?? decisionServed);
  const from = [ends, deferredTo, sued?.to].reduce(
    (last: string, day) => (day !== undefined && day > last ? day : last),
    ends,
  );
  const latest = limitFrom(calendar, { ...(isJudged ? twoYears : threeMonths), roll: "next-working-day" }, from);
  const last = latest.due ?? String(periodEnd(from, 3, "month"));
  const days = { earliest: dayAfter(from), latest, latestDemand: latestDemandFor(calendar, last) };
  return isJudged ? days : { suit, ...days };
}

interface WindowOptions {
  readonly period?: SuitPeriod;
  readonly deferredTo?: string | undefined;
  readonly remedies?: readonly SoughtRemedy[];
}

/** QZ-54: ten working days after the demand was served, and still unpaid: from the day after, the court can be asked. */
export const demandPassed = (calendar: WorkingDayCalendar, served: string): Limit =>
  limitFrom(calendar, { rule: "QZ-54", article: "行政强制法54", unit: "working-day", length: 10 }, served);

/** The last day of service from which the tenth working day ends before the last day of the window; provisional in a year not announced. */
function latestDemandFor(calendar: WorkingDayCalendar, last: string): string {
  let day = toDate(last);
  while ((demandPassed(calendar, day.toString()).due ?? last) >= last) day = day.subtract({ days: 1 });
  return day.toString();
}

/**
 * QZ-56 (行政强制法57, 58): the court rules within seven working days of its acceptance; within thirty days, where it finds defects and hears
 * both sides.
 */
export const rulingBy = (calendar: WorkingDayCalendar, acceptedOn: string, defects: boolean): Limit =>
  limitFrom(
    calendar,
    defects
      ? { rule: "QZ-56", article: "行政强制法58", unit: "day", length: 30 }
      : { rule: "QZ-56", article: "行政强制法57", unit: "working-day", length: 7 },
    acceptedOn,
  );
