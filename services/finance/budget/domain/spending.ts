import type { Context, Decision, OfType } from "../../../../shared/decider/index.ts";
import { subtract } from "../../../../shared/money/index.ts";
import { availableOf, type BudgetLine, type BudgetLineCommand, type BudgetLineEvent, takenOf } from "./budget-line.ts";
import { isAmount } from "./granting.ts";
import { unspentBecomes } from "./guards.ts";
import { badInput, notNow, refuse } from "./refusals.ts";

type Ask<T extends BudgetLineCommand["type"]> = OfType<BudgetLineCommand, T>;

/** What is held for a request; a name that every object has is not held. */
const heldFor = ({ reserved }: BudgetLine, request: string) =>
  Object.hasOwn(reserved, request) ? reserved[request] : undefined;

const otherYear = ({ year }: BudgetLine, on: string) =>
  Number(on.slice(0, 4)) === year ? undefined : notNow("finance.line-of-another-year", { year });

/**
 * F-2 (预算法13), F-40: holds money for a request, or says how much is left. The last fen may be taken, and not one more. The same
 * request again is a repetition; with another amount it is refused.
 */
export function reserve(
  line: BudgetLine,
  { request, amount }: Ask<"reserve">,
  { today }: Context,
): Decision<BudgetLineEvent> {
  const refused = otherYear(line, today.toString());
  if (refused !== undefined) return refused;
  if (!isAmount(amount)) return badInput("finance.line-amount", {}, "/amountFen");
  const held = heldFor(line, request);
  if (held !== undefined) return held === amount ? [] : notNow("finance.reserved-otherwise", { held });
  const left = availableOf(line);
  if (amount <= left) return [{ type: "finance.budget-line.reserved", data: { request, amountFen: amount } }];
  const inBudget = subtract(line.approved, takenOf(line));
  return amount > inBudget
    ? refuse("finance.over-budget", { left: inBudget, article: "预算法13" }, "/amountFen")
    : refuse("finance.over-plan", { left, article: "预算法实施条例57" }, "/amountFen");
}

/** Gives back what was held: the request was refused or withdrawn. Nothing held: nothing to do. */
export const release = (line: BudgetLine, { request }: Ask<"release">): Decision<BudgetLineEvent> =>
  heldFor(line, request) === undefined ? [] : [{ type: "finance.budget-line.released", data: { request } }];

/** F-10: pays what was held, all of it, in the year in which the money moves. Nothing is paid that was not reserved, and nothing twice. */
export function pay(line: BudgetLine, { request, on }: Ask<"pay">): Decision<BudgetLineEvent> {
  const amount = heldFor(line, request);
  if (amount === undefined) return notNow("finance.nothing-reserved", { request });
  return otherYear(line, on) ?? [{ type: "finance.budget-line.paid", data: { request, amountFen: amount, on } }];
}

/**
 * A payment that the bank sent back restores its line while the year runs. One that returns in the next year restores what was carried
 * over: the lapsed line refuses it.
 */
export function takeBack(line: BudgetLine, { request, amount, on }: Ask<"take-back">): Decision<BudgetLineEvent> {
  const refused = otherYear(line, on);
  if (refused !== undefined) return refused;
  if (!isAmount(amount)) return badInput("finance.line-amount", {}, "/amountFen");
  if (amount > line.paid) return refuse("finance.returns-more-than-paid", { paid: line.paid }, "/amountFen");
  return [{ type: "finance.budget-line.taken-back", data: { request, amountFen: amount, on } }];
}

/** F-6: the year is over. What is held lapses, and what is left is told: it is carried over or becomes surplus. */
export function lapse(line: BudgetLine, _command: Ask<"lapse">, { today }: Context): Decision<BudgetLineEvent> {
  if (today.year <= line.year) return notNow("finance.year-runs", { year: line.year });
  const becomes = unspentBecomes(line.ground === "carry-over" ? line.year - 1 : line.year, line.year);
  const data = { leftFen: subtract(line.approved, line.paid), requests: Object.keys(line.reserved), becomes };
  return [{ type: "finance.budget-line.lapsed", data }];
}
