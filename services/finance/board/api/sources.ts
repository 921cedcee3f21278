import { Temporal } from "temporal-polyfill";
import { toDate, todayIn } from "../../../../shared/calendar/index.ts";
import { type Decider, type DomainEvent, present } from "../../../../shared/decider/index.ts";
import { type Fen, fen } from "../../../../shared/money/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { everythingIn, type Loaded } from "../../../../shared/store/index.ts";
import type { Asset } from "../../assets/domain/asset.ts";
import { asset } from "../../assets/domain/decider.ts";
import { benefitBatch } from "../../benefits/domain/decider.ts";
import { budgetYear, everyBudgetYear } from "../../budget/domain/year/decider.ts";
import type { ServiceContract } from "../../contracts/domain/contract.ts";
import { serviceContract } from "../../contracts/domain/decider.ts";
import { owedOn } from "../../debt/domain/debt.ts";
import { debt, debtsIn } from "../../debt/domain/decider.ts";
import { entitlement, entitlementsIn } from "../../entitlements/domain/decider.ts";
import { outstandingOf } from "../../entitlements/domain/entitlement.ts";
import { book, everyBook } from "../../ledger/domain/book/decider.ts";
import { firstOpen } from "../../ledger/domain/periods.ts";
import { ledgerEntry, unrecordedOf } from "../../ledger/domain/posted/decider.ts";
import { payment } from "../../payments/domain/decider.ts";
import { receivable } from "../../receivables/domain/decider.ts";
import { listedOn, owedOf, runningRefund } from "../../receivables/domain/receivable.ts";
import { reward } from "../../rewards/domain/decider.ts";
import { everySettlement, settlement } from "../../scheme/domain/settlement/decider.ts";
import {
  acceptedUnpaid,
  budgetDutiesOpen,
  daysBeforeDebt,
  firstClaimOutstanding,
  hasNoPlanAhead,
  isLeaseOver,
  monthsToAccept,
  nextRepayment,
  proceedsOutstanding,
} from "../domain/due.ts";
import type { Duty } from "../domain/duties.ts";

/** So many of each duty are shown: the oldest first. */
export const mostOfADuty = 50;

/** One thing that waits. */
export interface Waiting {
  readonly path: string;
  readonly id: string;
  readonly amountFen?: number;
  readonly dueOn?: string;
}
interface Found {
  readonly items: readonly Waiting[];
  /** There are more than are shown. */
  readonly more: boolean;
}

/** One look at the board: what is read in it is read once. */
export type Looking = Pick<Runtime, "store" | "town" | "clock">;

/** A page of a list, as what waits. */
const listed =
  <S, C, E extends DomainEvent>(
    of: Decider<S, C, E>,
    where: { readonly index: string; readonly partition: string },
    shown: (one: Loaded<S>) => Waiting | undefined,
  ) =>
  async ({ store }: Looking): Promise<Found> => {
    const { items, last } = await store.list(of, { ...where, limit: mostOfADuty });
    return { items: items.flatMap((one) => shown(one) ?? []), more: last !== undefined };
  };

const at = (resource: string, id: string): Pick<Waiting, "id" | "path"> => ({
  ...{ id, path: `/finance/${resource}/${encodeURIComponent(id)}` },
});
const paymentsIn = (status: string) =>
  listed(payment, { index: "byStatus", partition: `payment:${status}` }, ({ id, state }) => ({
    ...at("payments", id),
    amountFen: state.amount,
  }));
const rewardsIn = (status: string) =>
  listed(reward, { index: "byStatus", partition: `reward:${status}` }, ({ id, state }) => ({
    ...at("rewards", id),
    amountFen: state.sum,
  }));
const refundsThatAre = (stage: "proposed" | "approved") =>
  listed(receivable, { index: "byCode", partition: `refund:${stage}` }, ({ id, state }) => {
    const refund = runningRefund(state);
    return refund === undefined ? undefined : { ...at("receivables", id), amountFen: refund.amount };
  });

/** Claims of which a day has passed. */
const overdueClaims = (looking: Looking): Promise<Found> => {
  const today = todayIn(looking.clock()).toString();
  return listed(receivable, { index: "byStatus", partition: "receivable:open" }, ({ id, state }) => {
    const dueOn = listedOn(state);
    const amountFen = owedOf(state, today);
    return dueOn < today && amountFen > 0 ? { ...at("receivables", id), amountFen, dueOn } : undefined;
  })(looking);
};

async function unrecorded(looking: Looking): Promise<Found> {
  const found = await Promise.all(
    looking.town.finance.books.map(({ id: of }) =>
      listed(ledgerEntry, { index: "byCode", partition: unrecordedOf(of) }, ({ id }) => at("entries", id))(looking),
    ),
  );
  return {
    items: found.flatMap(({ items }) => items).slice(0, mostOfADuty),
    more: found.some(({ more }) => more) || found.flatMap(({ items }) => items).length > mostOfADuty,
  };
}

const unsent = (looking: Looking): Promise<Found> => {
  const { year } = todayIn(looking.clock());
  return listed(settlement, { index: "byStatus", partition: everySettlement }, ({ id, state }) =>
    state.status === "draft" && state.year < year ? at("settlements", id) : undefined,
  )(looking);
};

/** A whole list; two duties that look into it at one time read it once. */
function whole<S, C, E extends DomainEvent>(of: Decider<S, C, E>, partition: string) {
  const reading = new WeakMap<Looking, Promise<readonly Loaded<S>[]>>();
  return (looking: Looking): Promise<readonly Loaded<S>[]> => {
    const running = reading.get(looking) ?? everythingIn(looking.store, of, { index: "byStatus", partition });
    reading.set(looking, running);
    return running;
  };
}

/** What waits in whole lists, the earliest due first: it may stand anywhere in them. */
const among =
  <S>(
    lists: readonly ((looking: Looking) => Promise<readonly Loaded<S>[]>)[],
    shown: (one: Loaded<S>, today: string, town: Looking["town"]) => Waiting | undefined,
  ) =>
  async (looking: Looking): Promise<Found> => {
    const today = todayIn(looking.clock()).toString();
    const all = await Promise.all(lists.map((list) => list(looking)));
    const items = all
      .flat()
      .flatMap((one) => shown(one, today, looking.town) ?? [])
      .toSorted((a, b) => compareDays(a.dueOn, b.dueOn));
    return { items: items.slice(0, mostOfADuty), more: items.length > mostOfADuty };
  };
const compareDays = (a = "9", b = "9"): number => Number(a > b) - Number(a < b);

/** Months that are over and not closed: the accountant shuts them, the head closes them. */
const books = whole(book, everyBook);
const months = (isShut: boolean) =>
  among([books], ({ id, state }, today) =>
    state.status === "open" && firstOpen(state) < today.slice(0, 7) && (state.shut !== undefined) === isShut
      ? at("books", id)
      : undefined,
  );
const owing = (resource: string, id: string, amount: Fen, dueOn?: string): Waiting | undefined =>
  amount > 0 ? { ...at(resource, id), amountFen: amount, ...present({ dueOn }) } : undefined;

const batchesIn = (status: string) =>
  listed(benefitBatch, { index: "byStatus", partition: `benefit-batch:${status}` }, ({ id, state }) => ({
    ...at("benefit-batches", id),
    amountFen: state.due,
  }));
/** F7: what payers owe after the last day, the longest overdue first: these alone stand in front of the list. */
const latePayers = (looking: Looking): Promise<Found> => {
  const today = todayIn(looking.clock()).toString();
  return listed(entitlement, { index: "byStatus", partition: entitlementsIn("owed") }, ({ id, state }) =>
    state.dueOn !== undefined && state.dueOn < today
      ? owing("entitlements", id, outstandingOf(state) ?? fen(0), state.dueOn)
      : undefined,
  )(looking);
};
const unpaidDebts = whole(debt, debtsIn("unpaid"));
const dueDebts = among([unpaidDebts], ({ id, state }, today) => {
  const next = nextRepayment(state);
  const shownFrom = next && toDate(next.dueOn).subtract({ days: daysBeforeDebt }).toString();
  return next !== undefined && shownFrom !== undefined && shownFrom <= today
    ? owing("debts", id, next.amount, next.dueOn)
    : undefined;
});
const contractsThatAre = (status: ServiceContract["status"]) => whole(serviceContract, `service-contract:${status}`);
const runningContracts = contractsThatAre("running");
const awaitingAcceptance = among([runningContracts], ({ id, state }, today) => {
  const [month] = monthsToAccept(state, today);
  return month === undefined ? undefined : { ...at("service-contracts", id), dueOn: lastDayOf(month) };
});
const lastDayOf = (month: string): string => {
  const of = Temporal.PlainYearMonth.from(month);
  return of.toPlainDate({ day: of.daysInMonth }).toString();
};
const disposedAssets = whole(asset, "asset:disposed");
const soldAssets = (amountOf: (one: Asset) => Fen) =>
  among([disposedAssets], ({ id, state }) => owing("assets", id, amountOf(state)));
const budgetsToTell = among([whole(budgetYear, everyBudgetYear)], ({ id, state }, _today, { offices }) => {
  const [first] = budgetDutiesOpen(state, offices).toSorted((a, b) => compareDays(a.dueOn, b.dueOn));
  return first === undefined ? undefined : { ...at("budget-years", id), ...present({ dueOn: first.dueOn }) };
});

/** Where what waits is found; by index only. */
export const sources: Readonly<Record<Duty, (looking: Looking) => Promise<Found>>> = {
  "review-payment": paymentsIn("requested"),
  "approve-payment": paymentsIn("reviewed"),
  "send-payment": paymentsIn("approved"),
  "confirm-payment": paymentsIn("sent"),
  "record-voucher": unrecorded,
  "collect-claim": overdueClaims,
  "approve-refund": refundsThatAre("proposed"),
  "pay-refund": refundsThatAre("approved"),
  "approve-reward": rewardsIn("granted"),
  "hand-out-reward": rewardsIn("approved"),
  "book-reward": rewardsIn("paid"),
  "shut-month": months(false),
  "close-month": months(true),
  /** F-50: a handover that no supervisor has signed yet; a leader sees it too. */
  "watch-handover": among([books], ({ id, state }) =>
    state.handover !== undefined && state.handover.signed.supervisor === undefined ? at("books", id) : undefined,
  ),
  "send-settlement": unsent,
  "approve-batch": batchesIn("checked"),
  "send-batch": batchesIn("approved"),
  "confirm-batch": batchesIn("sent"),
  "write-to-payer": latePayers,
  "repay-debt": dueDebts,
  "plan-debt": among([unpaidDebts], ({ id, state }, today) =>
    hasNoPlanAhead(state, today) ? owing("debts", id, owedOn(state), state.dueOn) : undefined,
  ),
  "accept-service": awaitingAcceptance,
  "pay-service": among([runningContracts, contractsThatAre("ended")], ({ id, state }) =>
    owing("service-contracts", id, acceptedUnpaid(state)),
  ),
  "end-lease": among([whole(asset, "asset:leased")], ({ id, state }, today) =>
    isLeaseOver(state, today) ? { ...at("assets", id), ...present({ dueOn: state.lease?.until }) } : undefined,
  ),
  "collect-proceeds": soldAssets(proceedsOutstanding),
  "pay-first-claim": soldAssets(firstClaimOutstanding),
  "perform-budget-duty": budgetsToTell,
};
