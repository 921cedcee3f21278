import { permitsEvents } from "../../shared/contracts/permits.ts";
import { parkedRoute } from "../../shared/messaging/index.ts";
import { aggregate, type Service } from "../../shared/service/index.ts";
import { applicationLists } from "./api/application-lists.ts";
import { applicationRoutes } from "./api/applications.ts";
import { banRoutes } from "./api/bans.ts";
import { certificateRoutes } from "./api/certificates.ts";
import { consultationRoutes } from "./api/consultations.ts";
import { documentRoutes } from "./api/documents.ts";
import { examinationRoutes } from "./api/examination-steps.ts";
import { guideRoutes } from "./api/guides.ts";
import { publishedRoutes } from "./api/published.ts";
import { reductionRoutes } from "./api/reductions.ts";
import { stepRoutes } from "./api/steps.ts";
import { fontAssets } from "./documents/font-assets.ts";
import { application } from "./domain/application/decider.ts";
import { ban } from "./domain/ban/ban.ts";
import { certificate } from "./domain/certificate/certificate.ts";
import { consultation } from "./domain/consultation/consultation.ts";
import { document } from "./domain/document/document.ts";
import { guide } from "./domain/guide/guide.ts";
import { knownOfficer, knownPower } from "./domain/known-power.ts";
import { quota } from "./domain/quota/quota.ts";
import { reduction } from "./domain/reduction/reduction.ts";
import { runningCase } from "./domain/running-case.ts";
import { hallAggregates, hallRoutes } from "./hall.ts";
import { inspectionAggregates, inspectionRoutes } from "./inspections.ts";
import { materialAggregates, materialRoutes } from "./materials.ts";
import { openingOf } from "./opening.ts";
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
