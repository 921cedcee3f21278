import { aggregate, part } from "../../../shared/service/index.ts";
import { penaltyList } from "../penalty-list/index.ts";
import { caseRoutes } from "./api/cases.ts";
import { evidenceRoutes } from "./api/evidence.ts";
import { mandateRoutes } from "./api/mandates.ts";
import { onSpotRoutes } from "./api/on-spot.ts";
import { proceedingRoutes } from "./api/proceeding-routes.ts";
import { penaltyCase } from "./domain/case/decider.ts";
import { mandate } from "./domain/mandate/mandate.ts";
import { onSpotPenalty } from "./domain/on-spot/decider.ts";
import { orderRecord } from "./domain/order-record/order-record.ts";
import { penalRecord } from "./domain/penal-record/penal-record.ts";
import { proceeding } from "./domain/proceeding/decider.ts";
import { runningCase } from "./domain/running-case.ts";
import { caseProblems } from "./problems/case.ts";
import { evidenceProblems } from "./problems/evidence.ts";
import { onSpotProblems } from "./problems/on-spot.ts";
import { paperWords } from "./problems/paper-words.ts";
import { proceedingProblems } from "./problems/proceeding.ts";
import { proceedingTitles } from "./proceeding-titles.ts";
import { evidenceReactions } from "./reactions/evidence.ts";
import { runningCaseReactions } from "./reactions/running-case.ts";
import { evidenceAggregate } from "./retention.ts";
import { casesTitles } from "./titles.ts";

export { caseHouse } from "../common/api/roles.ts";
export { actBody, elsewhereBody, partiesBody, partyBody, partyOf } from "./api/case-bodies.ts";
export { caseRegister, mayRead, officersTold, powersOf, powersTold } from "./api/case-register.ts";
export { casesOf as casesHolding, evidenceRegister } from "./api/evidence-register.ts";
export { onSpotRegister } from "./api/on-spot-register.ts";
export { listedIn, penaltiesOf } from "./api/penalties.ts";
export { knownFacts, knownOf, placeOf } from "./api/proceeding-facts.ts";
export { noteFor } from "./api/proceeding-noting.ts";
export { proceedings } from "./api/proceedings.ts";
export { penaltyCase } from "./domain/case/decider.ts";
export { proceeding } from "./domain/proceeding/decider.ts";
export { isTheParty } from "./domain/proceeding/people.ts";
export {
  actsForParty,
  agentNow,
  isActing,
  keysForParty,
  type Speakers,
  speakersOf,
  wasHisAgent,
} from "./domain/proceeding/representation.ts";
export { isOfTheHouse as isOfTheProceeding, mayReadProceeding } from "./domain/proceeding/visibility.ts";
export { timeSpent } from "./time-spent.ts";

/** Penalty cases: the case, its evidence, a proceeding for each party, and the penalty on the spot. */
export const cases = part({
  aggregates: [
    aggregate(penaltyCase),
    evidenceAggregate,
    aggregate(proceeding),
    aggregate(onSpotPenalty),
    aggregate(penalRecord),
    aggregate(orderRecord),
    aggregate(mandate),
    aggregate(runningCase),
  ],
  routes: [...caseRoutes, ...evidenceRoutes, ...proceedingRoutes, ...mandateRoutes, ...onSpotRoutes],
  subscriptions: [...runningCaseReactions, ...evidenceReactions],
  asks: [penaltyList],
  problems: { ...caseProblems, ...evidenceProblems, ...onSpotProblems, ...proceedingProblems, ...paperWords },
  titles: {
    fields: { ...casesTitles.fields, ...proceedingTitles.fields },
    values: { ...casesTitles.values, ...proceedingTitles.values },
  },
});
