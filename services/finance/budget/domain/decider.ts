import { type Decision, deciderOf, present } from "../../../../shared/decider/index.ts";
import { add, fen, subtract } from "../../../../shared/money/index.ts";
import { type BudgetLine, type BudgetLineCommand, type BudgetLineEvent, budgetLineMoves } from "./budget-line.ts";
import { carriedWith, carry } from "./carrying.ts";
import { approve, change, plan } from "./granting.ts";
import { type BudgetRefusal, notNow } from "./refusals.ts";
import { lapse, pay, release, reserve, takeBack } from "./spending.ts";

const without = (reserved: BudgetLine["reserved"], request: string): BudgetLine["reserved"] =>
  Object.fromEntries(Object.entries(reserved).filter(([one]) => one !== request));

/**
 * A line of the budget. Reservation, payment and limit are one item: each write is on the condition that the line is still what the
 * decision saw. Requests at one line take turns; a lost race is decided again, and nothing is refused for it.
 */
export const budgetLine = deciderOf<{
  readonly state: BudgetLine;
  readonly command: BudgetLineCommand;
  readonly event: BudgetLineEvent;
  readonly moves: typeof budgetLineMoves;
  readonly begins: "approve";
  readonly begun: "finance.budget-line.approved";
  readonly refusal: BudgetRefusal;
}>({
  aggregate: "budget-line",
  shape: 2,
  crowded: true,
  moves: budgetLineMoves,
  impossible: "finance.line-not-in-this-state",
  begin: { approve },
  steps: { change, plan, reserve, release, pay, "take-back": takeBack, lapse, carry },
  always: {
    /** The same line approved again is a repetition; another amount is an adjustment. */
    approve: ({ approved, document }, command): Decision<BudgetLineEvent> =>
      document === command.document && approved === command.amount ? [] : notNow("finance.line-stands", { document }),
  },
  begun: {
    "finance.budget-line.approved": ({ data: { amountFen, ...data } }) => ({
      ...{ status: "open", ...data, approved: amountFen },
      ...{ planned: fen(0), paid: fen(0), reserved: {} },
    }),
  },
  effects: {
    "finance.budget-line.adjusted": (state, { data }) => ({ ...state, approved: add(state.approved, data.byFen) }),
    "finance.budget-line.shifted": (state, { data }) => ({ ...state, approved: add(state.approved, data.byFen) }),
    "finance.budget-line.planned": (state, { data }) => ({ ...state, planned: data.upToFen }),
    "finance.budget-line.reserved": (state, { data }) => ({
      ...state,
      reserved: { ...state.reserved, [data.request]: data.amountFen },
    }),
    "finance.budget-line.released": (state, { data }) => ({
      ...state,
      reserved: without(state.reserved, data.request),
    }),
    "finance.budget-line.paid": (state, { data }) => ({
      ...state,
      paid: add(state.paid, data.amountFen),
      reserved: without(state.reserved, data.request),
    }),
    "finance.budget-line.taken-back": (state, { data }) => ({ ...state, paid: subtract(state.paid, data.amountFen) }),
    "finance.budget-line.lapsed": (state, { data }) => ({
      ...{ ...state, status: "lapsed", reserved: {}, left: data.leftFen },
      ...present({ becomes: data.becomes }),
    }),
    "finance.budget-line.carried": (state, { data }) => ({ ...state, carried: carriedWith(state, data.amountFen) }),
  },
  listed: ({ year, status }, id) => ({ byStatus: { partition: `budget-line:${year}:${status}`, sort: id } }),
});
