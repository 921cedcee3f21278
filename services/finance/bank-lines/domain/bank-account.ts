import { type Decision, deciderOf, type OfType } from "../../../../shared/decider/index.ts";
import { type Fen, fen } from "../../../../shared/money/index.ts";
import { type BankLineRefusal, notNow, refuse } from "./refusals.ts";

/** How far the files of a bank account reach. */
export interface BankAccount {
  readonly through: string;
  readonly closing: Fen;
  /** The file that is being recorded: the next one waits for it. */
  readonly recording?: string;
  /** By month that the files cover to its last day: the balance at its end. */
  readonly monthEnds: Readonly<Record<string, Fen>>;
}

export type BankAccountCommand =
  | {
      readonly type: "take";
      readonly statement: string;
      /** The opening balance with all lines of the file that are known already: where its new lines begin. */
      readonly joinsAt: Fen;
      readonly closing: Fen;
      readonly through: string;
      readonly monthEnds: Readonly<Record<string, Fen>>;
      /** It has no new line: the next file waits for nothing. */
      readonly nothingNew?: true;
    }
  | { readonly type: "finish"; readonly statement: string };
export type BankAccountEvent =
  | {
      readonly type: "finance.bank-account.took";
      readonly data: Omit<OfType<BankAccountCommand, "take">, "type" | "joinsAt" | "closing"> & {
        readonly closingFen: Fen;
      };
    }
  | { readonly type: "finance.bank-account.finished"; readonly data: { readonly statement: string } };

const took = ({ type: _type, joinsAt: _at, closing, ...data }: OfType<BankAccountCommand, "take">) =>
  [{ type: "finance.bank-account.took", data: { ...data, closingFen: closing } }] satisfies Decision<BankAccountEvent>;

/** A bank account of the town: its files join, and each is recorded before the next one is taken (F-43). */
export const bankAccount = deciderOf<{
  readonly state: BankAccount;
  readonly command: BankAccountCommand;
  readonly event: BankAccountEvent;
  readonly moves: Record<never, never>;
  readonly begins: "take" | "finish";
  readonly begun: "finance.bank-account.took" | "finance.bank-account.finished";
  readonly refusal: BankLineRefusal;
}>({
  aggregate: "bank-account",
  shape: 1,
  begin: { take: took, finish: () => [] },
  always: {
    take(state, command) {
      if (state.recording !== undefined) return notNow("finance.statement-being-recorded");
      if (command.joinsAt !== state.closing)
        return refuse("finance.statement-does-not-join", { openingFen: command.joinsAt, lastFen: state.closing });
      return took(command);
    },
    finish: (state, { statement }) =>
      state.recording === statement ? [{ type: "finance.bank-account.finished", data: { statement } }] : [],
  },
  begun: {
    "finance.bank-account.took": ({ data: { statement, through, closingFen, monthEnds, nothingNew } }, before) => ({
      ...{ through: before !== undefined && before.through > through ? before.through : through },
      ...{ closing: closingFen, monthEnds: { ...before?.monthEnds, ...monthEnds } },
      ...(nothingNew === true ? {} : { recording: statement }),
    }),
    "finance.bank-account.finished": (_event, before) => ({
      ...{ through: before?.through ?? "", closing: before?.closing ?? fen(0), monthEnds: before?.monthEnds ?? {} },
    }),
  },
  effects: {},
});
