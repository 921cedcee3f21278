import * as z from "zod";
import { limitSchema } from "../calendar/index.ts";
import { toldPayer } from "./payer.ts";

const date = z.iso.date();
const bilingual = z.object({ zh: z.string(), en: z.string() });
const officialNumber = z.object({ series: z.string(), year: z.int(), serial: z.int(), text: bilingual });
const source = z.object({
  kind: z.enum([
    "lead",
    "inspection",
    "complaint",
    "transfer",
    "police",
    "permits",
    "grid",
    "campaign",
    "on-spot",
    "rectification",
    "split",
    "other",
  ]),
  id: z.string().exactOptional(),
  receivedOn: date,
});

/** What every event of a case on file says of it: its number, the items of its acts, where it came from. No party is named. */
const about = { number: officialNumber, items: z.array(z.string()), source };

/** CF-54: a case was filed. */
export const caseFiled = z.object({ ...about, filedOn: date });
/** CF-54: a proposal was not filed; the source is told why. */
export const caseDismissed = z.object({ items: z.array(z.string()), source, ground: z.string(), on: date });
/** CF-57a */
export const caseSuspended = z.object({ ...about, ground: z.string(), from: date });
export const caseResumed = z.object({ ...about, on: date });
export const caseWithdrawn = z.object({ ...about, ground: z.string(), on: date });
export const caseStopped = z.object({ ...about, ground: z.string(), on: date });
/** CF-27a, CF-22: handed over to the police or to another organ. */
export const caseTransferred = z.object({ ...about, to: z.enum(["police", "organ"]), organ: z.string(), on: date });
export const caseReturned = z.object({ ...about, from: z.enum(["police", "organ"]), on: date });
/** CF-29c */
export const caseMerged = z.object({ ...about, into: z.string(), on: date });
export const caseSplitOff = z.object({ ...about, from: z.string(), on: date, filedOn: date });
/** CF-29a: another act joined a case on file; its power counts from now on. */
export const caseActAdded = z.object({ act: z.object({ id: z.string(), code: z.string() }) });
/** All parties are decided. */
export const caseAllDecided = z.object({ ...about, on: date });
export const caseClosed = z.object({ ...about, on: date });
export const caseReopened = z.object({ ...about, ground: z.string(), on: date });
/** A term of the town passed: of the filing, the ninety days, a transfer, or a measure on goods. */
export const caseOverdue = z.object({
  what: z.string(),
  due: z.string(),
  of: z.string().exactOptional(),
  number: officialNumber.exactOptional(),
});
/** CF-43a: evidence that falls with a recused officer. */
export const caseRecusalDecided = z.object({ on: date, recused: z.boolean(), falls: z.array(z.string()) });

/** CF-51: a penalty on the spot; what is owed becomes a receivable. */
export const onSpotDecided = z.object({
  item: z.string(),
  number: officialNumber,
  on: date,
  amountFen: z.int(),
  inWhoseName: z.object({ name: bilingual, uscc: z.string() }),
  payer: toldPayer.exactOptional(),
});
/** CF-71: paid in, and by which way it reached the bank is on record in the town. */
export const onSpotSettled = z.object({ on: date });
/** CF-68 to CF-71: an officer took the money, with the number of the receipt; he hands it to the organ by a day. */
export const onSpotCollected = z.object({ on: date, receipt: z.string(), handInBy: limitSchema });
/** CF-71: the organ has the money and pays it into the bank by a day. */
export const onSpotHandedIn = z.object({ on: date, depositBy: limitSchema });
/** CF-71: it is in the bank. */
export const onSpotDeposited = z.object({ on: date });
/** CF-67: the party paid the whole sum at the bank. */
export const onSpotPaid = z.object({ on: date });
/** F-36: the bank has more than the fine; so much goes back to the party. */
export const onSpotRefundDue = z.object({ on: date, amountFen: z.int().positive() });
/** Finance took a payment back that was booked to a wrong claim. `refundDueFen`: all that is still said to go back. */
export const onSpotPaymentTakenBack = z.object({
  on: date,
  receipt: z.string(),
  amountFen: z.int().positive(),
  refundDueFen: z.int().min(0),
});
export const onSpotLimitRecounted = z.object({ what: z.enum(["report", "hand-in", "deposit"]), limit: limitSchema });
export const onSpotOverdue = z.object({ what: z.enum(["report", "hand-in", "deposit"]), due: date });

/** Penalty cases and penalties on the spot, as others know them. */
export const enforcementCaseEvents = {
  "enforcement.case.filed": caseFiled,
  "enforcement.case.dismissed": caseDismissed,
  "enforcement.case.suspended": caseSuspended,
  "enforcement.case.resumed": caseResumed,
  "enforcement.case.withdrawn": caseWithdrawn,
  "enforcement.case.stopped": caseStopped,
  "enforcement.case.transferred": caseTransferred,
  "enforcement.case.returned": caseReturned,
  "enforcement.case.merged": caseMerged,
  "enforcement.case.split-off": caseSplitOff,
  "enforcement.case.act-added": caseActAdded,
  "enforcement.case.all-decided": caseAllDecided,
  "enforcement.case.closed": caseClosed,
  "enforcement.case.reopened": caseReopened,
  "enforcement.case.overdue": caseOverdue,
  "enforcement.case.recusal-decided": caseRecusalDecided,
  "enforcement.on-spot.decided": onSpotDecided,
  "enforcement.on-spot.collected": onSpotCollected,
  "enforcement.on-spot.handed-in": onSpotHandedIn,
  "enforcement.on-spot.deposited": onSpotDeposited,
  "enforcement.on-spot.paid": onSpotPaid,
  "enforcement.on-spot.refund-due": onSpotRefundDue,
  "enforcement.on-spot.payment-taken-back": onSpotPaymentTakenBack,
  "enforcement.on-spot.limit-recounted": onSpotLimitRecounted,
  "enforcement.on-spot.settled": onSpotSettled,
  "enforcement.on-spot.overdue": onSpotOverdue,
} as const;
