import { Temporal } from "temporal-polyfill";
import {
  type Context,
  type Decision,
  deciderOf,
  isRejection,
  type OfType,
  present,
} from "../../../../../shared/decider/index.ts";
import { add, type Fen, fen, mostFen, subtract, sum } from "../../../../../shared/money/index.ts";
import { countyRuns } from "../../../../../shared/town/finance.ts";
import { incomeApproved } from "../collected.ts";
import { isAmount } from "../granting.ts";
import {
  accountsDueOn,
  approvalDuties,
  type BeforeApprovalKind,
  beforeApprovalKinds,
  beforeApprovalRefusal,
  borrowingRefusal,
  reserveRefusal,
  turnoverRefusal,
} from "../guards.ts";
import { type BudgetRefusal, badInput, notNow, refuse } from "../refusals.ts";
import { notCome, perform, performed } from "./duties.ts";
import { allotEarmarked } from "./earmarked.ts";
import { adjusted, allotReserve, givenOf, leftToGive, meetShortfall } from "./reserve-and-shortfall.ts";
import {
  type ApprovedBudgetYear,
  type BudgetYear,
  type BudgetYearCommand,
  type BudgetYearEvent,
  budgetYearMoves,
} from "./words.ts";

type CommandOf<T extends BudgetYearCommand["type"]> = OfType<BudgetYearCommand, T>;

/**
 * F-1, F-5, F-45: the congress approves expenditure with a reserve of 1–3 %. It holds what was given before (预算法54), and repays the help
 * that met last year's shortfall (F-44).
 */
function approve(state: BudgetYear, command: CommandOf<"approve">, context: Context): Decision<BudgetYearEvent> {
  const { on, document, expenditure, reserve, turnoverFund, repays, owedFromLastYear } = command;
  if (!isAmount(expenditure)) return badInput("finance.line-amount", {}, "/expenditureFen");
  const refused =
    notCome(on, context) ?? reserveRefusal(reserve, expenditure) ?? turnoverRefusal(turnoverFund, expenditure);
  if (refused !== undefined) return refused;
  const year = Number(on.slice(0, 4));
  if (year < state.year - 1 || year > state.year)
    return badInput("finance.day-of-another-year", { on, year: state.year }, "/on");
  const taken = add(sum(Object.values(state.before)), repays);
  if (taken > subtract(expenditure, reserve))
    return refuse("finance.approved-below-given", { taken, article: "预算法54" }, "/expenditureFen");
  if (repays !== owedFromLastYear)
    return refuse("finance.help-not-repaid", { owed: owedFromLastYear, article: "预算法实施条例78" }, "/repaysHelpFen");
  const mode = countyRuns(context.town.finance, "budget", context.today.toString());
  if (mode !== undefined && command.jointDocument === undefined)
    return refuse("finance.budget-not-compiled-jointly", { document: mode }, "/jointDocument");
  if ((state.announced ?? 0) > (command.transfers ?? 0))
    return refuse(
      "finance.announced-not-in-budget",
      { announced: state.announced, article: "预算法38(3)" },
      "/transfersFen",
    );
  const income = incomeApproved(command);
  if (isRejection(income)) return income;
  const publishBy = approvalDuties(Temporal.PlainDate.from(on)).publish.toString();
  const data = {
    approvedOn: on,
    document,
    expenditure,
    reserve,
    turnoverFund,
    publishBy,
    ...repaid(repays),
    ...income,
    ...present({ transfers: command.transfers, jointDocument: command.jointDocument }),
  };
  return [{ type: "finance.budget-year.approved", data }];
}

/** F-34 (预算法38(3)): the budget takes in what the county announced. */
const announce = (_state: BudgetYear, { by }: CommandOf<"announce">): Decision<BudgetYearEvent> => [
  { type: "finance.budget-year.announced", data: { byFen: by } },
];

const repaid = (repays: Fen) => (repays === 0 ? {} : { repaysHelp: repays });

/** F-1, F-12: only the congress adjusts the year, on a ground of 预算法67; what lines were given stays covered. Debt is no ground (F-4). */
function adjust(state: ApprovedBudgetYear, { by, document, trigger }: CommandOf<"adjust">): Decision<BudgetYearEvent> {
  if (trigger === "debt") return borrowingRefusal("/trigger");
  const after = add(state.expenditure, by);
  if (by === 0 || after > mostFen || after <= 0) return badInput("finance.line-amount", {}, "/byFen");
  const taken = givenOf(state);
  // More than before is never refused: it may cover a disaster by parts (F-37).
  if (by < 0 && subtract(after, state.reserve) < taken)
    return refuse("finance.below-what-is-spent", { taken }, "/byFen");
  return [{ type: "finance.budget-year.adjusted", data: { byFen: by, document, ...present({ trigger }) } }];
}

/** F-13: the congress approves the final accounts, once the year is over. */
function approveAccounts(
  state: ApprovedBudgetYear,
  { on, document }: CommandOf<"approve-accounts">,
  context: Context,
): Decision<BudgetYearEvent> {
  if (Number(on.slice(0, 4)) <= state.year) return notNow("finance.year-runs", { year: state.year });
  if (state.accountsApprovedOn !== undefined)
    return notNow("finance.duty-performed-already", { on: state.accountsApprovedOn });
  const due = accountsDueOn(Temporal.PlainDate.from(on)).toString();
  return notCome(on, context) ?? [{ type: "finance.budget-year.accounts-approved", data: { on, document, due } }];
}

/**
 * F-2, F-7: what lines are given stays within what the congress approved. Before it approves, only what 预算法54 allows, and no line
 * rests on the congress.
 */
function allot(state: BudgetYear, command: CommandOf<"allot">): Decision<BudgetYearEvent> {
  const { amount, ground, kind } = command;
  if (ground === "reserve") return allotReserve(state, command);
  if (ground === "congress") {
    if (state.status === "open")
      return notNow("finance.budget-not-approved", { year: state.year, article: "预算法13" });
    const left = leftToGive(state);
    if (amount > left) return refuse("finance.over-approved", { left, article: "预算法13" });
    return [{ type: "finance.budget-year.allotted", data: { amountFen: amount, ground } }];
  }
  if (ground === "earmarked") return allotEarmarked(state, amount);
  if (ground === "carry-over") return [{ type: "finance.budget-year.allotted", data: { amountFen: amount, ground } }];
  if (state.status === "approved") return notNow("finance.budget-approved-already", { year: state.year });
  // What is carried over has a ground of its own, with the line that it goes on from.
  if (kind === "carry-over") return badInput("finance.carry-over-without-line", { article: "预算法42" }, "/kind");
  const known = beforeApprovalKinds.find((one) => one === kind);
  const of = (sums: BudgetYear["before"]) => (known === undefined ? undefined : sums[known]) ?? fen(0);
  const refused = beforeApprovalRefusal(kind ?? "", { spent: of(state.before), amount, lastYear: of(state.lastYear) });
  return (
    refused ?? [
      { type: "finance.budget-year.allotted", data: { amountFen: amount, ground, ...present({ kind: known }) } },
    ]
  );
}

const grown = (before: BudgetYear["before"], kind: BeforeApprovalKind | undefined, by: ReturnType<typeof fen>) =>
  kind === undefined ? before : { ...before, [kind]: add(before[kind] ?? fen(0), by) };

/** F-37: what the reserve gave, and what went beyond it. */
const reserved = ({ fromReserve, ahead }: BudgetYear, amount: Fen, beyond: Fen) => ({
  fromReserve: add(fromReserve ?? fen(0), subtract(amount, beyond)),
  ...(beyond === 0 ? {} : { ahead: add(ahead ?? fen(0), beyond) }),
});

/** The budget of a year (F-1 to F-7, F-13, F-39). */
export const budgetYear = deciderOf<{
  readonly state: BudgetYear;
  readonly command: BudgetYearCommand;
  readonly event: BudgetYearEvent;
  readonly moves: typeof budgetYearMoves;
  readonly begins: "open";
  readonly begun: "finance.budget-year.opened";
  readonly refusal: BudgetRefusal;
}>({
  aggregate: "budget-year",
  shape: 2,
  crowded: true,
  moves: budgetYearMoves,
  impossible: "finance.year-not-in-this-state",
  byItself: ["announce"],
  begin: { open: ({ type: _type, ...data }) => [{ type: "finance.budget-year.opened", data }] },
  steps: {
    approve,
    adjust,
    perform,
    "approve-accounts": approveAccounts,
    allot,
    "meet-shortfall": meetShortfall,
    announce,
  },
  begun: {
    "finance.budget-year.opened": ({ data: { year, lastYear, document } }) => ({
      ...{ status: "open", year, lastYear, lastYearDocument: document, before: {}, allotted: fen(0) },
    }),
  },
  effects: {
    "finance.budget-year.approved": (state, { data }) => ({ ...state, ...data, status: "approved" }),
    "finance.budget-year.adjusted": {
      approved: (state, { data }) => adjusted(state, data.byFen),
    },
    "finance.budget-year.announced": (state, { data: { byFen } }) => ({
      ...state,
      announced: add(state.announced ?? fen(0), byFen),
    }),
    "finance.budget-year.performed": {
      approved: (state, { data }) => performed(state, data),
    },
    "finance.budget-year.accounts-approved": {
      approved: (state, { data: { on, due } }) => ({ ...state, accountsApprovedOn: on, accountsDue: due }),
    },
    "finance.budget-year.allotted": (state, { data: { amountFen, ground, kind, aheadFen = fen(0) } }) =>
      ground === "congress"
        ? { ...state, allotted: add(state.allotted, amountFen) }
        : ground === "reserve"
          ? { ...state, ...reserved(state, amountFen, aheadFen) }
          : ground === "earmarked"
            ? { ...state, earmarked: add(state.earmarked ?? fen(0), amountFen) }
            : { ...state, before: grown(state.before, kind, amountFen) },
    "finance.budget-year.shortfall-met": {
      approved: (state, { data: { shortfallFen, partsFen, document, helpDocument } }) => ({
        ...state,
        shortfalls: [
          ...(state.shortfalls ?? []),
          { shortfall: shortfallFen, parts: partsFen, document, ...present({ helpDocument }) },
        ],
      }),
    },
  },
  listed: (_state, id) => ({ byStatus: { partition: everyBudgetYear, sort: id } }),
});

/** The partition of `byStatus` in which the budget of each year stands. */
export const everyBudgetYear = "budget-year:all";
