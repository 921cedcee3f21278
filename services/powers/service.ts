import { powersEvents } from "../../shared/contracts/powers.ts";
import { parkedRoute } from "../../shared/messaging/index.ts";
import { aggregate, type Service } from "../../shared/service/index.ts";
import { basisRoutes } from "./api/basis.ts";
import { checkRoute } from "./api/check.ts";
import { dutyRoutes } from "./api/duties.ts";
import { evaluationRoutes } from "./api/evaluations.ts";
import { handoverRoutes } from "./api/handovers.ts";
import { importRoutes } from "./api/imports.ts";
import { itemRoutes } from "./api/items.ts";
import { listRoutes } from "./api/list.ts";
import { officerRoutes } from "./api/officers.ts";
import { readinessRoutes } from "./api/readiness.ts";
import { runningCaseRoutes } from "./api/running-cases.ts";
import { power } from "./domain/decider.ts";
import { duty } from "./domain/duty/decider.ts";
import { evaluation } from "./domain/evaluation/decider.ts";
import { overturned } from "./domain/evaluation/overturned.ts";
import { publication } from "./domain/evaluation/publication.ts";
import { counted } from "./domain/evaluation/volumes.ts";
import { handover } from "./domain/handover/decider.ts";
import { officer } from "./domain/officer/officer.ts";
import { readiness } from "./domain/readiness/decider.ts";
import { readinessRecord } from "./domain/readiness/record.ts";
import { caseRegister } from "./domain/running-case/register.ts";
import { openingOf } from "./opening.ts";
import { problems } from "./problems.ts";
import { reactions } from "./reactions.ts";

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
