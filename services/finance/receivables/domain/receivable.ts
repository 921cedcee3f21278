import type * as z from "zod";
import type { paymentReversed } from "../../../../shared/contracts/finance.ts";
import type { MovesOf } from "../../../../shared/decider/index.ts";
import { type Fen, fen, larger, smaller, subtract, sum } from "../../../../shared/money/index.ts";
import type { Payer } from "./payer.ts";
import { isTaken, nextDueOf, owedOfPenalty, type PenaltyChange, type PenaltyTerms } from "./penalty.ts";

/** What kind of claim it is: a fee of a permit (XK-58), a penalty (CF-67), or what another one's work cost (QZ-51). */
export const receivableKinds = ["fee", "penalty", "cost"] as const;
export type ReceivableKind = (typeof receivableKinds)[number];

/** Money that came in for a claim, as the treasury's statement has it. */
export interface Received {
  /** The bank's serial number. */
  readonly serial: string;
  readonly receipt: string;
  readonly amount: Fen;
  readonly on: string;
  /** Who booked it; absent for what was told before. */
  readonly by?: string;
}
/** F-47: money that was booked to a wrong claim and taken back. It stays on record and counts for nothing. */
export interface TakenBack extends Received {
  readonly takenBackOn: string;
}
/** F-36: money that goes back to who paid it. */
export interface Refund {
  readonly amount: Fen;
  readonly document: string;
  readonly proposedBy: string;
  readonly approvedBy?: string;
  readonly paidOn?: string;
  /** The bank's serial number of the line that took it out of the treasury. */
  readonly serial?: string;
}

/** A claim of the town (应收). It is no revenue before the money is in the treasury (F-10). */
export interface Receivable {
  readonly status: "open" | "settled" | "cancelled";
  readonly service: string;
  /** Id of what it is for in that service: the case, or the case and its party. */
  readonly claim: string;
  readonly kind: ReceivableKind;
  readonly due: Fen;
  readonly dueOn: string;
  readonly received: readonly Received[];
  readonly takenBack?: readonly TakenBack[];
  /** What is to go back, as the service says. */
  readonly refundDue: Fen;
  readonly refunds: readonly Refund[];
  readonly reason?: string;
  /** CF-66 to CF-73: what a penalty is counted by. Absent for a fee, and for a penalty raised before it was kept. */
  readonly terms?: PenaltyTerms;
  /** Absent where the service does not know him, and for claims raised before it was told. */
  readonly payer?: Payer;
}

/** By which way a payer who has no login was told his payment code. */
export const tellings = ["at-the-counter", "by-post", "by-phone"] as const;
export type Telling = (typeof tellings)[number];

export const receivedOf = ({ received }: Pick<Receivable, "received">): Fen =>
  sum(received.map(({ amount }) => amount));
/** What came in and did not go back: a fine that is lowered, given back and raised again is owed again. */
export const keptOf = (one: Pick<Receivable, "received" | "refunds">): Fen =>
  subtract(receivedOf(one), sum(one.refunds.flatMap(({ amount, paidOn }) => (paidOn === undefined ? [] : [amount]))));
/** What is still owed on a day, with the surcharge of a penalty (CF-72); never below zero. */
export function owedOf(one: Receivable, on: string): Fen {
  const { status, terms, due } = one;
  if (status === "cancelled") return fen(0);
  if (terms === undefined) return larger(subtract(due, keptOf(one)), fen(0));
  return isTaken(terms) ? fen(0) : fen(owedOfPenalty({ ...one, terms }, on).openFen);
}
/** More than is owed on a day, or money for a claim that is gone. A surcharge that was counted is no surplus. */
export function surplusOf(one: Receivable, on: string): Fen {
  const { status, terms, due } = one;
  if (status === "cancelled") return larger(keptOf(one), fen(0));
  if (terms === undefined) return larger(subtract(keptOf(one), due), fen(0));
  const { paidFen, surplusFen } = owedOfPenalty({ ...one, terms }, on);
  const refundDue = one.refundDue - (terms.before?.refundDue ?? 0);
  return fen(Math.max(0, surplusFen - Math.min(refundDue, paidFen)));
}

/** What is to go back: of a fee also the surplus; of a penalty only what its service says, for a surcharge is no surplus (CF-72, CF-74). */
function goesBack(one: Receivable): Fen {
  if (one.kind === "penalty") return one.refundDue;
  return larger(one.refundDue, subtract(receivedOf(one), one.status === "cancelled" ? fen(0) : one.due));
}
/** What a refund may still take: never more than came in, less what was proposed; never below zero. */
export const refundableOf = (one: Receivable): Fen => {
  const most = smaller(goesBack(one), receivedOf(one));
  return larger(subtract(most, sum(one.refunds.map(({ amount }) => amount))), fen(0));
};

/** The refund that was proposed and not paid yet. */
export const runningRefund = ({ refunds }: Receivable): Refund | undefined =>
  refunds.find(({ paidOn }) => paidOn === undefined);

interface Raise {
  readonly terms?: PenaltyTerms;
  readonly service: string;
  readonly claim: string;
  readonly kind: ReceivableKind;
  readonly due: Fen;
  readonly dueOn: string;
  readonly payer?: Payer;
}
export type ReceivableCommand =
  | ({
      readonly type: "raise";
      readonly told?: Pick<PenaltyTerms, "fineFen" | "gainsFen" | "due" | "surcharge" | "servedOn">;
    } & Omit<Raise, "terms">)
  /** CF-51, CF-67: a penalty on the spot; its last day is counted from the day on which the form was handed over. */
  | {
      readonly type: "raise-on-spot";
      readonly claim: string;
      readonly due: Fen;
      readonly on: string;
      readonly payer?: Payer;
    }
  /** P-1: somebody of the house reads the whole code, to tell it to the payer. */
  | { readonly type: "show-code"; readonly how: Telling }
  | { readonly type: "change"; readonly due: Fen; readonly fineFen?: number; readonly gainsFen?: number }
  | { readonly type: "retell"; readonly change: PenaltyChange }
  | { readonly type: "write-off"; readonly reason: string }
  | { readonly type: "owe-back"; readonly amount: Fen }
  | ({ readonly type: "receive" } & Omit<Received, "by">)
  /** F-47: what was received by this line of the bank was booked to a wrong claim. */
  | { readonly type: "reverse-receipt"; readonly serial: string; readonly reasons: string }
  | { readonly type: "propose-refund"; readonly amount: Fen; readonly document: string }
  | { readonly type: "approve-refund" }
  | { readonly type: "pay-refund"; readonly on: string; readonly serial: string };

export type ReceivableEvent =
  | { readonly type: "finance.receivable.raised"; readonly data: Omit<Raise, "due"> & { readonly dueFen: Fen } }
  | {
      readonly type: "finance.receivable.changed";
      readonly data: { readonly dueFen: Fen; readonly fineFen?: number; readonly gainsFen?: number };
    }
  | { readonly type: "finance.receivable.code-shown"; readonly data: { readonly how: Telling; readonly by: string } }
  | { readonly type: "finance.receivable.retold"; readonly data: PenaltyChange }
  /** All that is owed with its surcharge is paid; or something is owed again. */
  | { readonly type: "finance.receivable.settled"; readonly data: Record<never, never> }
  | { readonly type: "finance.receivable.reopened"; readonly data: Record<never, never> }
  | { readonly type: "finance.receivable.cancelled"; readonly data: { readonly reason: string } }
  | { readonly type: "finance.receivable.owed-back"; readonly data: { readonly amountFen: Fen } }
  | {
      readonly type: "finance.payment.received";
      readonly data: {
        readonly for: { readonly service: string; readonly id: string };
        readonly amountFen: Fen;
        readonly treasuryFen: Fen;
        readonly receivedOn: string;
        readonly receipt: string;
        readonly serial: string;
        readonly dueFen?: Fen;
        readonly paysWhole?: boolean;
      };
    }
  | {
      readonly type: "finance.payment.reversed";
      readonly data: z.infer<typeof paymentReversed> & { readonly amountFen: Fen };
      readonly personal: { readonly reasons: string };
    }
  | {
      readonly type: "finance.receivable.refund-proposed";
      readonly data: { readonly amountFen: Fen; readonly document: string; readonly by: string };
    }
  | { readonly type: "finance.receivable.refund-approved"; readonly data: { readonly by: string } }
  | {
      readonly type: "finance.receivable.refunded";
      readonly data: { readonly amountFen: Fen; readonly on: string; readonly serial?: string };
    };

/** States of a claim and what moves them. Money may still come in for one that is settled or gone: it goes back. */
export const receivableMoves = {
  open: {
    ...{ change: ["open", "settled"], "write-off": "cancelled", receive: ["open", "settled"] },
    ...{ "owe-back": ["open", "settled"], retell: ["open", "settled"], "reverse-receipt": ["open", "settled"] },
    ...{ "propose-refund": "open", "approve-refund": "open", "pay-refund": ["open", "settled"], "show-code": "open" },
  },
  settled: {
    ...{ change: ["open", "settled"], "write-off": "cancelled", receive: ["open", "settled"] },
    ...{ "owe-back": ["open", "settled"], retell: ["open", "settled"], "reverse-receipt": ["open", "settled"] },
    ...{ "propose-refund": "settled", "approve-refund": "settled", "pay-refund": ["open", "settled"] },
  },
  cancelled: {
    ...{ receive: "cancelled", "owe-back": "cancelled", "propose-refund": "cancelled", retell: ["cancelled", "open"] },
    ...{ "approve-refund": "cancelled", "pay-refund": "cancelled", "reverse-receipt": "cancelled" },
  },
} as const satisfies MovesOf<Receivable, ReceivableCommand>;

/** What the claim for a cost is called: `building/…` or `substitution/…` gives `cost:building:…`. No fine has such an id. */
export const costClaimOf = (subject: string): string => `cost:${subject.replace("/", ":")}`;

/** The id under which a service's claim is kept: a repeated event finds it. */
export const receivableIdOf = (service: string, claim: string): string => `${service}:${claim}`;
/** Paid, as soon as what was kept covers it; open again, where it no longer does. Of a penalty with terms an event says so. */
export const withStatus = (one: Receivable): Receivable =>
  one.status === "cancelled" || one.terms !== undefined
    ? one
    : { ...one, status: keptOf(one) >= one.due ? "settled" : "open" };

/** Whether all of a penalty is paid: a surcharge that stands on no open fine grows no more, so the day does not matter. */
export const isPaidUp = (one: Receivable, terms: PenaltyTerms, on: string): boolean =>
  isTaken(terms) ? receivedOf(one) >= one.due : owedOfPenalty({ ...one, terms }, on).openFen === 0;

/** The day by which lists put it: of instalments that of the next open one. */
export const listedOn = (one: Receivable): string =>
  one.terms === undefined ? one.dueOn : nextDueOf({ ...one, terms: one.terms });
