import { type Decision, deciderOf, type MovesOf, type OfType } from "../../../../shared/decider/index.ts";
import { type BenefitRefusal, badInput, notNow } from "./refusals.ts";

interface Account {
  readonly bank: string;
  readonly account: string;
}
/** Somebody who gets benefits. His id is the keyed digest of his number: one person is one beneficiary. */
export interface Beneficiary extends Account {
  readonly status: "open" | "ended";
  readonly name: string;
  readonly idNumber: string;
  /** Code of his village. */
  readonly village: string;
}
export type BeneficiaryCommand =
  | ({ readonly type: "enter"; readonly name: string; readonly idNumber: string; readonly village: string } & Account)
  | ({ readonly type: "change-account" } & Account)
  | { readonly type: "end" };
export type BeneficiaryEvent =
  | {
      readonly type: "finance.beneficiary.entered";
      readonly data: { readonly bank: string; readonly village: string };
      readonly personal: { readonly name: string; readonly idNumber: string; readonly account: string };
    }
  | {
      readonly type: "finance.beneficiary.account-changed";
      readonly data: { readonly bank: string };
      readonly personal: { readonly account: string };
    }
  | { readonly type: "finance.beneficiary.ended"; readonly data: Readonly<Record<never, never>> };

/** States of a beneficiary and what moves them. */
export const beneficiaryMoves = {
  open: { "change-account": "open", end: "ended" },
  ended: {},
} as const satisfies MovesOf<Beneficiary, BeneficiaryCommand>;

const digits = (account: string): string => account.replaceAll(/[ -]/g, "");
/** A table that made 6.22E+18 of an account has lost its last digits. */
const accountFault = (account: string) =>
  /^\d{8,32}$/.test(digits(account)) ? undefined : badInput("finance.beneficiary-account-malformed", {}, "/account");

type Ask<T extends BeneficiaryCommand["type"]> = OfType<BeneficiaryCommand, T>;

const enter = ({ name, idNumber, village, bank, account }: Ask<"enter">): Decision<BeneficiaryEvent> =>
  accountFault(account) ?? [
    {
      type: "finance.beneficiary.entered",
      data: { bank, village },
      personal: { name, idNumber, account: digits(account) },
    },
  ];

/** A beneficiary (补贴对象): who, and into which account. */
export const beneficiary = deciderOf<{
  readonly state: Beneficiary;
  readonly command: BeneficiaryCommand;
  readonly event: BeneficiaryEvent;
  readonly moves: typeof beneficiaryMoves;
  readonly begins: "enter";
  readonly begun: "finance.beneficiary.entered";
  readonly refusal: BenefitRefusal;
}>({
  aggregate: "beneficiary",
  shape: 1,
  moves: beneficiaryMoves,
  impossible: "finance.beneficiary-not-in-this-state",
  begin: { enter },
  steps: {
    "change-account": (_state, { bank, account }) =>
      accountFault(account) ?? [
        { type: "finance.beneficiary.account-changed", data: { bank }, personal: { account: digits(account) } },
      ],
    end: () => [{ type: "finance.beneficiary.ended", data: {} }],
  },
  always: { enter: () => notNow("finance.beneficiary-known") },
  begun: {
    "finance.beneficiary.entered": ({ data, personal }) => ({ status: "open", ...data, ...personal }),
  },
  effects: {
    "finance.beneficiary.account-changed": (state, { data: { bank }, personal: { account } }) => ({
      ...{ ...state, bank, account },
    }),
    "finance.beneficiary.ended": (state) => ({ ...state, status: "ended" }),
  },
  listed: ({ village, status }, id) => ({ byStatus: { partition: `beneficiary:${village}:${status}`, sort: id } }),
  ended: ({ status }) => status === "ended",
});
