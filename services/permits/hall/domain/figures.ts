import { inShanghai } from "../../../../shared/calendar/index.ts";
import type { Queue, Ticket } from "./queue.ts";

/** Seconds: half of the cases took no longer than `p50`, nine of ten no longer than `p90`; absent: no case. */
export interface Spread {
  readonly cases: number;
  readonly p50?: number;
  readonly p90?: number;
}
export interface Figures {
  readonly taken: number;
  readonly called: number;
  readonly served: number;
  readonly noShows: number;
  readonly unserved: number;
  readonly transferred: number;
  /** From the ticket to the call. */
  readonly waiting: Spread;
  /** From the person's arrival at the window to the end. */
  readonly service: Spread;
}

/** L8: what a queue's own tickets tell of a day, by the hour (Asia/Shanghai) in which they were taken. */
export function figuresOf({ tickets }: Queue): {
  readonly day: Figures;
  readonly hours: Readonly<Record<string, Figures>>;
} {
  const hours = Map.groupBy(tickets, ({ takenAt }) => inShanghai(takenAt).slice(11, 13));
  return {
    day: figures(tickets),
    hours: Object.fromEntries(
      [...hours].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([hour, of]) => [hour, figures(of)]),
    ),
  };
}

function figures(tickets: readonly Ticket[]): Figures {
  const count = (...of: Ticket["status"][]) => tickets.filter(({ status }) => of.includes(status)).length;
  return {
    taken: tickets.length,
    called: tickets.filter(({ calledAt }) => calledAt !== undefined).length,
    served: count("served"),
    noShows: count("no-show"),
    unserved: count("unserved", "unfinished"),
    transferred: count("transferred"),
    waiting: spread(tickets.map(({ takenAt, calledAt }) => seconds(takenAt, calledAt))),
    service: spread(
      tickets.map(({ servingAt, status, endedAt }) => (status === "served" ? seconds(servingAt, endedAt) : undefined)),
    ),
  };
}

const seconds = (from: string | undefined, to: string | undefined) =>
  from === undefined || to === undefined ? undefined : Math.round((Date.parse(to) - Date.parse(from)) / 1000);

/** Nearest rank, so that every figure is one that somebody really waited. */
function spread(values: readonly (number | undefined)[]): Spread {
  const known = values.filter((value) => value !== undefined).toSorted((a, b) => a - b);
  const rank = (share: number) => known[Math.max(0, Math.ceil(share * known.length) - 1)];
  const [p50, p90] = [rank(0.5), rank(0.9)];
  return { cases: known.length, ...(p50 === undefined ? {} : { p50 }), ...(p90 === undefined ? {} : { p90 }) };
}
