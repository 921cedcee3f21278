import { type Context, type Decision, deciderOf, type MovesOf } from "../../../../../shared/decider/index.ts";
import { badInput, type PaymentRefusal } from "../refusals.ts";

export const payeeKinds = ["person", "organisation"] as const;
export type PayeeKind = (typeof payeeKinds)[number];

/** Who is paid, and into which account. His name and account stay in the town. */
export interface Payee {
  readonly status: "open" | "retired";
  readonly kind: PayeeKind;
  readonly name: string;
  readonly bank: string;
  readonly account: string;
  /** Who entered it: he does not pay into it. */
  readonly by: string;
}
interface Account {
  readonly bank: string;
  readonly account: string;
}

export type PayeeCommand =
  | ({ readonly type: "enter"; readonly kind: PayeeKind; readonly name: string } & Account)
  | { readonly type: "retire" };
export type PayeeEvent =
  | {
      readonly type: "finance.payee.entered";
      readonly data: { readonly kind: PayeeKind; readonly bank: string; readonly by: string };
      readonly personal: { readonly name: string; readonly account: string };
    }
  | { readonly type: "finance.payee.retired"; readonly data: Readonly<Record<never, never>> };

/** States of a payee and what moves them. An account never changes: another one is another payee. */
export const payeeMoves = { open: { retire: "retired" }, retired: {} } as const satisfies MovesOf<Payee, PayeeCommand>;

/** An account number of digits as the bank writes it; a table that made 6.22E+18 of it has lost its last digits. */
const isAccount = (text: string): boolean => /^\d{8,32}$/.test(text.replaceAll(/[ -]/g, ""));

function enter(
  { kind, name, bank, account }: Extract<PayeeCommand, { type: "enter" }>,
  { actor }: Pick<Context, "actor">,
): Decision<PayeeEvent> {
  if (!isAccount(account)) return badInput("finance.account-number-malformed", {}, "/account");
  return [
    {
      type: "finance.payee.entered",
      data: { kind, bank, by: actor.sub },
      personal: { name, account: account.replaceAll(/[ -]/g, "") },
    },
  ];
}

/** A payee in the town's register. */
export const payee = deciderOf<{
  readonly state: Payee;
  readonly command: PayeeCommand;
  readonly event: PayeeEvent;
  readonly moves: typeof payeeMoves;
  readonly begins: "enter";
  readonly begun: "finance.payee.entered";
  readonly refusal: PaymentRefusal;
}>({
  aggregate: "payee",
  shape: 1,
  logins: ["by"],
  moves: payeeMoves,
  impossible: "finance.payee-not-in-this-state",
  begin: { enter },
  steps: { retire: () => [{ type: "finance.payee.retired", data: {} }] },
  begun: {
    "finance.payee.entered": ({ data: { kind, bank, by }, personal: { name, account } }) => ({
      ...{ status: "open", kind, bank, by, name, account },
    }),
  },
  effects: { "finance.payee.retired": (state) => ({ ...state, status: "retired" }) },
  listed: ({ status }, id) => ({ byStatus: { partition: `payee:${status}`, sort: id } }),
  ended: ({ status }) => status === "retired",
});
