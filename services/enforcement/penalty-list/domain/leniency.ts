import { Temporal } from "temporal-polyfill";

/**
 * CF-30 (行政处罚法30): under 14 no penalty, from 14 to under 18 a lighter one. An age is reached on the day after the birthday.
 * @param on the day of the act, its last day if it went on
 */
export function ageRule(bornOn: string, on: string): "none" | "lighten" | "full" {
  const isBefore = (years: number) =>
    Temporal.PlainDate.compare(on, Temporal.PlainDate.from(bornOn).add({ years })) <= 0;
  if (isBefore(14)) return "none";
  return isBefore(18) ? "lighten" : "full";
}

/** What CF-33 asks of an act. */
export interface Gravity {
  /** A slight breach (轻微). */
  readonly slight: boolean;
  readonly harm: "none" | "slight" | "grave";
  /** In time, and checked. */
  readonly corrected: boolean;
  readonly firstTime: boolean;
  /** The party proved that he is without fault. */
  readonly faultless: boolean;
}

/**
 * CF-33 (行政处罚法33): `no-fault`, `shall-not`: there is no penalty; `may-not` (首违可不罚): the organ may let it off; undefined: none
 * of them. A slight breach that was corrected and did no harm shall not be punished, the first time or not.
 */
export function shallNotPenalise({
  slight,
  harm,
  corrected,
  firstTime,
  faultless,
}: Gravity): "no-fault" | "shall-not" | "may-not" | undefined {
  if (faultless) return "no-fault";
  if (slight && corrected && harm === "none") return "shall-not";
  return firstTime && corrected && harm !== "grave" ? "may-not" : undefined;
}

/**
 * CF-33a: whether it is the first time: no act of the same kind was punished or let off inside the window before that day.
 * @param earlier the days on which earlier ones were decided
 */
export const isFirstTime = (earlier: readonly string[], on: string, windowYears: number): boolean =>
  earlier.every((day) => Temporal.PlainDate.compare(Temporal.PlainDate.from(day).add({ years: windowYears }), on) < 0);
