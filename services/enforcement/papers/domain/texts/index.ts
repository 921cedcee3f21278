import type { PaperText } from "../dossier.ts";
import type { PaperKind } from "../kinds.ts";
import { goodsAgainstFine } from "./against-fine.ts";
import { buildingDemand, correctionOrder, demolitionNotice, enforcementDecision, stopOrder } from "./buildings.ts";
import { closingReport } from "./closing.ts";
import { courtApplication, landCourtApplication } from "./court.ts";
import { noPenaltyDecision, penaltyDecision, reversal, stopDecision } from "./deciding.ts";
import { demolitionRecord, thingsInside } from "./demolition.ts";
import { disciplineOrder } from "./discipline.ts";
import { enforcementEnd, enforcementPause, enforcementResumption } from "./enforcing.ts";
import { evidenceExtraction, evidenceList, interviewRecord, onSiteRecord, samplingRecord } from "./evidence.ts";
import { dismissalApproval, filingApproval } from "./filing.ts";
import { hearingNotice, hearingRecord, hearingReport } from "./hearings.ts";
import { inspectionApproval, inspectionNotice, inspectionRecord, inspectionResult } from "./inspections.ts";
import { investigationReport } from "./investigating.ts";
import { goodsList, measureDecision, measureExtension, measureRelease } from "./measures.ts";
import { demandLetter, instalments } from "./money.ts";
import { defenceReview, priorNotice } from "./noticing.ts";
import { onSpotDecision } from "./on-spot.ts";
import { caseStop, resumptionDecision, suspensionDecision, transferLetter, withdrawalApproval } from "./on-the-way.ts";
import { guidanceRecord, lettingOff, orderRevocation, rectificationCheck, rectificationOrder } from "./persuading.ts";
import { addressConfirmation, deliveryRecord } from "./serving.ts";
import { substitutionDecision, substitutionDemand, substitutionReminder } from "./substitution.ts";
import { discussionMinutes, legalReview } from "./weighing.ts";

/** The text of each kind. A kind without a text does not compile. */
export const texts: Readonly<Record<PaperKind, PaperText>> = {
  "inspection-approval": inspectionApproval,
  "inspection-notice": inspectionNotice,
  "visit-record": inspectionRecord,
  "inspection-result": inspectionResult,
  "guidance-record": guidanceRecord,
  "rectification-order": rectificationOrder,
  "rectification-check": rectificationCheck,
  "letting-off": lettingOff,
  "order-revocation": orderRevocation,
  "filing-approval": filingApproval,
  "dismissal-approval": dismissalApproval,
  "interview-record": interviewRecord,
  "on-site-record": onSiteRecord,
  "evidence-extraction": evidenceExtraction,
  "sampling-record": samplingRecord,
  "measure-decision": measureDecision,
  "goods-list": goodsList,
  "measure-extension": measureExtension,
  "measure-release": measureRelease,
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
  "discipline-order": disciplineOrder,
  "stop-decision": stopDecision,
  reversal,
  "on-spot-decision": onSpotDecision,
  "delivery-record": deliveryRecord,
  "deferral-decision": instalments,
  "demand-letter": demandLetter,
  "goods-against-fine": goodsAgainstFine,
  "court-application": courtApplication,
  "enforcement-pause": enforcementPause,
  "enforcement-resumption": enforcementResumption,
  "enforcement-end": enforcementEnd,
  "substitution-demand": substitutionDemand,
  "substitution-decision": substitutionDecision,
  "substitution-reminder": substitutionReminder,
  "building-stop": stopOrder,
  "building-correction": correctionOrder,
  "building-demand": buildingDemand,
  "building-enforcement": enforcementDecision,
  "building-notice": demolitionNotice,
  "things-inside": thingsInside,
  "demolition-record": demolitionRecord,
  "land-court-application": landCourtApplication,
  "closing-report": closingReport,
};
