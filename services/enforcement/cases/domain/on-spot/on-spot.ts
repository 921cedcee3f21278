import type * as z from "zod";
import type { Limit } from "../../../../../shared/calendar/index.ts";
import type { toldPayer } from "../../../../../shared/contracts/payer.ts";
import type { OfficialNumber } from "../../../../../shared/papers/official-number.ts";
import type { OfficerCopy, Organ, PowerCopy } from "../../../../../shared/powers-in-force/index.ts";
import type { Place } from "../../../../../shared/territory/index.ts";
import type { LighteningGround, Penalty, PenaltyKind } from "../../../penalty-list/domain/index.ts";
import type { CaseOfficer, CaseParty, Text } from "../case/case.ts";
import type { OrderRecord } from "../order-record/order-record.ts";
import type { PenalRecord } from "../penal-record/penal-record.ts";

/** CF-52a: facts, reasons, basis and rights were told before, and what the party said was heard. */
export interface Told {
  readonly cardsShown: boolean;
  readonly factsAndBasis: boolean;
  readonly rights: boolean;
  /** What the party said; empty words are none: that he said nothing is a note of its own. */
  readonly defence: { readonly stated: boolean; readonly note: string };
}

/** CF-52: the form was handed over on the spot; a refusal to sign is noted, with a witness or a recording. */
export type FormGiven =
  | { readonly how: "signed" }
  | { readonly how: "refused"; readonly witness?: string; readonly recording?: string };

/** CF-28: each penalty comes with an order to put it right, at once or by a day. */
export type Correction = { readonly how: "at-once" } | { readonly how: "by"; readonly on: string };

export interface SpotDecision {
  readonly number: OfficialNumber;
  readonly on: string;
  readonly inWhoseName: Organ;
  /** FY-23: review first. */
  readonly remedies: { readonly review: Text; readonly days: number; readonly reviewFirst: true };
  readonly reportBy: Limit;
  readonly reportedOn?: string;
}

/** CF-68 to CF-71: money taken on the spot, from the officer to the organ to the bank. */
export interface Collection {
  readonly by: string;
  readonly on: string;
  readonly receipt: string;
  readonly handInBy: Limit;
  readonly handedIn?: { readonly on: string; readonly to: string; readonly depositBy: Limit };
  readonly depositedOn?: string;
}

/** CF-67: a payment for it that the bank has, as finance told it. */
export interface Banked {
  readonly receipt: string;
  readonly amountFen: number;
  readonly on: string;
}

export interface OnSpotPenalty {
  readonly status: "recorded" | "decided" | "reported" | "settled" | "ordinary" | "dropped";
  readonly act: {
    readonly code: string;
    readonly name: Text;
    readonly domain: string;
    readonly on: string;
    readonly place: Place;
    readonly address: string;
    readonly facts: string;
  };
  readonly party: CaseParty;
  readonly officers: readonly CaseOfficer[];
  readonly recordedBy: string;
  readonly recordedOn: string;
  readonly told: Told;
  readonly kinds: readonly PenaltyKind[];
  readonly amountFen: number;
  readonly legalBasis: string;
  readonly law: "now" | "before";
  readonly tier: string;
  readonly grounds: readonly LighteningGround[];
  readonly correction: Correction;
  readonly form: FormGiven;
  /** CF-29: why it is another act than one punished before on the same day. */
  readonly otherAct?: string;
  readonly decision?: SpotDecision;
  readonly collection?: Collection;
  readonly paidOn?: string;
  readonly banked?: readonly Banked[];
  /** F-36: what was said to go back to the party. */
  readonly refundFen?: number;
  readonly case?: string;
  readonly late: readonly ("report" | "hand-in" | "deposit")[];
}

export interface RecordSpot {
  readonly type: "record";
  readonly code: string;
  readonly penalty: Penalty | undefined;
  readonly power: PowerCopy | undefined;
  readonly place: Place;
  readonly address: string;
  readonly facts: string;
  readonly party: CaseParty;
  /** The other officer. */
  readonly with: string;
  readonly officers: readonly OfficerCopy[];
  readonly told: Told;
  readonly kinds: readonly PenaltyKind[];
  readonly amountFen: number;
  readonly tier: string;
  readonly grounds: readonly LighteningGround[];
  readonly serious?: boolean;
  readonly orderUnmet?: boolean;
  readonly warningUnmet?: boolean;
  /** What proves the two: the register of earlier penalties, and that of unmet orders. */
  readonly record?: PenalRecord | undefined;
  readonly orders?: OrderRecord | undefined;
  readonly correction: Correction;
  readonly form: FormGiven;
  readonly otherAct?: string;
}
export type OnSpotCommand =
  | RecordSpot
  | {
      readonly type: "countersign";
      readonly power: PowerCopy | undefined;
      readonly officers: readonly OfficerCopy[];
      /** What was decided before about this party and this kind of act. */
      readonly earlier: PenalRecord | undefined;
    }
  | { readonly type: "report" }
  | {
      readonly type: "collect";
      readonly receipt: string;
      readonly hardToEnforceLater: boolean;
      readonly remote: boolean;
      readonly partyProposes: boolean;
      readonly reasons: string;
    }
  | { readonly type: "hand-in"; readonly to: string }
  | { readonly type: "deposit"; readonly voucher: string }
  | { readonly type: "note-paid"; readonly on: string; readonly voucher: string }
  /** Finance has a payment of the bank for it. */
  | ({ readonly type: "note-banked" } & Banked)
  /** F-47: finance took one of them back. */
  | { readonly type: "take-banked-back"; readonly receipt: string }
  | { readonly type: "to-ordinary"; readonly case: string; readonly reasons: string }
  | { readonly type: "drop"; readonly reasons: string }
  | { readonly type: "pass-time" };

type Of<T extends string, D extends object, P extends object = object> = {
  readonly type: `enforcement.on-spot.${T}`;
  readonly data: D;
  readonly personal: P;
};
interface On {
  readonly on: string;
}
export type OnSpotEvent =
  | Of<
      "recorded",
      On &
        Pick<OnSpotPenalty, "kinds" | "amountFen" | "legalBasis" | "law" | "tier" | "grounds" | "correction"> & {
          readonly item: string;
          readonly name: Text;
          readonly domain: string;
          readonly partyKind: CaseParty["kind"];
        },
      Pick<OnSpotPenalty, "officers" | "told" | "form" | "otherAct"> &
        Pick<OnSpotPenalty["act"], "place" | "address" | "facts"> & { readonly person: Omit<CaseParty, "kind"> }
    >
  | Of<
      "decided",
      On &
        Omit<SpotDecision, "on" | "reportedOn"> & {
          readonly item: string;
          readonly amountFen: number;
          readonly payer?: z.infer<typeof toldPayer>;
        }
    >
  | Of<"reported", On & { readonly late: boolean }>
  | Of<"collected", On & Pick<Collection, "receipt" | "handInBy">, { readonly reasons: string }>
  | Of<"handed-in", On & { readonly depositBy: Limit }, { readonly person: string }>
  | Of<"deposited", On, { readonly voucher: string }>
  | Of<"paid", On, { readonly voucher: string }>
  | Of<"banked", Banked>
  | Of<"refund-due", On & { readonly amountFen: number }>
  | Of<
      "payment-taken-back",
      On & { readonly receipt: string; readonly amountFen: number; readonly refundDueFen: number }
    >
  | Of<"settled", On>
  | Of<"turned-ordinary", On & { readonly case: string }, { readonly reasons: string }>
  | Of<"dropped", On, { readonly reasons: string }>
  | Of<"overdue", { readonly what: OnSpotPenalty["late"][number]; readonly due: string }>
  | Of<"limit-recounted", { readonly what: OnSpotPenalty["late"][number]; readonly limit: Limit }>;
