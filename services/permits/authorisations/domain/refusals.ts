import { refusals } from "../../../../shared/decider/index.ts";
import type { DocumentReason } from "../../../../shared/parties/index.ts";
import type { CommonRefusal } from "../../common/domain/refusals.ts";

/** Codes that this part of the service refuses with; each has its text in `problems.ts`. */
export type AuthorisationRefusal =
  | "permits.agent-is-no-witness"
  | "permits.authorisation-not-in-this-state"
  | "permits.authorisation-too-long"
  | "permits.item-not-for-agents"
  | "permits.not-authorised"
  | "permits.own-agent"
  | "permits.proof-not-possible";

/** The refusals of this part, by their codes. */
export const { badInput, notYou, refuse } = refusals<AuthorisationRefusal | CommonRefusal | DocumentReason>();
