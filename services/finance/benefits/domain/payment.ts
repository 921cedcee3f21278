import { type Decision, deciderOf } from "../../../../shared/decider/index.ts";
import type { Fen } from "../../../../shared/money/index.ts";
import { type Grant, isGrantedIn } from "./grant.ts";
import { type BenefitRefusal, notNow } from "./refusals.ts";

/** Why a line of a batch is not paid. */
export const lineFaults = ["duplicate", "not-eligible", "above-grant"] as const;
export type LineFault = (typeof lineFaults)[number];

/** What a person gets for a month by a programme: there is one. */
export interface BenefitPayment {
  readonly status: "due" | "returned" | "refused" | "free";
  readonly batch: string;
  readonly amount: Fen;
}
export type BenefitPaymentCommand =
  | { readonly type: "claim"; readonly batch: string; readonly amount: Fen; readonly fault?: LineFault }
  /** The bank sent it back, or its batch was dropped: another batch may hold it. */
  | { readonly type: "release"; readonly batch: string; readonly why: "returned" | "free" };
export type BenefitPaymentEvent =
  | {
      readonly type: "finance.benefit-payment.claimed";
      readonly data: { readonly batch: string; readonly amount: Fen };
    }
  | {
      readonly type: "finance.benefit-payment.refused";
      readonly data: { readonly batch: string; readonly amount: Fen; readonly fault: LineFault };
    }
  | {
      readonly type: "finance.benefit-payment.released";
      readonly data: { readonly why: "returned" | "free" };
    };

export const benefitPaymentId = (programme: string, period: string, beneficiary: string): string =>
  `${programme}:${period}:${beneficiary}`;

/** F13: whether a line is paid: nobody twice for a month, nobody without a grant, nobody more than it gives. */
export function faultOf(
  { batch, amount, period }: { readonly batch: string; readonly amount: Fen; readonly period: string },
  grant: Grant | undefined,
  before: BenefitPayment | undefined,
): LineFault | undefined {
  if (before?.status === "due" && before.batch !== batch) return "duplicate";
  if (grant === undefined || !isGrantedIn(grant, period)) return "not-eligible";
  return amount > grant.amount ? "above-grant" : undefined;
}

function claim(
  state: BenefitPayment | undefined,
  { batch, amount, fault }: Extract<BenefitPaymentCommand, { type: "claim" }>,
): Decision<BenefitPaymentEvent> {
  // The line of the other batch stands as it is.
  if (state?.status === "due") return [];
  return fault === undefined
    ? [{ type: "finance.benefit-payment.claimed", data: { batch, amount } }]
    : [{ type: "finance.benefit-payment.refused", data: { batch, amount, fault } }];
}

/** One benefit of one person for one month. */
export const benefitPayment = deciderOf<{
  readonly state: BenefitPayment;
  readonly command: BenefitPaymentCommand;
  readonly event: BenefitPaymentEvent;
  readonly moves: Record<never, never>;
  readonly begins: "claim";
  readonly begun: "finance.benefit-payment.claimed" | "finance.benefit-payment.refused";
  readonly refusal: BenefitRefusal;
}>({
  aggregate: "benefit-payment",
  shape: 1,
  begin: { claim: (command) => claim(undefined, command) },
  always: {
    claim,
    release: ({ status, batch }, command) => {
      if (batch !== command.batch) return notNow("finance.return-not-of-batch");
      return status === "due" ? [{ type: "finance.benefit-payment.released", data: { why: command.why } }] : [];
    },
  },
  begun: {
    "finance.benefit-payment.claimed": ({ data: { batch, amount } }) => ({ status: "due", batch, amount }),
    "finance.benefit-payment.refused": ({ data: { batch, amount } }) => ({ status: "refused", batch, amount }),
  },
  effects: { "finance.benefit-payment.released": (state, { data: { why } }) => ({ ...state, status: why }) },
});
