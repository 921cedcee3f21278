import { toDate } from "../../../../../shared/calendar/index.ts";
import type { KnownParty } from "./known-case.ts";

/** CF-30: whether the party was a child, between 14 and 18, or of age on the day of the act. A body is of age. */
export function ageOn({ kind, bornOn }: KnownParty, on: string): "none" | "lighten" | "full" {
  if (kind === "organisation" || bornOn === undefined) return "full";
  // A year of life is complete on the day after the birthday.
  const reached = (years: number) => toDate(bornOn).add({ years }).toString() < on;
  if (!reached(14)) return "none";
  return reached(18) ? "full" : "lighten";
}

/** CF-31: whether he could not tell or control what he did on that day. */
export const wasIncapable = ({ incapable = [] }: KnownParty, on: string): boolean =>
  incapable.some(({ from, until }) => from <= on && (until === undefined || on <= until));
