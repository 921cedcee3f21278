import { permitsEvents } from "../../shared/contracts/permits.ts";
import { parkedRoute } from "../../shared/messaging/index.ts";
import { aggregate, type Service } from "../../shared/service/index.ts";
import { applicationLists } from "./cases/api/application-lists.ts";
import { applicationRoutes } from "./cases/api/applications.ts";
import { banRoutes } from "./cases/api/bans.ts";
import { examinationRoutes } from "./cases/api/examination-steps.ts";
import { publishedRoutes } from "./cases/api/published.ts";
import { stepRoutes } from "./cases/api/steps.ts";
import { application } from "./cases/domain/application/decider.ts";
import { ban } from "./cases/domain/ban/ban.ts";
import { quota } from "./cases/domain/quota/quota.ts";
import { runningCase } from "./cases/domain/running-case.ts";
import { certificateRoutes } from "./certificates/api/certificates.ts";
import { certificate } from "./certificates/domain/certificate.ts";
import { knownOfficer, knownPower } from "./common/domain/known-power.ts";
import { consultationRoutes } from "./desk/api/consultations.ts";
import { consultation } from "./desk/domain/consultation.ts";
import { reductionRoutes } from "./figures/api/reductions.ts";
import { reduction } from "./figures/domain/reduction.ts";
import { guideRoutes } from "./guides/api/guides.ts";
import { guide } from "./guides/domain/guide.ts";
import { openingOf } from "./guides/opening.ts";
import { hallAggregates, hallRoutes } from "./hall.ts";
import { inspectionAggregates, inspectionRoutes } from "./inspections.ts";
import { materialAggregates, materialRoutes } from "./materials.ts";
import { documentRoutes } from "./papers/api/documents.ts";
import { fontAssets } from "./papers/documents/font-assets.ts";
import { document } from "./papers/domain/document.ts";
import { peopleAggregates, peopleRoutes } from "./people.ts";
import { problems } from "./problems.ts";
import { reactions } from "./reactions.ts";

/** Applications, from the counter to the certificate. */
export const permits: Service = {
  name: "permits",
  title: { zh: "行政审批和公共服务", en: "Permits and public services" },
  aggregates: [
    ...peopleAggregates,
    aggregate(application),
    aggregate(certificate),
    aggregate(document),
    aggregate(guide),
    aggregate(quota),
    aggregate(knownPower),
    aggregate(knownOfficer),
    aggregate(runningCase),
    aggregate(ban),
    aggregate(consultation),
    aggregate(reduction),
    ...hallAggregates,
    ...inspectionAggregates,
    ...materialAggregates,
  ],
  indexes: [
    { name: "byStatus", projection: "all" },
    { name: "byOffice", projection: "all" },
    { name: "byOwner", projection: "all" },
    { name: "byCode", projection: "all" },
    { name: "byDomain", projection: "all" },
  ],
  routes: [
    ...guideRoutes,
    ...applicationLists,
    ...publishedRoutes,
    ...applicationRoutes,
    ...stepRoutes,
    ...examinationRoutes,
    ...certificateRoutes,
    ...documentRoutes,
    ...banRoutes,
    ...consultationRoutes,
    ...reductionRoutes,
    ...peopleRoutes,
    ...hallRoutes,
    ...inspectionRoutes,
    ...materialRoutes,
    parkedRoute("permits"),
  ],
  files: true,
  assets: { reactions: fontAssets },
  subscriptions: reactions,
  publishes: permitsEvents,
  problems,
  opening: openingOf,
  functions: {
    api: { memoryMb: 512, timeoutSeconds: 29 },
    relay: { memoryMb: 256, timeoutSeconds: 30 },
    // It draws documents: a second and some 200 MB for the first, with its fonts.
    reactions: { memoryMb: 1024, timeoutSeconds: 60 },
    clockwork: { memoryMb: 512, timeoutSeconds: 60 },
    opening: { memoryMb: 512, timeoutSeconds: 300 },
  },
  attempts: 5,
};
