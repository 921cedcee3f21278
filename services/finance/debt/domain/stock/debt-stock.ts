import {
  type Context,
  type Decision,
  deciderOf,
  type MovesOf,
  type OfType,
} from "../../../../../shared/decider/index.ts";
import { add, type Fen, fen, subtract } from "../../../../../shared/money/index.ts";
import { type DebtRefusal, refuse } from "../refusals.ts";

/** What a debtor owes in all: counted first, then locked (锁定旧债). It has the id of the debtor. */
export interface DebtStock {
  readonly status: "counting" | "locked";
  readonly owed: Fen;
  readonly count: number;
  readonly lockedOn?: string;
  readonly document?: string;
  /** What was owed when it was locked. */
  readonly lockedFen?: Fen;
}
export type DebtStockCommand =
  /** In the commit of a debt. */
  | { readonly type: "add"; readonly amount: Fen; readonly debtor: string }
  | { readonly type: "repaid"; readonly amount: Fen }
  | { readonly type: "owed-again"; readonly amount: Fen }
  /** `owed`: what the paper says; the register says the same. */
  | { readonly type: "lock"; readonly document: string; readonly owed: Fen };
export type DebtStockEvent =
  | { readonly type: "finance.debt-stock.counted"; readonly data: { readonly amount: Fen } }
  | {
      readonly type: "finance.debt-stock.grown";
      readonly data: { readonly debtor: string; readonly byFen: Fen; readonly owedFen: Fen };
    }
  | { readonly type: "finance.debt-stock.repaid"; readonly data: { readonly amount: Fen } }
  | { readonly type: "finance.debt-stock.owed-again"; readonly data: { readonly amount: Fen } }
  | {
      readonly type: "finance.debt-stock.locked";
      readonly data: { readonly document: string; readonly on: string; readonly owedFen: Fen };
    };

/** States of a stock and what moves them. A locked one is never opened again. */
export const debtStockMoves = {
  counting: { repaid: "counting", "owed-again": "counting", lock: "locked" },
  locked: { repaid: "locked", "owed-again": "locked" },
} as const satisfies MovesOf<DebtStock, DebtStockCommand>;

type Ask<T extends DebtStockCommand["type"]> = OfType<DebtStockCommand, T>;

function lock(state: DebtStock, { document, owed }: Ask<"lock">, { today }: Context): Decision<DebtStockEvent> {
  if (owed !== state.owed) return refuse("finance.stock-differs", { owed: state.owed }, "/owedFen");
  return [{ type: "finance.debt-stock.locked", data: { document, on: today.toString(), owedFen: state.owed } }];
}

const counted = (state: DebtStock, amount: Fen): DebtStock => ({
  ...{ ...state, owed: add(state.owed, amount), count: state.count + 1 },
});

/** The debts of one debtor together. What is added to a locked stock is growth, and is told (F8). */
export const debtStock = deciderOf<{
  readonly state: DebtStock;
  readonly command: DebtStockCommand;
  readonly event: DebtStockEvent;
  readonly moves: typeof debtStockMoves;
  readonly begins: "add";
  readonly begun: "finance.debt-stock.counted";
  readonly refusal: DebtRefusal;
}>({
  aggregate: "debt-stock",
  shape: 1,
  crowded: true,
  moves: debtStockMoves,
  impossible: "finance.stock-not-in-this-state",
  byItself: ["repaid", "owed-again"],
  begin: { add: ({ amount }) => [{ type: "finance.debt-stock.counted", data: { amount } }] },
  steps: {
    repaid: (_state, { amount }) => [{ type: "finance.debt-stock.repaid", data: { amount } }],
    "owed-again": (_state, { amount }) => [{ type: "finance.debt-stock.owed-again", data: { amount } }],
    lock,
  },
  always: {
    add: ({ status, owed }, { amount, debtor }) =>
      status === "counting"
        ? [{ type: "finance.debt-stock.counted", data: { amount } }]
        : [{ type: "finance.debt-stock.grown", data: { debtor, byFen: amount, owedFen: add(owed, amount) } }],
  },
  begun: {
    "finance.debt-stock.counted": ({ data: { amount } }, before) =>
      counted(before ?? { status: "counting", owed: fen(0), count: 0 }, amount),
  },
  effects: {
    "finance.debt-stock.locked": (state, { data: { document, on, owedFen } }) => ({
      ...{ ...state, status: "locked", document, lockedOn: on, lockedFen: owedFen },
    }),
    "finance.debt-stock.grown": (state, { data: { byFen } }) => counted(state, byFen),
    "finance.debt-stock.repaid": (state, { data: { amount } }) => ({ ...state, owed: subtract(state.owed, amount) }),
    "finance.debt-stock.owed-again": (state, { data: { amount } }) => ({ ...state, owed: add(state.owed, amount) }),
  },
  listed: (_state, id) => ({ byStatus: { partition: everyStock, sort: id } }),
});

/** The partition of `byStatus` with the stock of each debtor. */
export const everyStock = "debt-stock:all";
