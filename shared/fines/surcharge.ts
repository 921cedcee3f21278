import { type DateLike, limitFrom, toDate, type WorkingDayCalendar } from "../calendar/index.ts";
import { basisPoints, type Fen, fen, smaller, subtract, sum, timesRate } from "../money/index.ts";

/** CF-72 (行政处罚法72(1)(1)): three per cent of the fine a day. */
const perDay = 300;

/** Days on which no surcharge is counted, both ends included (CF-73); without `to` they go on. */
export interface NotCounted {
  readonly from: string;
  readonly to?: string | undefined;
}

/** What was paid of one sum, and when the money came in. */
export interface PaidPart {
  readonly on: string;
  readonly amountFen: number;
}

/** A sum that is due on one day: the whole fine, or one instalment. */
export interface DueSum {
  readonly amountFen: number;
  readonly due: string;
}

/** A sum as it stands on a day. Money in fen. */
export interface Surcharged {
  /** Days on which a surcharge was counted. */
  readonly lateDays: number;
  readonly surchargeFen: Fen;
  /** Whether the surcharge has reached the sum itself (QZ-45). */
  readonly capped: boolean;
  readonly unpaidFen: Fen;
}

/**
 * CF-67 (行政处罚法67(3)): the last of the fifteen days in which a fine is paid.
 * @param roll what a due day on a day of rest becomes; no article says, so the profile does
 */
export const fineDueOn = (calendar: WorkingDayCalendar, received: DateLike, roll: "strict" | "rolled") =>
  limitFrom(
    calendar,
    {
      ...{ rule: "CF-67", article: "行政处罚法67(3)", unit: "day", length: 15 },
      roll: roll === "rolled" ? "next-working-day" : "none",
    },
    received,
  );

/**
 * CF-72, QZ-45: three per cent of what is unpaid for each day after the due day, never more than the sum itself. The
 * exact share is rounded once, at the end, half up. CF-73: a day of review or suit does not count.
 * @param paid what came in; of a day's money the surcharge of that day still counts
 */
export function surchargeOn(
  { amountFen, due }: DueSum,
  on: string,
  paid: readonly PaidPart[],
  notCounted: readonly NotCounted[] = [],
): Surcharged {
  const amount = fen(amountFen);
  let lateDays = 0;
  let base = 0n;
  let unpaid = amount;
  let from = due;
  for (const part of [...paid.filter((one) => one.on <= on).toSorted(byDay), { on, amountFen: 0 }]) {
    if (unpaid > 0) {
      const days = countedDays(from, part.on, notCounted);
      lateDays += days;
      base += BigInt(days) * BigInt(unpaid);
    }
    unpaid = subtract(unpaid, smaller(unpaid, fen(part.amountFen)));
    if (part.on > from) from = part.on;
  }
  const full = timesRate(fen(base), basisPoints(perDay), "half-up");
  return { lateDays, surchargeFen: smaller(full, amount), capped: full >= amount, unpaidFen: unpaid };
}

const byDay = (one: PaidPart, other: PaidPart) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0);

/** The days after one day up to and with another, as ISO dates; none if the other is not later. */
function daysBetween(after: string, through: string): string[] {
  const days: string[] = [];
  for (let day = toDate(after).add({ days: 1 }); day.toString() <= through; day = day.add({ days: 1 }))
    days.push(day.toString());
  return days;
}

/** Days in (after, through] that count. */
function countedDays(after: string, through: string, notCounted: readonly NotCounted[]): number {
  const late = daysBetween(after, through);
  return late.filter((day) => !notCounted.some(({ from, to }) => from <= day && (to === undefined || day <= to)))
    .length;
}

const notLate = { lateDays: 0, surchargeFen: fen(0), capped: false };

/**
 * CF-66: a fine paid by instalments: the surcharge counts on the overdue instalment alone, and all of it stays within the fine.
 * Money pays the instalments in the order of their days. T-10: a day that may still move makes none of them late.
 */
export function surchargeOfPlan(
  plan: readonly (DueSum & { readonly provisional?: boolean })[],
  on: string,
  paid: readonly PaidPart[],
  notCounted: readonly NotCounted[] = [],
): Surcharged & { readonly parts: readonly (DueSum & Surcharged)[] } {
  const shares = sharedOut(plan, paid);
  const parts = plan.map((each, at) => {
    const late = surchargeOn(each, on, shares[at] ?? [], notCounted);
    return { ...each, ...late, ...(each.provisional === true ? notLate : {}) };
  });
  const fine = sum(plan.map(({ amountFen }) => fen(amountFen)));
  const full = sum(parts.map(({ surchargeFen }) => surchargeFen));
  return {
    parts,
    lateDays: parts.reduce((days, { lateDays }) => days + lateDays, 0),
    surchargeFen: smaller(full, fine),
    capped: full >= fine,
    unpaidFen: sum(parts.map(({ unpaidFen }) => unpaidFen)),
  };
}

/** What of each payment goes to which instalment: the earliest due first. */
function sharedOut(plan: readonly DueSum[], paid: readonly PaidPart[]): PaidPart[][] {
  const open = plan.map(({ amountFen }) => amountFen);
  const shares: PaidPart[][] = plan.map(() => []);
  for (const { on, amountFen } of paid.toSorted(byDay)) {
    let left = amountFen;
    for (const at of plan.keys()) {
      const part = Math.min(left, open[at] ?? 0);
      if (part === 0) continue;
      open[at] = (open[at] ?? 0) - part;
      shares[at]?.push({ on, amountFen: part });
      left -= part;
    }
  }
  return shares;
}
