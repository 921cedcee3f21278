import { type Decision, deciderOf, type MovesOf, type OfType } from "../../../../../shared/decider/index.ts";
import { type Fen, subtract, sum } from "../../../../../shared/money/index.ts";
import { badInput, type FundRefusal, notNow, refuse } from "../refusals.ts";

/** A payment of a share: the entry that moved the money. */
export interface SharePayment {
  readonly entry: string;
  readonly amount: Fen;
  readonly on: string;
}
interface Allotted {
  readonly fund: string;
  /** Number of the household or body: no name. */
  readonly beneficiary: string;
  readonly payee: string;
  readonly document: string;
  readonly amount: Fen;
}
/** What a fund has for one beneficiary: a household, a cooperative, a village. */
export interface FundShare extends Allotted {
  readonly status: "open" | "paid";
  readonly payments: readonly SharePayment[];
}
export type FundShareCommand =
  /** `isPayee`: whether the register of payees has him, and pays him. */
  | ({ readonly type: "allot"; readonly isPayee: boolean } & Allotted)
  | ({ readonly type: "pay-out" } & SharePayment)
  | { readonly type: "take-back"; readonly entry: string };
export type FundShareEvent =
  | { readonly type: "finance.fund-share.allotted"; readonly data: Allotted }
  | { readonly type: "finance.fund-share.paid-out"; readonly data: SharePayment }
  | { readonly type: "finance.fund-share.taken-back"; readonly data: { readonly entry: string } };

/** States of a share and what moves them. */
export const fundShareMoves = {
  open: { "pay-out": ["open", "paid"], "take-back": "open" },
  paid: { "take-back": "open" },
} as const satisfies MovesOf<FundShare, FundShareCommand>;

type Ask<T extends FundShareCommand["type"]> = OfType<FundShareCommand, T>;

export const sharePaid = ({ payments }: Pick<FundShare, "payments">): Fen => sum(payments.map(({ amount }) => amount));
/** The share of one beneficiary of one fund: there is one. */
export const fundShareId = (fund: string, beneficiary: string): string => `${fund}:${beneficiary}`;

function allot({ type: _type, isPayee, ...data }: Ask<"allot">): Decision<FundShareEvent> {
  if (!isPayee) return badInput("finance.beneficiary-has-no-payee", {}, "/payee");
  return [{ type: "finance.fund-share.allotted", data }];
}

/** F16: money goes out per household, never more than it was allotted. */
function payOut(state: FundShare, { type: _type, ...payment }: Ask<"pay-out">): Decision<FundShareEvent> {
  const left = subtract(state.amount, sharePaid(state));
  if (payment.amount > left) return refuse("finance.share-exceeded", { left }, "/amountFen");
  return [{ type: "finance.fund-share.paid-out", data: payment }];
}

const standing = (state: FundShare): FundShare => ({
  ...state,
  status: sharePaid(state) === state.amount ? "paid" : "open",
});

/** What a fund has for one beneficiary. */
export const fundShare = deciderOf<{
  readonly state: FundShare;
  readonly command: FundShareCommand;
  readonly event: FundShareEvent;
  readonly moves: typeof fundShareMoves;
  readonly begins: "allot";
  readonly begun: "finance.fund-share.allotted";
  readonly refusal: FundRefusal;
}>({
  aggregate: "fund-share",
  shape: 1,
  moves: fundShareMoves,
  impossible: "finance.share-not-in-this-state",
  begin: { allot },
  steps: {
    "pay-out": payOut,
    "take-back": ({ payments }, { entry }) =>
      payments.some((one) => one.entry === entry)
        ? [{ type: "finance.fund-share.taken-back", data: { entry } }]
        : badInput("finance.share-holds-no-payment", {}, "/entry"),
  },
  always: { allot: (_state, { beneficiary }) => notNow("finance.share-stands", { beneficiary }) },
  begun: { "finance.fund-share.allotted": ({ data }) => ({ status: "open", ...data, payments: [] }) },
  effects: {
    "finance.fund-share.paid-out": (state, { data: { entry, amount, on } }) =>
      standing({ ...state, payments: [...state.payments, { entry, amount, on }] }),
    "finance.fund-share.taken-back": (state, { data: { entry } }) =>
      standing({ ...state, payments: state.payments.filter((one) => one.entry !== entry) }),
  },
  listed: ({ fund, status }, id) => ({
    byStatus: { partition: `fund-share:${fund}:${status}`, sort: id },
    byOwner: { partition: `fund-shares:${fund}`, sort: id },
  }),
});
