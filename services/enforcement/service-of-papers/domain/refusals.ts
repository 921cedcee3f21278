import { refusals } from "../../../../shared/decider/index.ts";
import type { CommonRefusal } from "../../common/domain/refusals.ts";

/** Codes that the service of papers refuses with; each has its text in `problems.ts`. */
export type PaperRefusal =
  | "enforcement.copy-not-asked"
  | "enforcement.delivery-not-in-this-state"
  | "enforcement.lives-elsewhere"
  | "enforcement.no-consent"
  | "enforcement.no-such-paper"
  | "enforcement.no-such-proceeding"
  | "enforcement.not-a-handler"
  | "enforcement.not-an-agent"
  | "enforcement.not-the-party"
  | "enforcement.other-ways-first"
  | "enforcement.service-proof-missing"
  | "enforcement.receiver-cannot-sign"
  | "enforcement.served-before-issued"
  | "enforcement.served-in-the-future"
  | "enforcement.witness-is-handler";

/** The refusals of this part, by their codes. */
export const { badInput, notNow, notYou, refuse } = refusals<PaperRefusal | CommonRefusal>();
