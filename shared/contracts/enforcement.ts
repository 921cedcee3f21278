import { buildingEvents, substitutionEvents } from "./enforcement-buildings.ts";
import { campaignEvents } from "./enforcement-campaigns.ts";
import { enforcementCaseEvents } from "./enforcement-cases.ts";
import { cooperationEvents } from "./enforcement-cooperation.ts";
import { evidenceFileEvents } from "./enforcement-evidence-files.ts";
import { fineEvents } from "./enforcement-fines.ts";
import { goodsEvents } from "./enforcement-goods.ts";
import { hearingEvents } from "./enforcement-hearings.ts";
import { inspectionEvents } from "./enforcement-inspections.ts";
import { leadEvents } from "./enforcement-leads.ts";
import { measureEvents } from "./enforcement-measures.ts";
import { enforcementPaperEvents } from "./enforcement-papers.ts";
import { proceedingEvents } from "./enforcement-proceedings.ts";
import { publicationEvents } from "./enforcement-publications.ts";
import { rectificationEvents } from "./enforcement-rectifications.ts";

/** What the enforcement service publishes. Nothing here names or identifies a party. */
export const enforcementEvents = {
  ...enforcementCaseEvents,
  ...proceedingEvents,
  ...evidenceFileEvents,
  ...leadEvents,
  ...inspectionEvents,
  ...campaignEvents,
  ...rectificationEvents,
  ...hearingEvents,
  ...goodsEvents,
  ...measureEvents,
  ...fineEvents,
  ...publicationEvents,
  ...enforcementPaperEvents,
  ...buildingEvents,
  ...substitutionEvents,
  ...cooperationEvents,
} as const;
