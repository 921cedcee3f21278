import { type Context, type Decision, deciderOf, type OfType } from "../../../../shared/decider/index.ts";
import { sourceFor } from "../../ledger/domain/revenue-source.ts";
import { badInput, notYou, type RevenueRefusal, refuse } from "./refusals.ts";
import { isReceipted, type Revenue, type RevenueCommand, type RevenueEvent, revenueMoves } from "./revenue.ts";

/**
 * 预算法 55, 56; F-41: books income with its basis. Refuses income that no row of the profile names, a period that has not begun, and a
 * transfer that another office than finance notified.
 */
function record(
  { type: _type, amount, ...income }: OfType<RevenueCommand, "record">,
  { town }: Context,
): Decision<RevenueEvent> {
  const { item, level, on, period, paidBy, notifiedBy } = income;
  const source = sourceFor(town.finance.revenueSources, income);
  if (source === undefined)
    return refuse("finance.income-without-basis", { item, level, article: "预算法55" }, "/item");
  if (period > on.slice(0, 7)) return refuse("finance.collected-early", { period, article: "预算法55" }, "/period");
  const { kind, basis, id } = source;
  if ((kind === "transfer") !== (paidBy.kind === "government"))
    return badInput("finance.revenue-payer", { payer: paidBy.kind }, "/paidBy/kind");
  if (kind === "transfer" && notifiedBy !== "finance-office")
    return refuse("finance.transfer-by-other-office", { article: "预算法实施条例59" }, "/notifiedBy");
  return [{ type: "finance.revenue.booked", data: { ...income, source: id, kind, basis, amountFen: amount } }];
}

/** F-47, F-49: what has a fiscal receipt is taken back by another person than who booked it: the receipt is void with it. */
function reverse(
  state: Revenue,
  { reasons }: OfType<RevenueCommand, "reverse">,
  { actor }: Context,
): Decision<RevenueEvent> {
  if (isReceipted(state) && state.bookedBy === actor.sub)
    return notYou("finance.revenue-own-reversal", { article: "会计法 25(1)" });
  return [{ type: "finance.revenue.reversed", data: { reasons } }];
}

/** Income of the town in the treasury (F-9, F-10, F-15 to F-17, F-41). Each is posted in the same commit. */
export const revenue = deciderOf<{
  readonly state: Revenue;
  readonly command: RevenueCommand;
  readonly event: RevenueEvent;
  readonly moves: typeof revenueMoves;
  readonly begins: "record";
  readonly begun: "finance.revenue.booked";
  readonly refusal: RevenueRefusal;
}>({
  aggregate: "revenue",
  shape: 2,
  moves: revenueMoves,
  impossible: "finance.revenue-not-in-this-state",
  begin: { record },
  steps: { reverse },
  begun: {
    "finance.revenue.booked": ({ data: { amountFen, ...data }, actor: bookedBy }) => ({
      ...{ status: "booked", ...data, amount: amountFen, bookedBy },
    }),
  },
  effects: {
    "finance.revenue.reversed": (state, { data: { reasons } }) => ({ ...state, status: "reversed", reasons }),
  },
  listed: ({ on }, id) => ({ byStatus: { partition: revenueOf(Number(on.slice(0, 4))), sort: `${on}|${id}` } }),
});

/** The partition of `byStatus` with the income of a year. */
export const revenueOf = (year: number): string => `revenue:${year}`;
