import type { Context, Decision } from "../../../../shared/decider/index.ts";
import type { Booking, Queue, QueueEvent, TicketStatus } from "./queue.ts";

/** Appointments that nobody checked in lapse; at the end of the day what waits is closed, on record. */
export function passTime({ tickets, bookings, closed, closesAt }: Queue, { now }: Context): Decision<QueueEvent> {
  const lapsed = bookings.filter(({ status, lapsesAt }) => status === "booked" && lapsesAt < now);
  const over = !closed && closesAt <= now;
  const numbers = (...of: TicketStatus[]) =>
    tickets.filter(({ status }) => of.includes(status)).map(({ number }) => number);
  return [
    ...lapsed.map(({ code }): QueueEvent => ({ type: "permits.queue.booking-lapsed", data: { code } })),
    ...(over
      ? [
          {
            type: "permits.queue.closed" as const,
            data: { unserved: numbers("waiting", "called"), unfinished: numbers("serving") },
          },
        ]
      : []),
  ];
}

/** The instant just after an appointment may last be checked in. */
const lapseOf = ({ lapsesAt }: Booking) => `${lapsesAt.slice(0, -4)}001Z`;

export function nextDeadline({ bookings, closed, closesAt }: Queue): string | undefined {
  const lapses = bookings.filter(({ status }) => status === "booked").map(lapseOf);
  return [...lapses, ...(closed ? [] : [closesAt])].toSorted()[0];
}
