import { aggregate, part } from "../../../shared/service/index.ts";
import { authorisations } from "../authorisations/index.ts";
import { certificates } from "../certificates/index.ts";
import { knownOfficer, knownPower } from "../common/domain/known-power.ts";
import { documents } from "../documents/index.ts";
import { guides } from "../guides/index.ts";
import { applicationLists } from "./api/application-lists.ts";
import { applicationRoutes } from "./api/applications.ts";
import { banRoutes } from "./api/bans.ts";
import { examinationRoutes } from "./api/examination-steps.ts";
import { householdRoutes } from "./api/households.ts";
import { issuingRoute } from "./api/issuing.ts";
import { payingRoute } from "./api/paying.ts";
import { publishedRoutes } from "./api/published.ts";
import { stepRoutes } from "./api/steps.ts";
import { application } from "./domain/application/decider.ts";
import { householdClaim } from "./domain/household/claim.ts";
import { quota } from "./domain/quota/quota.ts";
import { runningCase } from "./domain/running-case.ts";
import { applicationProblems } from "./problems/application.ts";
import { banProblems } from "./problems/ban.ts";
import { examinationProblems } from "./problems/examination.ts";
import { householdProblems } from "./problems/household.ts";
import { applicationReactions } from "./reactions/application.ts";
import { banReactions } from "./reactions/ban.ts";
import { certificateReactions } from "./reactions/certificate.ts";
import { householdReactions } from "./reactions/household.ts";
import { nameReactions } from "./reactions/names.ts";
import { quotaReactions } from "./reactions/quota.ts";
import { runningCaseReactions } from "./reactions/running-case.ts";
import { banAggregate } from "./retention.ts";
import { casesTitles } from "./titles.ts";

export { onTheSpotView, party } from "./api/application-schema.ts";
export { atTheCounter, authorityOf } from "./api/case-facts.ts";
export { applicant, materials, place } from "./api/received.ts";
export { caseRegister, mayRead, staff } from "./api/register.ts";
export { viewOnTheSpot } from "./api/views.ts";

/** An application from the counter to its end (L1, L3, L4, L10, L14, L16). */
export const cases = part({
  aggregates: [
    aggregate(application),
    aggregate(quota),
    banAggregate,
    aggregate(householdClaim),
    aggregate(runningCase),
    aggregate(knownPower),
    aggregate(knownOfficer),
  ],
  routes: [
    ...applicationLists,
    ...publishedRoutes,
    ...applicationRoutes,
    ...stepRoutes,
    ...examinationRoutes,
    issuingRoute,
    payingRoute,
    ...banRoutes,
    ...householdRoutes,
  ],
  subscriptions: [
    ...applicationReactions,
    ...banReactions,
    ...runningCaseReactions,
    ...quotaReactions,
    ...householdReactions,
    ...certificateReactions,
    ...nameReactions,
  ],
  asks: [authorisations, certificates, documents, guides],
  problems: { ...applicationProblems, ...banProblems, ...examinationProblems, ...householdProblems },
  titles: casesTitles,
});
