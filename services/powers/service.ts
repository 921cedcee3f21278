import { powersEvents } from "../../shared/contracts/powers.ts";
import { parkedRoute } from "../../shared/messaging/index.ts";
import { aggregate, type Service } from "../../shared/service/index.ts";
import { dutyRoutes } from "./duties/api/duties.ts";
import { duty } from "./duties/domain/decider.ts";
import { evaluationRoutes } from "./evaluations/api/evaluations.ts";
import { evaluation } from "./evaluations/domain/decider.ts";
import { overturned } from "./evaluations/domain/overturned.ts";
import { publication } from "./evaluations/domain/publication.ts";
import { counted } from "./evaluations/domain/volumes.ts";
import { handoverRoutes } from "./handovers/api/handovers.ts";
import { handover } from "./handovers/domain/decider.ts";
import { importRoutes } from "./list/api/imports.ts";
import { listRoutes } from "./list/api/list.ts";
import { officerRoutes } from "./officers/api/officers.ts";
import { officer } from "./officers/domain/officer.ts";
import { openingOf } from "./opening.ts";
import { basisRoutes } from "./powers/api/basis.ts";
import { checkRoute } from "./powers/api/check.ts";
import { itemRoutes } from "./powers/api/items.ts";
import { power } from "./powers/domain/decider.ts";
import { problems } from "./problems.ts";
import { reactions } from "./reactions.ts";
import { readinessRoutes } from "./readiness/api/readiness.ts";
import { readiness } from "./readiness/domain/decider.ts";
import { readinessRecord } from "./readiness/domain/record.ts";
import { runningCaseRoutes } from "./running-cases/api/running-cases.ts";
import { caseRegister } from "./running-cases/domain/register.ts";

/** Which powers the town holds, since when, and in whose name it uses them. */
export const powers: Service = {
  name: "powers",
  title: { zh: "职权清单", en: "Powers and duties" },
  aggregates: [
    aggregate(power),
    aggregate(duty),
    aggregate(handover),
    aggregate(officer),
    aggregate(readiness),
    aggregate(readinessRecord),
    aggregate(caseRegister),
    aggregate(counted),
    aggregate(overturned),
    aggregate(evaluation),
    aggregate(publication),
  ],
  indexes: [{ name: "byCode", projection: "all" }],
  routes: [
    checkRoute,
    ...listRoutes,
    ...importRoutes,
    ...itemRoutes,
    ...basisRoutes,
    ...dutyRoutes,
    ...handoverRoutes,
    ...officerRoutes,
    ...readinessRoutes,
    ...runningCaseRoutes,
    ...evaluationRoutes,
    parkedRoute("powers"),
  ],
  subscriptions: reactions,
  publishes: powersEvents,
  problems,
  opening: openingOf,
  functions: {
    api: { memoryMb: 512, timeoutSeconds: 29 },
    relay: { memoryMb: 256, timeoutSeconds: 30 },
    reactions: { memoryMb: 256, timeoutSeconds: 30 },
    clockwork: { memoryMb: 256, timeoutSeconds: 60 },
    opening: { memoryMb: 512, timeoutSeconds: 300 },
  },
  attempts: 5,
};
