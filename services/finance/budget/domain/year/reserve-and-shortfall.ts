import type { Decision, OfType } from "../../../../../shared/decider/index.ts";
import { present } from "../../../../../shared/decider/index.ts";
import { add, type Fen, fen, larger, smaller, subtract, sum } from "../../../../../shared/money/index.ts";
import { disasterParts, shortfallParts } from "../guards.ts";
import { badInput, notNow, refuse } from "../refusals.ts";
import type { ApprovedBudgetYear, BudgetYear, BudgetYearCommand, BudgetYearEvent } from "./words.ts";

type Ask<T extends BudgetYearCommand["type"]> = OfType<BudgetYearCommand, T>;

/** What lines were given of general expenditure, the reserve left out: also what was spent before the congress approved (预算法54). */
export const givenOf = ({ allotted, before, ahead = fen(0) }: BudgetYear): Fen =>
  add(allotted, ahead, sum(Object.values(before)));

/** What lines may still be given; negative while a disaster took more than the reserve and the congress has not adjusted yet. */
export const leftToGive = (state: ApprovedBudgetYear): Fen =>
  subtract(subtract(state.expenditure, state.reserve), givenOf(state));

/** F-37: what of a disaster the congress has still to put into an adjustment, also where other money is left to give. */
export const awaitingAdjustment = ({ ahead = fen(0), aheadAdjusted = fen(0) }: ApprovedBudgetYear): Fen =>
  subtract(ahead, aheadAdjusted);

/** F-37: an adjustment upwards covers what a disaster took ahead of it, before anything else. */
export function adjusted(state: ApprovedBudgetYear, by: Fen): ApprovedBudgetYear {
  const adjustmentsToFile = (state.adjustmentsToFile ?? 0) + 1;
  const after = { ...state, expenditure: add(state.expenditure, by), adjustmentsToFile };
  const covers = smaller(awaitingAdjustment(state), larger(by, fen(0)));
  return covers === 0 ? after : { ...after, aheadAdjusted: add(state.aheadAdjusted ?? fen(0), covers) };
}

export const reserveLeftOf = ({ reserve, fromReserve = fen(0) }: ApprovedBudgetYear): Fen =>
  subtract(reserve, fromReserve);

/**
 * F-37 (预算法64、69(2)): the town government decides on the reserve. A disaster takes what is left of it first; the rest is spent, and
 * goes into the adjustment that the congress makes.
 */
export function allotReserve(state: BudgetYear, { amount, kind }: Ask<"allot">): Decision<BudgetYearEvent> {
  if (state.status === "open") return notNow("finance.budget-not-approved", { year: state.year, article: "预算法13" });
  const left = reserveLeftOf(state);
  const data = { amountFen: amount, ground: "reserve" as const };
  if (kind !== undefined && kind !== "disaster")
    return badInput("finance.reserve-kind", { article: "预算法64" }, "/kind");
  if (kind === undefined)
    return amount > left
      ? refuse("finance.over-reserve", { left, article: "预算法64" }, "/amountFen")
      : [{ type: "finance.budget-year.allotted", data }];
  const { adjustment } = disasterParts(left, amount);
  const more = adjustment === 0 ? {} : { aheadFen: adjustment };
  return [{ type: "finance.budget-year.allotted", data: { ...data, kind: "disaster", ...more } }];
}

/**
 * F-44 (预算法实施条例78): a shortfall of income is met by the stabilisation fund, other money of the budget and cuts, in this order. Only
 * what they cannot give is temporary help from above, by its document; next year's budget repays it. Nothing is borrowed (F-4).
 */
export function meetShortfall(
  _state: ApprovedBudgetYear,
  { shortfall, has, document, helpDocument }: Ask<"meet-shortfall">,
): Decision<BudgetYearEvent> {
  const parts = shortfallParts(shortfall, has);
  const help = parts["help-from-above"];
  const article = "预算法实施条例78";
  if (help > 0 && helpDocument === undefined)
    return refuse("finance.help-without-document", { help, article }, "/helpDocument");
  if (help === 0 && helpDocument !== undefined)
    return badInput("finance.help-not-needed", { article }, "/helpDocument");
  const data = { shortfallFen: shortfall, partsFen: parts, document, ...present({ helpDocument }) };
  return [{ type: "finance.budget-year.shortfall-met", data }];
}

/** F-44: temporary help of a year, which the budget of the next one repays. */
export const helpToRepay = ({ shortfalls = [] }: Pick<BudgetYear, "shortfalls">): Fen =>
  sum(shortfalls.map(({ parts }) => parts["help-from-above"]));
