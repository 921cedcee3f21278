export { type ChainCheck, checkChain, digest, sha256 } from "./chain.ts";
export { type Cursors, cursors } from "./cursor.ts";
export { documentClient, dynamoTable } from "./dynamo-table.ts";
export { eventPrefix, isStoredEvent, type StoredEvent, type StoredState } from "./items.ts";
export { memoryTable } from "./memory-table.ts";
export {
  type AnyDecider,
  dueIndex,
  type Execution,
  type FactReference,
  type Facts,
  factOf,
  type Loaded,
  type Outcome,
  Store,
  StoreBusy,
} from "./store.ts";
export type { ConditionalPut, Item, Key, Page, Position, Query, Table, WriteResult } from "./table.ts";
