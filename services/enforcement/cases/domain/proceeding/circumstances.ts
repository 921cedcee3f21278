import type { LighteningGround } from "../../../penalty-list/domain/index.ts";

export { type LighteningGround, lighteningGrounds } from "../../../penalty-list/domain/index.ts";

/** How an act was done, as far as the law asks (CF-32, CF-33, CF-37a). */
export interface Circumstances {
  /** CF-33: a slight breach (轻微). */
  readonly slight: boolean;
  readonly harm: "none" | "slight" | "grave";
  readonly corrected: boolean;
  /** CF-33: the party proved that he is without fault. */
  readonly faultless: boolean;
  /** The case is serious in the words of the norm (情节严重). */
  readonly serious: boolean;
  /** An order to correct was not followed; or only a warning. */
  readonly orderUnmet: boolean;
  readonly warningUnmet?: boolean;
  /** Value of what a multiple counts on: fen, or units. */
  readonly base?: number;
  /** A citizen whom the citizen range does not mean. */
  readonly asOrganisation?: boolean;
  /** CF-37: the law of today, or of the day of the act, does not forbid what he did. */
  readonly lawfulNow?: boolean;
  readonly lawfulThen?: boolean;
  /** CF-32: grounds that are there, applied or not. */
  readonly grounds: readonly LighteningGround[];
}

/** CF-34a: a fine outside of its tier needs reasons, and the approval of the head. */
export interface Departure {
  readonly reasons: string;
  /** The head who approved it, by `sub`. */
  readonly approvedBy: string;
}
