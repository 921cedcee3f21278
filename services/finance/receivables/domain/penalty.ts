import { present } from "../../../../shared/decider/index.ts";
import {
  type AgreedSum,
  type CountedFine,
  type DueSum,
  isDueProvisional,
  type NotCounted,
  type OwedOfFine,
  openPlanOf,
  owedOfFine,
} from "../../../../shared/fines/index.ts";
import type { Receivable } from "./receivable.ts";

/** What the service that decided a penalty said of it: all that its sum on a day depends on (CF-66, CF-72, CF-73). */
export interface PenaltyTerms extends Pick<CountedFine, "fineFen" | "gainsFen" | "due" | "surcharge"> {
  /** The day on which the decision was served; no money comes in before. */
  readonly servedOn?: string;
  /** CF-67: a penalty on the spot is paid whole, at once. */
  readonly paidWhole?: true;
  /** CF-66: of what a late instalment is surcharged, as the profile said when the claim arose. */
  readonly countedOn: "instalment" | "fine" | "none";
  readonly deferral?: { readonly plan: readonly DueSum[]; readonly approved?: boolean };
  /** CF-66: the plan that was approved last, with the days on which it is to be paid. */
  readonly agreed?: readonly AgreedSum[];
  readonly remedies: readonly (NotCounted & { readonly kind: string })[];
  readonly waivedOn?: string;
  /** Money that the service has on record. Of a receipt that the treasury shows as well, the treasury's line counts. */
  readonly told: readonly { readonly receipt: string; readonly on: string; readonly amountFen: number }[];
  /** Receipts of a decision that fell before this one was made anew, and what of them goes back: none of it pays this claim. */
  readonly before?: { readonly receipts: readonly string[]; readonly refundDue: number };
  /** CF-68 to CF-71: money that an officer took, until the treasury has it. */
  readonly hands?: Hands;
}

/** CF-71: where the money is that an officer took, and by when it is handed on. */
export interface Hands {
  readonly receipt: string;
  readonly collectedOn: string;
  readonly handInBy: string;
  readonly handedInOn?: string;
  readonly depositBy?: string;
  readonly depositedOn?: string;
}

/** One thing that the service told since. */
export type PenaltyChange =
  | { readonly what: "deferral-asked"; readonly plan: readonly DueSum[] }
  | { readonly what: "deferral-decided"; readonly approved: boolean; readonly plan?: readonly AgreedSum[] }
  | { readonly what: "remedy-sought" | "remedy-ended"; readonly kind: string; readonly on: string }
  | { readonly what: "waived"; readonly on: string }
  | { readonly what: "due-moved"; readonly due: PenaltyTerms["due"]; readonly plan?: readonly AgreedSum[] }
  | { readonly what: "paid-in"; readonly receipt: string; readonly on: string; readonly amountFen: number }
  | { readonly what: "payment-taken-back"; readonly receipt: string; readonly refundDueFen: number }
  | { readonly what: "paid-whole"; readonly on: string }
  | ({ readonly what: "begun-anew"; readonly servedOn: string } & Pick<
      PenaltyTerms,
      "fineFen" | "gainsFen" | "due" | "surcharge"
    >)
  | { readonly what: "collected"; readonly on: string; readonly receipt: string; readonly handInBy: string }
  | { readonly what: "handed-in"; readonly on: string; readonly depositBy: string }
  | { readonly what: "hand-on-moved"; readonly step: "hand-in" | "deposit"; readonly by: string }
  | { readonly what: "deposited"; readonly on: string };

/** The terms after one more thing was told. */
export function termsAfter(terms: PenaltyTerms, change: PenaltyChange): PenaltyTerms {
  switch (change.what) {
    case "deferral-asked":
      // A new plan counts once it is approved; until then the approved one stands.
      return { ...terms, deferral: { plan: change.plan } };
    case "deferral-decided":
      if (terms.deferral === undefined) return terms;
      return {
        ...terms,
        deferral: { ...terms.deferral, approved: change.approved },
        ...(change.approved ? { agreed: change.plan ?? terms.deferral.plan } : {}),
      };
    case "remedy-sought":
      return { ...terms, remedies: [...terms.remedies, { kind: change.kind, from: change.on }] };
    case "remedy-ended":
      return {
        ...terms,
        remedies: terms.remedies.map((one) =>
          one.kind === change.kind && one.to === undefined ? { ...one, to: change.on } : one,
        ),
      };
    case "waived":
      return { ...terms, waivedOn: change.on };
    case "due-moved":
      return { ...terms, due: change.due, ...present({ agreed: change.plan ?? terms.agreed }) };
    case "paid-in":
      return {
        ...terms,
        told: [...terms.told, { receipt: change.receipt, on: change.on, amountFen: change.amountFen }],
      };
    case "payment-taken-back":
      return { ...terms, told: terms.told.filter(({ receipt }) => receipt !== change.receipt && receipt !== "") };
    case "begun-anew": {
      const { what: _what, ...owed } = change;
      return { ...owed, countedOn: terms.countedOn, remedies: [], told: [], ...present({ before: terms.before }) };
    }
    case "paid-whole":
      return { ...terms, told: [{ receipt: "", on: change.on, amountFen: terms.fineFen + terms.gainsFen }] };
    default:
      return { ...terms, ...handsAfter(terms.hands, change) };
  }
}

type HandsChange = Extract<PenaltyChange, { readonly what: "collected" | "handed-in" | "hand-on-moved" | "deposited" }>;
function handsAfter(hands: Hands | undefined, change: HandsChange): { readonly hands?: Hands } {
  if (change.what === "collected")
    return { hands: { receipt: change.receipt, collectedOn: change.on, handInBy: change.handInBy } };
  if (hands === undefined) return {};
  switch (change.what) {
    case "handed-in":
      return { hands: { ...hands, handedInOn: change.on, depositBy: change.depositBy } };
    case "deposited":
      return { hands: { ...hands, depositedOn: change.on } };
    case "hand-on-moved":
      return { hands: { ...hands, [change.step === "hand-in" ? "handInBy" : "depositBy"]: change.by } };
  }
}

type Claim = Pick<Receivable, "received" | "refundDue"> & { readonly terms: PenaltyTerms };

/** What of the money is on record with the service and not in the treasury yet. */
export const awaitedOf = ({ received, terms }: Claim): PenaltyTerms["told"] =>
  terms.told.filter(({ receipt }) =>
    receipt === "" ? received.length === 0 : !received.some((one) => one.receipt === receipt),
  );

const counted = (claim: Claim): CountedFine => {
  const {
    deferral: _deferral,
    hands: _hands,
    told: _told,
    countedOn: _countedOn,
    servedOn: _servedOn,
    paidWhole: _whole,
    before,
    ...terms
  } = claim.terms;
  const paid = claim.received
    .filter(({ receipt }) => before?.receipts.includes(receipt) !== true)
    .map(({ on, amount }) => ({ on, amountFen: amount }));
  return {
    ...terms,
    payments: [...paid, ...awaitedOf(claim)],
    refundedFen: claim.refundDue - (before?.refundDue ?? 0),
  };
};

/** CF-66, CF-72, CF-73: what the party owes at the end of a day, by the arithmetic of the service that decided it. */
export const owedOfPenalty = (claim: Claim, on: string): OwedOfFine =>
  owedOfFine(counted(claim), on, claim.terms.countedOn);

const endOfDays = "9999-12-31";
/** The instalments with what is open of each; one, where none was approved. */
export const instalmentsOf = (claim: Claim) => openPlanOf(counted(claim), endOfDays);

/** The day on which the next part is to be paid; the last one, once all is paid. */
export function nextDueOf(claim: Claim): string {
  const plan = instalmentsOf(claim);
  return (plan.find(({ openFen }) => openFen > 0) ?? plan.at(-1))?.due ?? claim.terms.due.start;
}

/** T-10: whether the last day may still move. */
export const mayStillMove = (claim: Claim): boolean => isDueProvisional(counted(claim));

/** CF-70: with the receipt in his hand the party owes nothing more; now the officer, then the organ, owes it to the treasury. */
export const isTaken = ({ hands }: PenaltyTerms): boolean => hands !== undefined;

/** CF-71: who has the money, and by which day it goes on; undefined once the bank has it or nobody took any. */
export function inHandsOf({ received, terms: { hands } }: Claim) {
  if (hands === undefined || received.length > 0) return undefined;
  if (hands.depositedOn !== undefined) return { holder: "bank" as const };
  return hands.handedInOn === undefined
    ? { holder: "officer" as const, handOnBy: hands.handInBy }
    : { holder: "organ" as const, handOnBy: hands.depositBy };
}
