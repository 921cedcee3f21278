export { conditions, type FailedCondition } from "./conditions.ts";
export {
  type LearnOfficer,
  type LearnPower,
  type ListedPower,
  type OfficerCopy,
  type OfficerCopyEvent,
  officerCopiesOf,
  officerList,
  type PowerCopy,
  type PowerCopyEvent,
  powerCopiesOf,
} from "./copy.ts";
export { begunBy, heldOn, type InForce, inForceOn, listedOn } from "./in-force.ts";
export { mayUse, placeMatters, type Question, versionOn } from "./may-use.ts";
export { type KnownOfficer, type OfficerChange, officerFaults } from "./officer.ts";
export type { Adjustment, HandedOver, KnownPower, Letter, Organ, PowerChange } from "./power.ts";
export {
  type LearnSettlement,
  powerOfCase,
  type RunningCase,
  type RunningCaseEvent,
  runningCasesOf,
} from "./running-case.ts";
export { conditionWords, conditionWordsOf } from "./words.ts";
