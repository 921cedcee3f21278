import { toDate } from "../../../../shared/calendar/index.ts";
import { present } from "../../../../shared/decider/index.ts";
import { add, type Fen, fen, sum } from "../../../../shared/money/index.ts";
import { type Entitlement, outstandingOf, owedBy, receivedFor } from "./entitlement.ts";
import type { KeptEntitlement } from "./words.ts";

export const entitlementStates = ["open", "expected", "running", "overdue", "paid", "overpaid"] as const;
export type EntitlementState = (typeof entitlementStates)[number];

/** An entitlement as it stands on a day: promised and paid on one line. */
export interface EntitlementStanding {
  readonly id: string;
  readonly title: string;
  readonly payer: string;
  readonly state: EntitlementState;
  /** Whether only a word stands behind it. */
  readonly isWithoutDocument: boolean;
  /** Absent while the promise is open or the transfer is expected: it is not zero. */
  readonly owed?: Fen;
  /** F-34: a transfer of next year that was announced, expected and not yet due. */
  readonly announced?: Fen;
  readonly advanced: Fen;
  /** All that came, advances among it. */
  readonly received: Fen;
  /** Negative when more came than is owed. */
  readonly outstanding?: Fen;
  readonly dueOn?: string;
  /** Days since the last day; since the promise while there is no last day. 0 before. */
  readonly ageDays: number;
}

/** An entitlement as the rules take it, from the record that holds it. */
export const entitlementOf = ({
  id,
  state,
}: {
  readonly id: string;
  readonly state: KeptEntitlement;
}): Entitlement => ({
  ...{ id, ...state },
});

/** How an entitlement stands on a day, an ISO date. On its last day it is not overdue yet. */
export function standingOn(today: string, entitlement: Entitlement): EntitlementStanding {
  const { id, title, payer, receipts, dueOn, document, fixed, promisedOn, basis, setOff = fen(0) } = entitlement;
  const owed = owedBy(entitlement);
  const received = receivedFor(entitlement);
  const advanced = add(setOff, ...receipts.filter(({ isAdvance }) => isAdvance).map(({ amount }) => amount));
  const outstanding = outstandingOf(entitlement);
  const since = Math.max(0, toDate(dueOn ?? promisedOn).until(toDate(today)).days);
  const announced = basis.kind === "announced" && fixed === undefined ? basis.amount : undefined;
  const state = announced === undefined ? stateOf(outstanding, dueOn !== undefined && today > dueOn) : "expected";
  return {
    ...{ id, title, payer, state, advanced, received },
    isWithoutDocument: document === undefined && fixed === undefined,
    ...present({ owed, outstanding, dueOn, announced }),
    ageDays: ["paid", "overpaid", "expected"].includes(state) ? 0 : since,
  };
}

function stateOf(outstanding: Fen | undefined, isLate: boolean): EntitlementState {
  if (outstanding === undefined) return "open";
  if (outstanding === 0) return "paid";
  if (outstanding < 0) return "overpaid";
  return isLate ? "overdue" : "running";
}

/** What towns open first: every entitlement with its totals. Totals hold no open promise; `open` counts those. */
export interface PromisedAndPaid {
  readonly lines: readonly EntitlementStanding[];
  readonly owed: Fen;
  readonly received: Fen;
  /** Sum of what is still to come. What came too much is not set off against it. */
  readonly outstanding: Fen;
  readonly overdue: Fen;
  readonly overpaid: Fen;
  readonly open: number;
  /** F-34: announced for years to come; no part of what is owed. */
  readonly announced: Fen;
}

/** F7: promised and paid on a day, the longest overdue first. */
export function promisedAndPaid(today: string, entitlements: readonly Entitlement[]): PromisedAndPaid {
  const lines = entitlements.map((one) => standingOn(today, one)).toSorted(byAge);
  const above = (list: readonly EntitlementStanding[]) =>
    sum(list.map(({ outstanding = fen(0) }) => (outstanding > 0 ? outstanding : fen(0))));
  return {
    lines,
    owed: sum(lines.map(({ owed = fen(0) }) => owed)),
    received: sum(lines.map(({ received }) => received)),
    outstanding: above(lines),
    overdue: above(lines.filter(({ state }) => state === "overdue")),
    overpaid: sum(lines.map(({ outstanding = fen(0) }) => (outstanding < 0 ? fen(-outstanding) : fen(0)))),
    announced: sum(lines.flatMap(({ announced }) => announced ?? [])),
    open: lines.filter(({ state }) => state === "open").length,
  };
}

const rank = ({ state }: EntitlementStanding): number =>
  ["overdue", "open", "running", "expected", "overpaid", "paid"].indexOf(state);
const byAge = (a: EntitlementStanding, b: EntitlementStanding): number =>
  rank(a) - rank(b) || b.ageDays - a.ageDays || (a.id < b.id ? -1 : 1);

/**
 * The next day on which the payer is reminded: the day after the last one, then in equal steps.
 * @param after the day, ISO, after which it is looked for; absent: the first one
 */
export function nextReminderOn(dueOn: string, everyDays: number, after?: string): string {
  const first = toDate(dueOn).add({ days: 1 });
  if (after === undefined || after < first.toString()) return first.toString();
  const steps = Math.floor(first.until(toDate(after)).days / everyDays) + 1;
  return first.add({ days: steps * everyDays }).toString();
}
