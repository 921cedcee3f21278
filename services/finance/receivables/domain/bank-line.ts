import { deciderOf } from "../../../../shared/decider/index.ts";
import { notNow, type ReceivableRefusal } from "./refusals.ts";

/** A line of the statement that was put down to a claim: its serial number moves money once. */
export interface BankLine {
  readonly serial: string;
  readonly receivable: string;
}
export interface UseBankLine extends BankLine {
  readonly type: "use";
}
export interface BankLineUsed {
  readonly type: "finance.bank-line.used";
  readonly data: BankLine;
}

/** The bank's serial number identifies a line: of two claims only one takes it. */
export const bankLine = deciderOf<{
  readonly state: BankLine;
  readonly command: UseBankLine;
  readonly event: BankLineUsed;
  readonly moves: Record<never, never>;
  readonly begins: "use";
  readonly begun: "finance.bank-line.used";
  readonly refusal: ReceivableRefusal;
}>({
  aggregate: "bank-line",
  shape: 1,
  begin: { use: ({ type: _type, ...data }) => [{ type: "finance.bank-line.used", data }] },
  always: {
    use: (state, { receivable, serial }) =>
      state.receivable === receivable ? [] : notNow("finance.serial-used", { serial }),
  },
  begun: { "finance.bank-line.used": ({ data }) => data },
  effects: {},
});
