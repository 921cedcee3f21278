import type { PowerCategory } from "../../../../shared/contracts/powers.ts";
import type { Overturned } from "./overturned.ts";
import type { Counted } from "./volumes.ts";

/** The volumes of a power in a year, and who there is for it on the day of the evaluation (P6). */
export interface Figures {
  /** Accepted in the year, and what became of them so far. */
  readonly cases: number;
  readonly decided: number;
  readonly refused: number;
  readonly overdue: number;
  /** Overturned in the year in review or court, whenever decided. */
  readonly overturned: number;
  readonly complaints: number;
  readonly foundedComplaints: number;
  readonly ratings: number;
  readonly poorRatings: number;
  readonly certifiedOfficers: number;
  readonly trainedStaff: number;
}
export type Staff = Pick<Figures, "certifiedOfficers" | "trainedStaff">;

/** P6: counted from what came in by events; the same in any order. */
export function figuresOf(
  volume: readonly Counted[],
  decisions: readonly Overturned[],
  year: number,
  { certifiedOfficers, trainedStaff }: Staff,
): Figures {
  const count = (is: (one: Counted) => boolean) => volume.filter(is).length;
  return {
    cases: count(({ kind }) => kind === "case"),
    decided: count(({ outcome }) => outcome?.what === "granted" || outcome?.what === "refused"),
    refused: count(({ outcome }) => outcome?.what === "refused"),
    overdue: count(({ kind, overdue }) => kind === "case" && overdue),
    overturned: decisions.filter(({ date }) => date.startsWith(`${year}-`)).length,
    complaints: count(({ kind }) => kind === "complaint"),
    foundedComplaints: count(({ kind, founded }) => kind === "complaint" && founded),
    ratings: count(({ kind }) => kind === "rating"),
    poorRatings: count(({ kind, poor }) => kind === "rating" && poor),
    certifiedOfficers,
    trainedStaff,
  };
}

/** Whole per cent with two places; null where there is nothing to divide by. */
export const percentOf = (part: number, whole: number) =>
  whole === 0 ? null : Math.round((part * 10_000) / whole) / 100;

/** The shares that thresholds are for. */
export const ratesOf = (figures: Figures) => ({
  overduePercent: percentOf(figures.overdue, figures.cases),
  overturnedPercent: percentOf(figures.overturned, figures.decided),
  complaintPercent: percentOf(figures.complaints, figures.cases),
});

/** Acts of enforcement are done by officers with a certificate, all others by trained staff; their cases come from another service. */
export const isEnforcement = (category: PowerCategory) =>
  category === "penalty" || category === "coercion" || category === "inspection";
