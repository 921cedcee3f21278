import { refusals } from "../../../../shared/decider/index.ts";
import type { DocumentReason } from "../../../../shared/parties/index.ts";
import type { CommonRefusal } from "../../common/domain/refusals.ts";

/** Codes that this part of the service refuses with; each has its text in `problems.ts`. */
export type BundleRefusal = "permits.bundle-over" | "permits.unknown-bundle";

/** The refusals of this part, by their codes. */
export const { badInput, checkMove, notNow, notYou, refuse } = refusals<
  BundleRefusal | CommonRefusal | DocumentReason
>();
