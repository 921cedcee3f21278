import * as z from "zod";
import { type Decision, deciderOf, type OfType, present } from "../../../../shared/decider/index.ts";
import { type Fen, fenSchema } from "../../../../shared/money/index.ts";
import { type BankLineRefusal, notNow, refuse } from "./refusals.ts";

/**
 * How a line stands. `awaited`: money was booked by it, and no file has shown it yet. `differs`: the file shows another amount.
 * `released`: what was booked by it was taken back before any file showed it: nothing is awaited of it.
 */
export const lineStatuses = ["awaited", "open", "proposed", "matched", "differs", "released"] as const;
export type LineStatus = (typeof lineStatuses)[number];

/** What a file says of a line. Names and texts stay in the part of the file. */
export interface Shown {
  readonly on: string;
  /** Above zero: money came in. Below: it went out. */
  readonly amount: Fen;
  readonly statement: string;
  /** Its place in the part of the file that holds its text. */
  readonly part: number;
  readonly row: number;
  /** What it probably pays. */
  readonly proposed?: string;
}

/** A line of a bank account. Its serial number identifies it, and moves money once. */
export interface BankLine {
  readonly account: string;
  readonly serial: string;
  /** What it was put down to: `receivable:…`, `revenue:…`, `payment:…`, `refund:…`, `benefit-batch:…`, `entry:…`. */
  readonly for?: string;
  /** The amount that was booked by it; absent for lines of before amounts were told. */
  readonly booked?: Fen;
  readonly shown?: Shown;
}

export const statusOfLine = ({ for: use, booked, shown }: BankLine): LineStatus => {
  if (shown === undefined) return use === undefined ? "released" : "awaited";
  if (use === undefined) return shown.proposed === undefined ? "open" : "proposed";
  return booked === undefined || booked === shown.amount ? "matched" : "differs";
};

interface Named {
  readonly account: string;
  readonly serial: string;
}
export type BankLineCommand =
  | ({ readonly type: "use"; readonly for: string; readonly amount: Fen } & Named)
  | ({ readonly type: "release"; readonly for: string } & Named)
  | ({ readonly type: "show" } & Named & Shown)
  /** An entry that a person posted moved this money. `moved`: what it moves on the account of the line; undefined: no such entry. */
  | {
      readonly type: "explain";
      readonly entry: string;
      readonly moved: Fen | undefined;
      readonly namesItsLine: boolean;
    }
  | { readonly type: "unexplain" };

export type BankLineEvent =
  | {
      readonly type: "finance.bank-line.used";
      readonly data: Named & { readonly for: string; readonly amountFen?: Fen };
    }
  | { readonly type: "finance.bank-line.released"; readonly data: Named }
  | {
      readonly type: "finance.bank-line.shown";
      readonly data: Named & Omit<Shown, "amount"> & { readonly amountFen: Fen };
    };

type Ask<T extends BankLineCommand["type"]> = OfType<BankLineCommand, T>;
const usedBy = ({ type: _type, amount, ...data }: Ask<"use">): Decision<BankLineEvent> => [
  { type: "finance.bank-line.used", data: { ...data, amountFen: amount } },
];
const shownAs = ({ type: _type, amount, ...data }: Ask<"show">): Decision<BankLineEvent> => [
  { type: "finance.bank-line.shown", data: { ...data, amountFen: amount } },
];

/** The entry that explains a line; undefined: another record uses it, or nothing does. */
export const entryOfLine = ({ for: use }: Pick<BankLine, "for">): string | undefined =>
  use?.startsWith("entry:") === true ? use.slice("entry:".length) : undefined;

/** F-43: a line that no record uses is explained by an entry of exactly its amount on its account. */
function explain(
  { account, serial, shown, for: use }: BankLine,
  { entry, moved, namesItsLine }: Ask<"explain">,
): Decision<BankLineEvent> {
  if (shown === undefined) return notNow("finance.line-not-shown");
  if (use === `entry:${entry}`) return [];
  if (use !== undefined) return notNow("finance.serial-used", { serial });
  if (namesItsLine || moved !== shown.amount)
    return refuse("finance.entry-does-not-explain", { amountFen: shown.amount, movedFen: moved ?? 0 }, "/entry");
  return usedBy({ type: "use", account, serial, for: `entry:${entry}`, amount: shown.amount });
}

/** Of before a line knew its account: claims alone used lines. */
const older = z.object({ serial: z.string(), receivable: z.string() });
const knowsItsAccount = z.object({
  ...{ account: z.string(), serial: z.string(), for: z.string() },
  amountFen: fenSchema.exactOptional(),
});

/** A line of the bank: of two claims only one takes it, and a file that shows it again changes nothing. */
export const bankLine = deciderOf<{
  readonly state: BankLine;
  readonly command: BankLineCommand;
  readonly event: BankLineEvent;
  readonly moves: Record<never, never>;
  readonly begins: "use" | "show" | "release";
  readonly begun: "finance.bank-line.used" | "finance.bank-line.shown" | "finance.bank-line.released";
  readonly refusal: BankLineRefusal;
}>({
  aggregate: "bank-line",
  shape: 3,
  begin: { use: usedBy, show: shownAs, release: () => [] },
  always: {
    use(state, command) {
      const { for: use, booked, shown } = state;
      // The same use with the same amount is a repetition; anything else would move the money of one line twice.
      const isSame = use === command.for && (booked === undefined || booked === command.amount);
      if (use !== undefined && !isSame) return notNow("finance.serial-used", { serial: command.serial });
      if (shown !== undefined && shown.amount !== command.amount)
        return refuse("finance.line-of-other-amount", { amountFen: shown.amount }, "/serial");
      return use === undefined ? usedBy(command) : [];
    },
    release: (state, { for: use, account, serial }) =>
      state.for === use ? [{ type: "finance.bank-line.released", data: { account, serial } }] : [],
    explain,
    unexplain: (state) => {
      const { account, serial } = state;
      return entryOfLine(state) === undefined
        ? notNow("finance.line-not-explained")
        : [{ type: "finance.bank-line.released", data: { account, serial } }];
    },
    show(state, command) {
      if (state.shown === undefined) return shownAs(command);
      const isSame = state.shown.on === command.on && state.shown.amount === command.amount;
      return isSame ? [] : notNow("finance.serial-otherwise", { serial: command.serial });
    },
  },
  begun: {
    "finance.bank-line.used": ({ data: { amountFen, ...data } }, before) => ({
      ...before,
      ...data,
      ...present({ booked: amountFen }),
    }),
    "finance.bank-line.released": ({ data }, before) => ({ ...data, ...present({ shown: before?.shown }) }),
    "finance.bank-line.shown": ({ data: { account, serial, amountFen: amount, ...shown } }, before) => ({
      ...before,
      ...{ account, serial, shown: { ...shown, amount } },
    }),
  },
  effects: {},
  upcast: {
    "finance.bank-line.used"({ data }) {
      const known = knowsItsAccount.safeParse(data);
      if (known.success) return { type: "finance.bank-line.used", data: known.data };
      const { serial, receivable } = older.parse(data);
      return { type: "finance.bank-line.used", data: { account: "", serial, for: `receivable:${receivable}` } };
    },
  },
  listed: (state, id) => {
    const status = statusOfLine(state);
    return { byStatus: { partition: linesOf(state.account, status), sort: `${state.shown?.on ?? ""}|${id}` } };
  },
});

/** The partition of `byStatus` with the lines of an account. */
export const linesOf = (account: string, status: LineStatus): string => `bank-line:${account}:${status}`;
