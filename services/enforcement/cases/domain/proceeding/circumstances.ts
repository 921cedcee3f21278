/** CF-30, CF-32: what makes a penalty lighter, or lets it fall below its minimum. */
export const lighteningGrounds = ["minor-age", "removed-harm", "coerced", "confessed", "merit", "other-law"] as const;
export type LighteningGround = (typeof lighteningGrounds)[number];

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
  /** An order to correct, or a warning, was not followed. */
  readonly orderUnmet: boolean;
  /** Value of what a multiple counts on: fen, or units. */
  readonly base?: number;
  /** CF-32: grounds that are there, applied or not. */
  readonly grounds: readonly LighteningGround[];
}

/** CF-34a: a fine outside of its tier needs reasons, and the approval of the head or of a meeting. */
export interface Departure {
  readonly reasons: string;
  readonly approvedBy: string;
}
