import * as z from "zod";
import { titled } from "../text/titled.ts";
import { debtEvents } from "./finance-debt.ts";
import { entitlementEvents } from "./finance-entitlements.ts";

const date = z.iso.date();

/**
 * A payment that has reached an account. `for` names what it pays by the service and the id of the aggregate to which the
 * claim belongs (for `permits` the application); `treasuryFen` is what of it went into the treasury (XK-59: all of it).
 */
export const paymentReceived = z.object({
  for: z.object({ service: z.string(), id: z.string() }),
  amountFen: z.int().positive(),
  treasuryFen: z.int().min(0),
  receivedOn: date,
  receipt: z.string().min(1).max(60),
  /** The bank's serial number of the line that moved the money. */
  serial: z.string().min(1).max(60).exactOptional(),
  /** What the claim is in all, and whether this payment makes it whole: parts and a surplus are no other sum of the claim. */
  dueFen: z.int().min(0).exactOptional(),
  paysWhole: z.boolean().exactOptional(),
});

/**
 * A payment that was told before was booked to a wrong claim: it counts no more (F-47). It names the payment by its claim, its line of
 * the bank and its receipt. `on` is the day of the reversal. `staysWhole` is told of a claim whose `paysWhole` was told.
 */
export const paymentReversed = paymentReceived
  .pick({ for: true, amountFen: true, receivedOn: true, receipt: true, dueFen: true })
  .extend({ serial: z.string().min(1).max(60), on: date, staysWhole: z.boolean().exactOptional() });

/** P7: a reward was handed out against its code. `reward` is its id in the grid service; who got it nobody says. */
export const rewardPaid = z.object({ reward: titled(z.string(), { zh: "奖励编号", en: "Reward" }), on: date });

/** What the finance service publishes. */
export const financeEvents = {
  "finance.payment.received": paymentReceived,
  "finance.payment.reversed": paymentReversed,
  ...entitlementEvents,
  ...debtEvents,
  "finance.reward.paid": rewardPaid,
} as const;
