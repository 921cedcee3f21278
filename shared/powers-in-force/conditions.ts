import type { Text } from "./power.ts";

/** Why a power cannot be used on a day, at a place, by an officer. */
export type FailedCondition =
  | { readonly condition: "not-listed" }
  | { readonly condition: "not-handed-over" }
  | { readonly condition: "not-yet-in-force"; readonly from: string }
  /** P4: handed over from that day, and its conditions not met yet. */
  | { readonly condition: "not-ready"; readonly from: string }
  | { readonly condition: "suspended"; readonly from: string; readonly reason: string }
  | { readonly condition: "recalled"; readonly from: string; readonly document: string }
  /** CF-T2: none of the laws it rests on is in force. */
  | { readonly condition: "basis-not-in-force"; readonly laws: readonly string[] }
  /** P8: the place belongs to the county, or to another town. */
  | {
      readonly condition: "outside-territory";
      readonly split: string;
      readonly area: Text;
      readonly legalBasis?: string;
    }
  /** P8: the answer depends on the place, and no place is known. */
  | { readonly condition: "place-missing"; readonly splits: readonly string[] }
  | { readonly condition: "officer-unknown" }
  | { readonly condition: "officer-not-yet-certified"; readonly from: string }
  | { readonly condition: "officer-expired"; readonly until: string }
  | { readonly condition: "officer-suspended"; readonly from: string }
  | { readonly condition: "officer-withdrawn"; readonly from: string }
  | { readonly condition: "officer-of-another-domain"; readonly domains: readonly string[] };

/** Every name a failed condition has. */
export const conditions = [
  "not-listed",
  "not-handed-over",
  "not-yet-in-force",
  "not-ready",
  "suspended",
  "recalled",
  "basis-not-in-force",
  "outside-territory",
  "place-missing",
  "officer-unknown",
  "officer-not-yet-certified",
  "officer-expired",
  "officer-suspended",
  "officer-withdrawn",
  "officer-of-another-domain",
] as const satisfies readonly FailedCondition["condition"][];

export const failing = (condition: FailedCondition): FailedCondition => condition;
