import { refusals } from "../../../../shared/decider/index.ts";
import type { CommonRefusal } from "../../common/domain/refusals.ts";

/** Codes that this part of the service refuses with; each has its text in `problems.ts`. */
export type CertificateRefusal =
  | "permits.cancellation-without-document"
  | "permits.cancellation-without-ground"
  | "permits.certificate-not-in-this-state"
  | "permits.decider-cannot-issue"
  | "permits.fee-not-paid"
  | "permits.issuer-recused"
  | "permits.must-revoke"
  | "permits.no-revocation-proposed"
  | "permits.no-power-over-certificate"
  | "permits.not-compensated"
  | "permits.not-heard"
  | "permits.not-the-holder"
  | "permits.nothing-to-renew"
  | "permits.renewal-already-filed"
  | "permits.renewal-not-needed"
  | "permits.renewal-too-late"
  | "permits.revocation-already-proposed"
  | "permits.revocation-harms-public"
  | "permits.revocation-open"
  | "permits.statement-period-runs";

/** The refusals of this part, by their codes. */
export const { checkMove, notYou, refuse } = refusals<CertificateRefusal | CommonRefusal>();
