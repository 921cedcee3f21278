import { type Context, type Decision, deciderOf } from "../../../../../shared/decider/index.ts";
import { badInput, notYou, type PaymentRefusal } from "../refusals.ts";

/** A file of payments for the bank: made once, by a cashier. */
export interface PaymentFile {
  readonly payments: readonly string[];
  readonly on: string;
}
export interface MakePaymentFile {
  readonly type: "make";
  readonly payments: readonly string[];
}
/** P-15: a cashier is shown accounts and names in full. */
export interface DisclosePaymentFile {
  readonly type: "disclose";
}
export type PaymentFileEvent =
  | { readonly type: "finance.payment-file.made"; readonly data: PaymentFile }
  | { readonly type: "finance.payment-file.disclosed"; readonly data: object };

/** A file and the payments in it are one transaction of at most 100 items. */
export const mostInFile = 40;

function make({ payments }: MakePaymentFile, { today, actor }: Context): Decision<PaymentFileEvent> {
  if (!actor.roles.includes("cashier")) return notYou("finance.role-missing", { role: "cashier" });
  if (new Set(payments).size !== payments.length) return badInput("finance.payment-twice-in-file", {}, "/payments");
  return [{ type: "finance.payment-file.made", data: { payments, on: today.toString() } }];
}

/** A file of payments: each goes out with one file. */
export const paymentFile = deciderOf<{
  readonly state: PaymentFile;
  readonly command: MakePaymentFile | DisclosePaymentFile;
  readonly event: PaymentFileEvent;
  readonly moves: Record<never, never>;
  readonly begins: "make";
  readonly begun: "finance.payment-file.made";
  readonly refusal: PaymentRefusal;
}>({
  aggregate: "payment-file",
  shape: 1,
  begin: { make },
  begun: { "finance.payment-file.made": ({ data }) => data },
  effects: { "finance.payment-file.disclosed": (state) => state },
  always: {
    disclose: (_state, _command, { actor }) =>
      actor.roles.includes("cashier")
        ? [{ type: "finance.payment-file.disclosed", data: {} }]
        : notYou("finance.role-missing", { role: "cashier" }),
  },
  listed: ({ on }, id) => ({ byStatus: { partition: everyFile, sort: `${on}|${id}` } }),
});

/** The partition of `byStatus` with all files. */
export const everyFile = "payment-file:all";
