import { Temporal } from "temporal-polyfill";
import type { LawCited } from "../../../../shared/contracts/powers.ts";
import { listedOn } from "../../../../shared/powers-in-force/index.ts";
import type { Power } from "./power.ts";

const never = "9999-12-31";
const isLaw =
  (on: string) =>
  ({ inForceFrom = "", repealedFrom = never }: LawCited) =>
    inForceFrom <= on && on < repealedFrom;

/** CF-T2: the laws a power rests on that are in force on the day of an act; that day decides, not today. */
export const lawsFor = (power: Power, on: string): readonly LawCited[] =>
  listedOn(power, Temporal.PlainDate.from(on)).basis.filter(isLaw(on));

/** CF-T2: the laws a power is still listed under on a day though they are repealed: it must be based on others. */
export const repealedFor = (power: Power, on: string): readonly LawCited[] =>
  listedOn(power, Temporal.PlainDate.from(on)).basis.filter(({ repealedFrom = never }) => repealedFrom <= on);

/** The next day, not looked at yet, on which a law the power is or was to be based on ends. */
export function nextRepeal({ basis = [], changes, basisLookedAt = "" }: Power): string | undefined {
  const laws = [...basis, ...changes.flatMap((change) => (change.kind === "adjusted" ? (change.basis ?? []) : []))];
  return laws
    .flatMap(({ repealedFrom }) => (repealedFrom === undefined ? [] : [repealedFrom]))
    .filter((day) => day > basisLookedAt)
    .sort()[0];
}
