import type { Subscription } from "../../shared/service/index.ts";
import { applicationReactions } from "./cases/reactions/application.ts";
import { banReactions } from "./cases/reactions/ban.ts";
import { certificateReactions } from "./cases/reactions/certificate.ts";
import { quotaReactions } from "./cases/reactions/quota.ts";
import { runningCaseReactions } from "./cases/reactions/running-case.ts";
import { peopleReactions } from "./duties/reactions/people.ts";
import { reductionReactions } from "./figures/reactions/reduction.ts";
import { dossierReactions } from "./files/reactions/dossier.ts";
import { materialReactions } from "./files/reactions/material.ts";
import { hallReactions } from "./hall/reactions/hall.ts";
import { documentReactions } from "./papers/reactions/document.ts";
import { inspectionReactions } from "./supervision/reactions/inspection.ts";

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
