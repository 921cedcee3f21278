import { refusals } from "../../../../shared/decider/index.ts";
import type { CommonRefusal } from "../../common/domain/refusals.ts";

/** Codes about evidence (CF-46). */
export type EvidenceRefusal =
  | "enforcement.collected-in-the-future"
  | "enforcement.copy-not-checked"
  | "enforcement.evidence-incomplete"
  | "enforcement.evidence-not-in-this-state"
  | "enforcement.evidence-without-file"
  | "enforcement.minor-alone"
  | "enforcement.monitoring-not-reviewed"
  | "enforcement.no-such-case-of-evidence"
  | "enforcement.check-unrecorded"
  | "enforcement.not-the-keeper"
  | "enforcement.unsigned-without-witness"
  | "enforcement.sample-unlike-lot"
  | "enforcement.witness-is-officer";

/** Codes about penalties on the spot (CF-51). */
export type OnSpotRefusal =
  | "enforcement.not-the-whole-sum"
  | "enforcement.collected-already"
  | "enforcement.collection-not-allowed"
  | "enforcement.form-not-handed-over"
  | "enforcement.no-law-applies"
  | "enforcement.not-collected"
  | "enforcement.not-on-the-spot"
  | "enforcement.on-spot-not-in-this-state"
  | "enforcement.punished-today"
  | "enforcement.receipt-missing"
  | "enforcement.rights-not-told"
  | "enforcement.same-hands"
  | "enforcement.simple-not-allowed"
  | "enforcement.too-early-said";

/** Codes about the case itself. */
export type CaseRefusal =
  | "enforcement.act-after-discovery"
  | "enforcement.act-barred"
  | "enforcement.act-in-the-future"
  | "enforcement.act-without-party"
  | "enforcement.answer-before-transfer"
  | "enforcement.answered-already"
  | "enforcement.before-the-filing"
  | "enforcement.birth-differs"
  | "enforcement.birth-missing"
  | "enforcement.case-not-in-this-state"
  | "enforcement.chief-decides-transfer"
  | "enforcement.chief-in-team"
  | "enforcement.crime-first"
  | "enforcement.decided-already"
  | "enforcement.earlier-acts-undecided"
  | "enforcement.ends-before-it-begins"
  | "enforcement.extended-already"
  | "enforcement.extension-not-allowed"
  | "enforcement.filed-elsewhere"
  | "enforcement.filing-stands"
  | "enforcement.filing-unconfirmed"
  | "enforcement.ground-not-so"
  | "enforcement.head-only"
  | "enforcement.heirs-inherit-no-penalty"
  | "enforcement.incapable"
  | "enforcement.meeting-missing"
  | "enforcement.goods-lying"
  | "enforcement.measures-open"
  | "enforcement.merger-of-noticed"
  | "enforcement.merger-not-linked"
  | "enforcement.case-to-the-town-itself"
  | "enforcement.merger-with-itself"
  | "enforcement.no-such-act"
  | "enforcement.no-such-measure"
  | "enforcement.no-such-target"
  | "enforcement.not-an-officer-of-the-case"
  | "enforcement.not-filed-elsewhere"
  | "enforcement.nothing-to-split"
  | "enforcement.nothing-to-transfer"
  | "enforcement.outside-the-town"
  | "enforcement.own-case"
  | "enforcement.own-recusal"
  | "enforcement.own-work"
  | "enforcement.papers-missing"
  | "enforcement.party-known"
  | "enforcement.proceedings-open"
  | "enforcement.recusal-asked"
  | "enforcement.recusal-by-meeting"
  | "enforcement.recusal-by-the-head"
  | "enforcement.recusal-denied"
  | "enforcement.recusal-not-asked"
  | "enforcement.recusal-not-yours"
  | "enforcement.recused-from-case"
  | "enforcement.responsible-for-nobody"
  | "enforcement.team-too-small"
  | "enforcement.term-over"
  | "enforcement.transfer-not-approved"
  | "enforcement.transfer-under-way"
  | "enforcement.under-age"
  | "enforcement.unknown-case-party";

/** Codes about what a norm needs first, proved and not stated (CF-28, CF-40); a proceeding has them too. */
export type NeedRefusal = "enforcement.order-not-proved" | "enforcement.warning-not-proved";

/** Codes with which cases, evidence and penalties on the spot refuse; each has its text in `problems/`. */
export type CasesRefusal = CaseRefusal | EvidenceRefusal | OnSpotRefusal;

/** The refusals of this part, by their codes. */
export const { badInput, checkMove, notNow, notYou, refuse } = refusals<CasesRefusal | NeedRefusal | CommonRefusal>();
