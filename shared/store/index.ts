export { type ChainCheck, checkChain, digest, sha256 } from "./chain.ts";
export { type Cursors, cursors } from "./cursor.ts";
export type { AnyDecider, Execution, Expects, Loaded, Outcome } from "./execution.ts";
export {
  type FactReference,
  type Facts,
  type FactsAsked,
  factReference,
  factReferences,
  heldFact,
  type NoFacts,
} from "./facts.ts";
export {
  eventPrefix,
  eventSort,
  isStoredEvent,
  partitionOf,
  type StoredEvent,
  type StoredState,
} from "./items.ts";
export { StoreBusy } from "./joint.ts";
export type { Bounds, Place } from "./listing.ts";
export { type Commands, type Members, member, type NoMembers, type Others, type StatesBefore } from "./members.ts";
export { memoryTable } from "./memory-table.ts";
export { type Refolded, type Refolding, refolded } from "./refolding.ts";
export { sampleWord } from "./remembering.ts";
export { claimShapes } from "./shapes.ts";
export { Store } from "./store.ts";
export {
  type ConditionalPut,
  type ConditionalWrite,
  type ConditionCheck,
  type Item,
  indexAttributes,
  type Key,
  type Page,
  type Position,
  type Query,
  type Table,
  type WriteResult,
} from "./table.ts";
export { everythingIn, throughout } from "./throughout.ts";
export { StoreTooNew } from "./too-new.ts";
export { type Fault, type Verified, verified } from "./verifying.ts";
export { dueIndex } from "./written.ts";
