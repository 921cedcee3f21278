import type { MovesOf } from "../../../../shared/decider/index.ts";
import type { Fen } from "../../../../shared/money/index.ts";

/** A reward for a report. Finance knows a sum and the digest of a code; who reported stands nowhere here. */
export interface Reward {
  readonly status: "granted" | "approved" | "paid" | "booked" | "withdrawn";
  /** SHA-256 of the code that the reporter shows; the code itself is kept nowhere. */
  readonly codeDigest: string;
  readonly sum: Fen;
  readonly grantedOn: string;
  /** The line of the budget that holds the money. */
  readonly line?: string;
  readonly approvedBy?: string;
  readonly paidOn?: string;
}

export type RewardCommand =
  | { readonly type: "enter-reward"; readonly codeDigest: string; readonly sum: Fen; readonly on: string }
  | { readonly type: "withdraw"; readonly on: string }
  | { readonly type: "approve"; readonly line: string }
  | { readonly type: "take-approval-back" }
  | {
      readonly type: "hand-out";
      readonly id: string;
      readonly codeDigest: string;
      /** Whether an open line of the budget holds the money. */
      readonly isHeld: boolean;
    }
  | { readonly type: "book" };

export type RewardEvent =
  | {
      readonly type: "finance.reward.granted";
      readonly data: { readonly codeDigest: string; readonly sumFen: Fen; readonly on: string };
    }
  | { readonly type: "finance.reward.withdrawn"; readonly data: { readonly on: string } }
  | { readonly type: "finance.reward.approved"; readonly data: { readonly line: string; readonly by: string } }
  | { readonly type: "finance.reward.approval-taken-back"; readonly data: Record<never, never> }
  | { readonly type: "finance.reward.paid"; readonly data: { readonly reward: string; readonly on: string } }
  | { readonly type: "finance.reward.booked"; readonly data: { readonly on: string } };

/** States of a reward and what moves them. One that was paid is not withdrawn any more. */
export const rewardMoves = {
  granted: { approve: "approved", withdraw: "withdrawn" },
  approved: { "take-approval-back": "granted", "hand-out": "paid", withdraw: "withdrawn" },
  paid: { book: "booked" },
  booked: {},
  withdrawn: {},
} as const satisfies MovesOf<Reward, RewardCommand>;

/** Under which name a line of the budget holds the money of a reward. */
export const requestOf = (reward: string): string => `reward-${reward}`;
