import * as z from "zod";
import { limitSchema } from "../calendar/index.ts";
import { toldPayer } from "./payer.ts";

const date = z.iso.date();
/** Which debt: the case, and the proceeding of its party. Who he is an event says under a mask alone. */
const about = { case: z.string(), proceeding: z.string() };

/** CF-67: a decision was served and money is due: finance opens a receivable. Sums in fen. */
export const fineDue = z.object({
  ...about,
  /** Number of the decision. */
  decision: z.string(),
  /** Codes of the list of penalties. */
  items: z.array(z.string()).exactOptional(),
  fineFen: z.int().min(0),
  gainsFen: z.int().min(0),
  due: date,
  /** CF-72a. */
  surcharge: z.boolean(),
  /** T-10: the last day may still move. */
  provisional: z.boolean().exactOptional(),
  /** The day on which the decision was served. */
  servedOn: date.exactOptional(),
  payer: toldPayer.exactOptional(),
});
/** CF-66: the party asks for more time, or for instalments. */
export const fineDeferralAsked = z.object({
  kind: z.enum(["deferral", "instalments"]),
  askedOn: date,
  plan: z.array(z.object({ amountFen: z.int().positive(), due: date })),
});
/** CF-66: an approved plan. `due`: the last day to pay in time; `agreedDue`: the day that was approved, if that one is a day of rest. */
const agreedPlan = z.array(
  z.object({
    amountFen: z.int().positive(),
    due: date,
    agreedDue: date.exactOptional(),
    /** T-10: the day may still move. */
    provisional: z.literal(true).exactOptional(),
  }),
);
/** CF-66: the head approved it, or not. Approved, the plan takes the place of the last day. */
export const fineDeferralDecided = z.object({
  on: date,
  approved: z.boolean(),
  plan: agreedPlan.readonly().exactOptional(),
});
/** CF-73: a review or a suit runs; no surcharge is counted from that day to its end. */
export const fineRemedyTold = z.object({ kind: z.enum(["review", "suit"]), on: date });
/** T-10: the calendar of the year was announced, and the last day is another one or certain now. */
export const fineLimitRecounted = z.object({ due: limitSchema, plan: agreedPlan.readonly().exactOptional() });
/** A review, a suit or the organ itself changed the sums: the receivable is these now. */
export const fineChanged = z.object({ fineFen: z.int().min(0), gainsFen: z.int().min(0) });
/** CF-72: the surcharge is waived from that day on. */
export const fineSurchargeWaived = z.object({ on: date });
/** QZ-39: nothing is left to take: finance writes off what is open. */
export const fineEnded = z.object({ on: date, ground: z.string() });
/** Money came in; what of it pays the fine, the gains and the surcharge. */
export const finePaidIn = z.object({
  ...about,
  receipt: z.string(),
  on: date,
  amountFen: z.int().positive(),
  by: z.enum(["bank", "on-the-spot", "goods"]),
});
/** Nothing is owed any more. */
export const fineSettled = z.object({
  ...about,
  on: date,
  fineFen: z.int(),
  gainsFen: z.int(),
  surchargeFen: z.int(),
  surplusFen: z.int(),
});
/**
 * Finance took a payment back that was booked to a wrong claim: it counts no more. `refundDueFen`: all that is still said to go back
 * to the party.
 */
export const finePaymentTakenBack = z.object({
  ...about,
  on: date,
  receipt: z.string(),
  amountFen: z.int().positive(),
  refundDueFen: z.int().min(0),
});
/** It was paid, and then it was raised: the difference is owed. */
export const fineReopened = z.object({ ...about, on: date });
/** CF-72: not paid on the last day. Told once. */
export const fineOverdue = z.object({ ...about, due: date, unpaidFen: z.int() });
/** The decision was revoked, or is void: nothing is owed. */
export const fineAnnulled = z.object({ ...about, on: date, document: z.string() });
/**
 * A decision that fell was made anew and served: the claim is owed again, with these sums and days. Money of before pays nothing of it;
 * what is to go back still goes back.
 */
export const fineBegunAnew = z.object({
  ...about,
  decision: z.string(),
  fineFen: z.int().min(0),
  gainsFen: z.int().min(0),
  due: date,
  surcharge: z.boolean(),
  provisional: z.boolean(),
  servedOn: date,
});
/** QZ 41, F-36: money goes back to who paid it. */
export const fineRefundDue = z.object({ ...about, on: date, amountFen: z.int().positive() });

/** QZ-46: seized goods are to be auctioned for it. Which ones no event says. */
export const fineGoodsTaken = z.object({ on: date });
/** QZ-53: the days in which the court can be asked end soon, or have ended. */
export const fineWindow = z.object({ ...about, what: z.enum(["window-closing", "window-closed"]), on: date });

/** What is published of fines (E12). */
export const fineEvents = {
  "enforcement.fine.due": fineDue,
  "enforcement.fine.changed": fineChanged,
  "enforcement.fine.deferral-asked": fineDeferralAsked,
  "enforcement.fine.deferral-decided": fineDeferralDecided,
  "enforcement.fine.remedy-sought": fineRemedyTold,
  "enforcement.fine.remedy-ended": fineRemedyTold,
  "enforcement.fine.limit-recounted": fineLimitRecounted,
  "enforcement.fine.reopened": fineReopened,
  "enforcement.fine.surcharge-waived": fineSurchargeWaived,
  "enforcement.fine.ended": fineEnded,
  "enforcement.fine.paid-in": finePaidIn,
  "enforcement.fine.payment-taken-back": finePaymentTakenBack,
  "enforcement.fine.settled": fineSettled,
  "enforcement.fine.overdue": fineOverdue,
  "enforcement.fine.goods-taken": fineGoodsTaken,
  "enforcement.fine.told": fineWindow,
  "enforcement.fine.annulled": fineAnnulled,
  "enforcement.fine.begun-anew": fineBegunAnew,
  "enforcement.fine.refund-due": fineRefundDue,
} as const;
