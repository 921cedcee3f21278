import type { PaperText } from "../dossier.ts";
import type { PaperKind } from "../kinds.ts";
import { buildingDemand, correctionOrder, demolitionNotice, enforcementDecision, stopOrder } from "./buildings.ts";
import { closingReport } from "./closing.ts";
import { noPenaltyDecision, penaltyDecision, reversal, stopDecision } from "./deciding.ts";
import { evidenceExtraction, evidenceList, interviewRecord, onSiteRecord } from "./evidence.ts";
import { dismissalApproval, filingApproval } from "./filing.ts";
import { hearingNotice, hearingRecord, hearingReport } from "./hearings.ts";
import { investigationReport } from "./investigating.ts";
import { courtApplication, demandLetter, instalments } from "./money.ts";
import { defenceReview, priorNotice } from "./noticing.ts";
import { onSpotDecision } from "./on-spot.ts";
import { caseStop, resumptionDecision, suspensionDecision, transferLetter, withdrawalApproval } from "./on-the-way.ts";
import { addressConfirmation, deliveryRecord } from "./serving.ts";
import { discussionMinutes, legalReview } from "./weighing.ts";

/** The text of each kind. A kind without a text does not compile. */
export const texts: Readonly<Record<PaperKind, PaperText>> = {
  "filing-approval": filingApproval,
  "dismissal-approval": dismissalApproval,
  "interview-record": interviewRecord,
  "on-site-record": onSiteRecord,
  "evidence-extraction": evidenceExtraction,
  "evidence-list": evidenceList,
  "investigation-report": investigationReport,
  "suspension-decision": suspensionDecision,
  "resumption-decision": resumptionDecision,
  "case-stop": caseStop,
  "withdrawal-approval": withdrawalApproval,
  "transfer-letter": transferLetter,
  "prior-notice": priorNotice,
  "address-confirmation": addressConfirmation,
  "defence-review": defenceReview,
  "hearing-notice": hearingNotice,
  "hearing-record": hearingRecord,
  "hearing-report": hearingReport,
  "legal-review": legalReview,
  "discussion-minutes": discussionMinutes,
  "penalty-decision": penaltyDecision,
  "no-penalty-decision": noPenaltyDecision,
  "stop-decision": stopDecision,
  reversal,
  "on-spot-decision": onSpotDecision,
  "delivery-record": deliveryRecord,
  "deferral-decision": instalments,
  "demand-letter": demandLetter,
  "court-application": courtApplication,
  "building-stop": stopOrder,
  "building-correction": correctionOrder,
  "building-demand": buildingDemand,
  "building-enforcement": enforcementDecision,
  "building-notice": demolitionNotice,
  "closing-report": closingReport,
};
