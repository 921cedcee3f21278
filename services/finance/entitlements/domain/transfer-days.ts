import { toDate } from "../../../../shared/calendar/index.ts";

/** Kinds of transfers that the county notifies within days of its congress's approval. */
export const transferKinds = ["general", "special", "disaster"] as const;
export type TransferKind = (typeof transferKinds)[number];

const daysOf: Readonly<Record<TransferKind, number>> = { general: 30, special: 60, disaster: 0 };

/**
 * F-33 (预算法 52): the last day on which the county notifies a transfer, as an ISO date. Days are calendar days after the approval, and a
 * rest day does not move the last one. Disaster money is due at once.
 */
export const transferDueOn = (kind: TransferKind, approvedOn: string): string =>
  toDate(approvedOn).add({ days: daysOf[kind] }).toString();
