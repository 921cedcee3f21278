/** CF-24b: what was decided of this case under a power that was recalled while it was open. */
export interface SettledPower {
  readonly code: string;
  readonly recalledFrom: string;
  readonly outcome: "finish" | "transfer";
  readonly document: string;
}
