import { fenSchema, mostFen } from "../../../shared/money/index.ts";

/** An amount above zero. */
export const amountFen = fenSchema.min(1).max(mostFen);
/** An amount, zero included. */
export const amountOrNone = fenSchema.min(0).max(mostFen);
/** A difference: negative takes away. */
export const differenceFen = fenSchema.min(-mostFen).max(mostFen);
