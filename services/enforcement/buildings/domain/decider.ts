import { deciderOf } from "../../../../shared/decider/index.ts";
import { agree, endAgreement, pauseEnforcement, resumeEnforcement } from "./agreeing.ts";
import { allReturned } from "./building.ts";
import { applyForDemolition, courtAnsweredBuilding, courtRuledBuilding, noteCourtExecution } from "./court.ts";
import {
  decideEnforcement,
  demandDemolition,
  hearPartyOpinion,
  publishDemolition,
  statePartyOpinion,
  takeDecision,
} from "./demanding.ts";
import {
  beginDemolition,
  claimCosts,
  closeBuilding,
  findUrgent,
  finishDemolition,
  handBack,
  interrupt,
  listThings,
  noteCostPayment,
  takeCostPaymentBack,
} from "./demolishing.ts";
import { buildingEffects } from "./evolve.ts";
import {
  countersign,
  endBuilding,
  noteSelfDemolition,
  noteService,
  orderCorrection,
  orderStop,
  recheck,
  record,
} from "./finding.ts";
import { buildingMoves } from "./moves.ts";
import { nextBuildingDeadline, passBuildingTime } from "./passing.ts";
import { endBuildingRemedy, followDecision, noteBuildingRemedy } from "./remedying.ts";
import type { BuildingWords } from "./words.ts";

/** An illegal building (E9), from the finding to its demolition, the court, or another end. */
export const building = deciderOf<BuildingWords>({
  aggregate: "building",
  shape: 2,
  ended: (state) => state.status === "ended" && allReturned(state),
  moves: buildingMoves,
  impossible: "enforcement.building-not-in-this-state",
  byItself: ["pass-time", "note-cost-payment", "take-cost-payment-back"],
  begin: { record },
  always: { follow: followDecision },
  steps: {
    countersign,
    "order-stop": orderStop,
    "order-correction": orderCorrection,
    recheck,
    "note-service": noteService,
    "take-decision": takeDecision,
    demand: demandDemolition,
    "state-opinion": statePartyOpinion,
    "hear-opinion": hearPartyOpinion,
    "decide-enforcement": decideEnforcement,
    "publish-notice": publishDemolition,
    agree,
    "end-agreement": endAgreement,
    "list-things": listThings,
    "find-urgent": findUrgent,
    "begin-demolition": beginDemolition,
    interrupt,
    "finish-demolition": finishDemolition,
    "hand-back": handBack,
    "claim-costs": claimCosts,
    "note-cost-payment": noteCostPayment,
    "take-cost-payment-back": takeCostPaymentBack,
    "apply-to-court": applyForDemolition,
    "court-answered": courtAnsweredBuilding,
    "court-ruled": courtRuledBuilding,
    "note-court-execution": noteCourtExecution,
    "note-self-demolition": noteSelfDemolition,
    "note-remedy": noteBuildingRemedy,
    "end-remedy": endBuildingRemedy,
    pause: pauseEnforcement,
    resume: resumeEnforcement,
    end: endBuilding,
    close: closeBuilding,
    "pass-time": (state, _command, context) => passBuildingTime(state, context),
  },
  ...buildingEffects,
  listed: ({ status, case: of, recordedOn }, id) => ({
    byStatus: { partition: `building:${status}`, sort: `${recordedOn}#${id}` },
    byCase: { partition: `building:${of}`, sort: id },
  }),
  nextDeadline: nextBuildingDeadline,
  onDeadline: () => ({ type: "pass-time" }),
});
