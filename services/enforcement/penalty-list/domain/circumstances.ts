import type { TownProfile } from "../../../../shared/town/profile.ts";
import type { NormNeed } from "./penalty.ts";

/** CF-30, CF-32: what makes a penalty lighter, or lets a fine fall below its minimum. */
export const lighteningGrounds = ["minor-age", "removed-harm", "coerced", "confessed", "merit", "other-law"] as const;
export type LighteningGround = (typeof lighteningGrounds)[number];

/** As which kind of party the law measures somebody. */
export type FinedAs = "citizen" | "organisation";

/** How an act was done, by whom, as far as the range of a fine depends on it. */
export interface Circumstances {
  readonly party: FinedAs;
  /** CF-29b: a responsible person of an organisation has a range of his own. */
  readonly role?: "principal" | "responsible" | undefined;
  /** Value of what a multiple counts on: fen, or units. */
  readonly base?: number | undefined;
  readonly orderUnmet?: boolean | undefined;
  readonly warningUnmet?: boolean | undefined;
  readonly serious?: boolean | undefined;
  /** A citizen whom the citizen range does not mean, e.g. no farm household. */
  readonly asOrganisation?: boolean | undefined;
  /** CF-37: the law of the deciding day does not forbid what he did. */
  readonly lawfulNow?: boolean | undefined;
  /** The law of the day of the act did not forbid it. */
  readonly lawfulThen?: boolean | undefined;
}

/** An order that is not followed is more than a warning that is not followed, so it meets both needs. */
export const isMet = (need: NormNeed, how: Circumstances): boolean =>
  need === "serious"
    ? how.serious === true
    : how.orderUnmet === true || (need === "warning-unmet" && how.warningUnmet === true);

/** One of them is enough; nothing is needed where the list is empty. */
export const isOneMet = (needs: readonly NormNeed[], how: Circumstances): boolean =>
  needs.length === 0 || needs.some((need) => isMet(need, how));

/** CF-51, CF-63: a citizen or an organisation; the profile says as which an individual business (个体工商户) counts. */
export const partyAs = (
  kind: "citizen" | "organisation" | "sole-trader",
  { enforcement }: Pick<TownProfile, "enforcement">,
): FinedAs => (kind === "sole-trader" ? enforcement.soleTrader.as : kind);
