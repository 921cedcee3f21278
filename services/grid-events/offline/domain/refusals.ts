import { refusals } from "../../../../shared/decider/index.ts";

/** Codes that entries written without a network refuse with. */
export type OfflineRefusal =
  | "grid-events.already-corrected"
  | "grid-events.base-dropped"
  | "grid-events.base-missing"
  | "grid-events.base-unknown"
  | "grid-events.batch-too-large"
  | "grid-events.changed-since"
  | "grid-events.correction-of-answered"
  | "grid-events.entries-in-circle"
  | "grid-events.entry-answered"
  | "grid-events.entry-id-reused"
  | "grid-events.entry-unreadable"
  | "grid-events.schema-unknown";

export const { notNow, refuse } = refusals<OfflineRefusal>();
