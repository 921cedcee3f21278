import { endOfDay } from "../../../../shared/calendar/index.ts";
import { type Context, type Decision, deciderOf, type OfType } from "../../../../shared/decider/index.ts";
import { add, fen, subtract, sum } from "../../../../shared/money/index.ts";
import {
  arrearKinds,
  type Debt,
  type DebtCommand,
  type DebtEvent,
  debtMoves,
  nextPlanPart,
  owedOn,
  repaidOf,
} from "./debt.ts";
import { badInput, type DebtRefusal, notNow, refuse } from "./refusals.ts";

type Ask<T extends DebtCommand["type"]> = OfType<DebtCommand, T>;

/**
 * F8, F-4 (预算法 35): the old stock is registered once. After it is locked nothing new is borrowed or guaranteed under any name; arrears
 * that arise are told and count.
 */
function register(
  { type: _type, creditor, isKnown, ...data }: Ask<"register">,
  { today }: Context,
): Decision<DebtEvent> {
  if (!isKnown) return badInput("finance.debtor-unknown", { debtor: data.debtor }, "/debtor");
  if (data.incurredOn > today.toString())
    return badInput("finance.debt-day-in-future", { on: data.incurredOn }, "/incurredOn");
  if (!data.isOld && !arrearKinds.includes(data.kind))
    return refuse("finance.new-debt", { article: "预算法35、94" }, "/kind");
  return [{ type: "finance.debt.registered", data, personal: { name: creditor } }];
}

/** A debt of the town is repaid by an entry of the books; a village names its own document. */
function repay(state: Debt, { type: _type, ...repayment }: Ask<"repay">, { today }: Context): Decision<DebtEvent> {
  if (state.debtor === "town" && repayment.entry === undefined)
    return badInput("finance.repayment-not-booked", {}, "/entry");
  if (repayment.on > today.toString()) return badInput("finance.debt-day-in-future", { on: repayment.on }, "/on");
  const owed = owedOn(state);
  if (repayment.amount > owed) return refuse("finance.repaid-above-debt", { owed }, "/amountFen");
  return [{ type: "finance.debt.repaid", data: repayment }];
}

/** What was put down wrongly is owed again, unless it was rewarded. */
function takeBack(state: Debt, { entry }: Ask<"take-back">): Decision<DebtEvent> {
  const found = state.repayments.find((one) => one.entry === entry);
  if (found === undefined) return badInput("finance.repayment-holds-no-entry", {}, "/entry");
  if (subtract(repaidOf(state), found.amount) < state.rewarded) return notNow("finance.repayment-rewarded");
  return [{ type: "finance.debt.taken-back", data: { entry } }];
}

/** A plan (化债计划) holds all that is owed, day by day. */
function plan(state: Debt, { parts }: Ask<"plan">, { today }: Context): Decision<DebtEvent> {
  const past = parts.findIndex(({ by }) => by < today.toString());
  if (past >= 0) return badInput("finance.plan-day-passed", {}, `/parts/${past}/by`);
  const disordered = parts.findIndex(({ by }, at) => at > 0 && by <= (parts[at - 1]?.by ?? ""));
  if (disordered >= 0) return badInput("finance.plan-days-disordered", {}, `/parts/${disordered}/by`);
  const owed = owedOn(state);
  if (sum(parts.map(({ amount }) => amount)) !== owed) return refuse("finance.plan-unlike-debt", { owed }, "/parts");
  return [{ type: "finance.debt.planned", data: { parts } }];
}

/** F8 (以奖代补): a reward is for old debt that was repaid, once for each fen. */
function reward(state: Debt, { amount, isLocked, seen }: Ask<"reward">): Decision<DebtEvent> {
  if (!isLocked) return notNow("finance.stock-not-locked");
  const repaid = subtract(repaidOf(state), state.rewarded);
  if (!state.isOld || amount <= 0 || repaid <= 0 || seen !== repaid) return refuse("finance.nothing-to-reward");
  return [{ type: "finance.debt.rewarded", data: { repaidFen: repaid, amountFen: amount } }];
}

/** A day of the plan is over: what was to be repaid by then was, or it is told. */
function passTime(state: Debt, _command: Ask<"pass-time">, { now }: Context): Decision<DebtEvent> {
  const part = nextPlanPart(state);
  if (state.plan === undefined || part === undefined || now < endOfDay(part.by))
    return notNow("finance.no-plan-day-yet");
  const { parts, repaidBefore, told } = state.plan;
  const wanted = sum(parts.slice(0, told + 1).map(({ amount }) => amount));
  const missing = subtract(wanted, subtract(repaidOf(state), repaidBefore));
  return missing > 0
    ? [{ type: "finance.debt.plan-missed", data: { debtor: state.debtor, by: part.by, missingFen: missing } }]
    : [{ type: "finance.debt.plan-kept", data: { by: part.by } }];
}

const standing = (state: Debt): Debt => ({ ...state, status: owedOn(state) > 0 ? "unpaid" : "cleared" });
const looked = (state: Debt): Debt =>
  state.plan === undefined ? state : { ...state, plan: { ...state.plan, told: state.plan.told + 1 } };

/** A debt of the town or of a village (F8). */
export const debt = deciderOf<{
  readonly state: Debt;
  readonly command: DebtCommand;
  readonly event: DebtEvent;
  readonly moves: typeof debtMoves;
  readonly begins: "register";
  readonly begun: "finance.debt.registered";
  readonly refusal: DebtRefusal;
}>({
  aggregate: "debt",
  shape: 1,
  moves: debtMoves,
  impossible: "finance.debt-not-in-this-state",
  byItself: ["pass-time"],
  begin: { register },
  steps: { repay, "take-back": takeBack, plan, reward, "pass-time": passTime },
  begun: {
    "finance.debt.registered": ({ data, personal }) => ({
      ...{ status: "unpaid", ...data, creditor: personal?.name ?? "" },
      ...{ repayments: [], rewarded: fen(0), rewards: 0 },
    }),
  },
  effects: {
    "finance.debt.repaid": (state, { data: { entry, document, amount, on } }) => {
      const repayment = { document, amount, on, ...(entry === undefined ? {} : { entry }) };
      return standing({ ...state, repayments: [...state.repayments, repayment] });
    },
    "finance.debt.taken-back": (state, { data: { entry } }) =>
      standing({ ...state, repayments: state.repayments.filter((one) => one.entry !== entry) }),
    "finance.debt.planned": (state, { data: { parts } }) => ({
      ...state,
      plan: { parts, repaidBefore: repaidOf(state), told: 0 },
    }),
    "finance.debt.rewarded": (state, { data: { repaidFen } }) => ({
      ...{ ...state, rewarded: add(state.rewarded, repaidFen), rewards: state.rewards + 1 },
    }),
    "finance.debt.plan-kept": looked,
    "finance.debt.plan-missed": looked,
  },
  listed: ({ status, debtor, dueOn }, id) => ({
    byStatus: { partition: debtsIn(status), sort: `${dueOn}|${id}` },
    byOwner: { partition: `debts:${debtor}`, sort: `${dueOn}|${id}` },
  }),
  nextDeadline: (state) => {
    const part = state.status === "unpaid" ? nextPlanPart(state) : undefined;
    return part === undefined ? undefined : endOfDay(part.by);
  },
  onDeadline: () => ({ type: "pass-time" }),
  ended: ({ status }) => status === "cleared",
});

/** The list of debts in a state, those due first before the others. */
export const debtsIn = (status: Debt["status"]): string => `debt:${status}`;
