export {
  type Circumstances,
  type FinedAs,
  isMet,
  isOneMet,
  type LighteningGround,
  lighteningGrounds,
  partyAs,
} from "./circumstances.ts";
export { fineFault, gainsToConfiscate, kindsFault, type ProposedFine } from "./fine-fault.ts";
export { hearingTriggered, type Proposed } from "./hearing.ts";
export {
  type ActTime,
  type FineCandidate,
  finesOfAct,
  higherFine,
  isLighter,
  type LawChosen,
  lawFor,
  underHigherNorm,
} from "./law-for.ts";
export { ageRule, type Gravity, isFirstTime, shallNotPenalise } from "./leniency.ts";
export { barred } from "./limitation.ts";
export type { EarlierNorm, FineRange, NormConditions, NormNeed, Penalty, PenaltyKind, PenaltyNorm } from "./penalty.ts";
export { kindsIn, rangeOf, tierRange, wholeRange } from "./range-of.ts";
export { onSpotCollection, simpleAllowed, simpleLimitFen } from "./simple-procedure.ts";
