import { todayIn } from "../../../../shared/calendar/index.ts";
import type { Decider, DomainEvent } from "../../../../shared/decider/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import { book, everyBook } from "../../ledger/domain/book/decider.ts";
import { firstOpen } from "../../ledger/domain/periods.ts";
import { ledgerEntry, unrecordedOf } from "../../ledger/domain/posted/decider.ts";
import { payment } from "../../payments/domain/decider.ts";
import { receivable } from "../../receivables/domain/decider.ts";
import { listedOn, owedOf, runningRefund } from "../../receivables/domain/receivable.ts";
import { reward } from "../../rewards/domain/decider.ts";
import { everySettlement, settlement } from "../../scheme/domain/settlement/decider.ts";
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

type Looking = Pick<Runtime, "store" | "town" | "clock">;

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

/** Months that are over and not closed: the accountant shuts them, the head closes them. */
const months =
  (isShut: boolean) =>
  (looking: Looking): Promise<Found> => {
    const month = todayIn(looking.clock()).toString().slice(0, 7);
    return listed(book, { index: "byStatus", partition: everyBook }, ({ id, state }) =>
      state.status === "open" && firstOpen(state) < month && (state.shut !== undefined) === isShut
        ? at("books", id)
        : undefined,
    )(looking);
  };

const unsent = (looking: Looking): Promise<Found> => {
  const { year } = todayIn(looking.clock());
  return listed(settlement, { index: "byStatus", partition: everySettlement }, ({ id, state }) =>
    state.status === "draft" && state.year < year ? at("settlements", id) : undefined,
  )(looking);
};

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
  "send-settlement": unsent,
};
