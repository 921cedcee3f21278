import { refusals } from "../../../../shared/decider/index.ts";
import type { DocumentReason } from "../../../../shared/parties/index.ts";
import type { CommonRefusal } from "../../common/domain/refusals.ts";

/** Codes whose texts stand in `problems/application.ts`. */
export type ApplicationRefusal =
  | "permits.acceptor-cannot-decide"
  | "permits.already-explained"
  | "permits.already-extended"
  | "permits.competent-organ-missing"
  | "permits.corrections-already-notified"
  | "permits.decided-on-another-day"
  | "permits.deemed-accepted"
  | "permits.decline-without-reasons"
  | "permits.extension-too-long"
  | "permits.false-materials"
  | "permits.fee-differs"
  | "permits.fee-not-to-treasury"
  | "permits.head-must-approve"
  | "permits.limit-already-passed"
  | "permits.limit-not-missed"
  | "permits.material-obtained-by-sharing"
  | "permits.material-on-file"
  | "permits.materials-missing"
  | "permits.names-the-applicant"
  | "permits.no-fee-due"
  | "permits.no-place-left"
  | "permits.no-statutory-limit"
  | "permits.no-step-pending"
  | "permits.no-written-notice"
  | "permits.not-at-the-counter"
  | "permits.not-first-in-line"
  | "permits.not-for-other-towns"
  | "permits.not-immediate"
  | "permits.not-in-this-state"
  | "permits.notice-before-case"
  | "permits.notice-incomplete"
  | "permits.notice-not-delivered-yet"
  | "permits.notice-number-used"
  | "permits.pause-too-long"
  | "permits.permit-needed"
  | "permits.place-missing"
  | "permits.power-not-in-force"
  | "permits.promise-in-the-past"
  | "permits.promise-not-kept"
  | "permits.promise-too-late"
  | "permits.reasons-missing"
  | "permits.review-not-extended"
  | "permits.steps-pending"
  | "permits.town-decides-itself"
  | "permits.town-does-not-decide"
  | "permits.town-is-competent"
  | "permits.two-inspectors";
/** Codes whose texts stand in `problems/ban.ts`. */
export type BanRefusal = "permits.ban-not-in-this-state" | "permits.barred" | "permits.document-dated-later";
/** Codes whose texts stand in `problems/examination.ts`. */
export type ExaminationRefusal =
  | "permits.chair-examined-it"
  | "permits.hearing-already-called"
  | "permits.hearing-already-recorded"
  | "permits.hearing-already-requested"
  | "permits.hearing-held-late"
  | "permits.hearing-may-be-requested"
  | "permits.hearing-not-held"
  | "permits.hearing-not-prescribed"
  | "permits.hearing-not-requested"
  | "permits.hearing-not-yet"
  | "permits.hearing-noticed-late"
  | "permits.hearing-on-a-rest-day"
  | "permits.hearing-requested-late"
  | "permits.inspectors-not-assigned"
  | "permits.joint-disagreement"
  | "permits.no-disagreement"
  | "permits.no-hearing-called"
  | "permits.no-joint-step"
  | "permits.not-asked"
  | "permits.not-by-the-record"
  | "permits.nothing-to-inspect"
  | "permits.opinion-given"
  | "permits.record-not-signed"
  | "permits.third-parties-not-considered"
  | "permits.third-parties-not-heard"
  | "permits.third-parties-not-informed";
/** Codes that a case refuses with. */
export type CaseRefusal = ApplicationRefusal | BanRefusal | ExaminationRefusal;

/** The refusals of this part, by their codes. */
export const { badInput, checkMove, notYou, refuse } = refusals<CaseRefusal | CommonRefusal | DocumentReason>();
