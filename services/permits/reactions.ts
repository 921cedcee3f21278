import type { Subscription } from "../../shared/service/index.ts";
import { applicationReactions } from "./reactions/application.ts";
import { banReactions } from "./reactions/ban.ts";
import { certificateReactions } from "./reactions/certificate.ts";
import { documentReactions } from "./reactions/document.ts";
import { dossierReactions } from "./reactions/dossier.ts";
import { hallReactions } from "./reactions/hall.ts";
import { inspectionReactions } from "./reactions/inspection.ts";
import { materialReactions } from "./reactions/material.ts";
import { peopleReactions } from "./reactions/people.ts";
import { quotaReactions } from "./reactions/quota.ts";
import { reductionReactions } from "./reactions/reduction.ts";
import { runningCaseReactions } from "./reactions/running-case.ts";

/** What the service does when others, or it itself, have published something. */
export const reactions: readonly Subscription[] = [
  ...applicationReactions,
  ...banReactions,
  ...peopleReactions,
  ...runningCaseReactions,
  ...hallReactions,
  ...quotaReactions,
  ...certificateReactions,
  ...inspectionReactions,
  ...materialReactions,
  ...dossierReactions,
  ...reductionReactions,
  ...documentReactions,
];
