import * as z from "zod";
import { maskName, maskPhone } from "../../../../shared/identity-codes/index.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import { priorities } from "../../../../shared/town/hall.ts";
import { type Booking, type Queue, type Ticket, ticketOf } from "../domain/queue.ts";

const instant = z.iso.datetime();

export const ticketView = z.object({
  number: z.string(),
  status: z.enum([
    "waiting",
    "called",
    "serving",
    "served",
    "no-show",
    "transferred",
    "left",
    "unserved",
    "unfinished",
  ]),
  takenAt: instant,
  preferred: z.boolean(),
  notBefore: instant.optional(),
  priority: z.enum(priorities).optional(),
  application: z.string().optional(),
  calls: z.int(),
  calledAt: instant.optional(),
  servingAt: instant.optional(),
  endedAt: instant.optional(),
  window: z.string().optional(),
  returns: z.int(),
});

export const bookingView = z.object({
  code: z.string(),
  slot: z.string(),
  lapsesAt: instant,
  status: z.enum(["booked", "checked-in", "cancelled", "lapsed"]),
  contact: z.object({ name: z.string(), phone: z.string() }).optional(),
});

const head = { id: z.string(), version: z.int(), group: z.string(), date: z.iso.date() };
const windows = z.record(z.string(), z.enum(["open", "paused"]));

export const queueView = z.object({
  ...head,
  closed: z.boolean(),
  last: z.int(),
  windows,
  tickets: z.array(ticketView),
  bookings: z.array(bookingView),
});
/** After a command: the ticket or appointment it was about. */
export const stepView = z.object({ ...head, ticket: ticketView.optional(), booking: bookingView.optional() });
export const windowsView = z.object({ ...head, windows });

/** Whose it is stays unsaid; so do the transfers that brought it. */
export function viewTicket({ owner: _owner, clerk: _clerk, arrivals: _arrivals, place: _place, ...ticket }: Ticket) {
  return ticket;
}

export function viewBooking({ owner: _owner, at: _at, contact, ...booking }: Booking) {
  if (contact === undefined) return booking;
  return { ...booking, contact: { name: maskName(contact.name), phone: maskPhone(contact.phone) } };
}

const headOf = ({ id, version, state: { group, date } }: Loaded<Queue>) => ({ id, version, group, date });
const statuses = ({ windows: open }: Queue) =>
  Object.fromEntries(Object.entries(open).map(([id, { status }]) => [id, status]));

export function viewQueue(loaded: Loaded<Queue>) {
  const { closed, last, tickets, bookings } = loaded.state;
  return {
    ...headOf(loaded),
    closed,
    last,
    windows: statuses(loaded.state),
    tickets: tickets.map(viewTicket),
    bookings: bookings.map(viewBooking),
  };
}

export function viewStep(loaded: Loaded<Queue>) {
  const { latest = "", bookings } = loaded.state;
  const ticket = ticketOf(loaded.state, latest);
  const booking = bookings.find(({ code }) => code === latest);
  return {
    ...headOf(loaded),
    ...(ticket === undefined ? {} : { ticket: viewTicket(ticket) }),
    ...(booking === undefined ? {} : { booking: viewBooking(booking) }),
  };
}

export const viewWindows = (loaded: Loaded<Queue>) => ({
  ...headOf(loaded),
  windows: statuses(loaded.state),
});
