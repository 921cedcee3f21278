import type { Recorded } from "../../../../shared/decider/index.ts";
import type { Booking, OpenWindow, Queue, QueueEvent, Ticket } from "./queue.ts";

type Event = Recorded<QueueEvent>;

/** What an event makes of a queue. */
export function evolve(state: Queue | undefined, event: Event): Queue {
  if (event.type === "permits.queue.opened")
    return { ...event.data, closed: false, last: 0, preferredInRow: 0, tickets: [], bookings: [], windows: {} };
  if (state === undefined) throw new TypeError("a queue begins by being opened");
  switch (event.type) {
    case "permits.queue.ticket-taken":
      return taken(state, event);
    case "permits.queue.ticket-arrived": {
      const { via, ...rest } = event.data;
      const before = state.tickets.find(({ number }) => number === rest.number);
      const ticket: Ticket = { ...waiting, ...rest, ...event.personal, arrivals: [...(before?.arrivals ?? []), via] };
      return { ...state, latest: rest.number, tickets: [...state.tickets.filter((one) => one !== before), ticket] };
    }
    case "permits.queue.booked": {
      const booking: Booking = { ...event.data, ...event.personal, status: "booked" };
      return { ...state, latest: booking.code, bookings: [...state.bookings, booking] };
    }
    case "permits.queue.booking-cancelled":
      return booked(state, event.data.code, "cancelled");
    case "permits.queue.booking-lapsed":
      return booked(state, event.data.code, "lapsed");
    case "permits.queue.window-opened":
    case "permits.queue.window-paused":
    case "permits.queue.window-resumed":
    case "permits.queue.window-closed":
      return { ...state, windows: windowsAfter(state.windows, event.type, event.data.window, event.actor) };
    case "permits.queue.closed": {
      const { unserved, unfinished } = event.data;
      const statusOf = (number: string) =>
        unserved.includes(number) ? "unserved" : unfinished.includes(number) ? "unfinished" : undefined;
      const tickets = state.tickets.map((ticket) => ended(ticket, statusOf(ticket.number), event.time));
      return { ...state, closed: true, windows: {}, tickets };
    }
    default:
      return moved(state, event);
  }
}

const waiting = { status: "waiting", calls: 0, returns: 0, arrivals: [] } as const;

function taken(state: Queue, { data, personal, time }: Extract<Event, { type: "permits.queue.ticket-taken" }>): Queue {
  const { booking, ...rest } = data;
  const after = booking === undefined ? state : booked(state, booking, "checked-in");
  const ticket: Ticket = { ...waiting, ...rest, ...personal, takenAt: time };
  return { ...after, last: state.last + 1, latest: ticket.number, tickets: [...state.tickets, ticket] };
}

const booked = (state: Queue, code: string, status: Booking["status"]): Queue => ({
  ...state,
  latest: code,
  bookings: state.bookings.map((booking) => (booking.code === code ? { ...booking, status } : booking)),
});

function windowsAfter(windows: Queue["windows"], type: Event["type"], window: string, actor: string): Queue["windows"] {
  const { [window]: before, ...others } = windows;
  if (type === "permits.queue.window-closed") return others;
  const now: OpenWindow = {
    status: type === "permits.queue.window-paused" ? "paused" : "open",
    clerk: type === "permits.queue.window-opened" ? actor : (before?.clerk ?? actor),
  };
  return { ...others, [window]: now };
}

const ended = (ticket: Ticket, status: Ticket["status"] | undefined, endedAt: string): Ticket =>
  status === undefined ? ticket : { ...ticket, status, endedAt };

type Moving = Exclude<
  Event,
  {
    type: `permits.queue.${"opened" | "ticket-taken" | "ticket-arrived" | "booked" | "booking-cancelled" | "booking-lapsed" | "window-opened" | "window-paused" | "window-resumed" | "window-closed" | "closed"}`;
  }
>;

function moved(state: Queue, event: Moving): Queue {
  const { number } = event.data;
  const tickets = state.tickets.map((ticket) => (ticket.number === number ? ticketAfter(ticket, event) : ticket));
  const preferred = state.tickets.find((ticket) => ticket.number === number)?.preferred === true;
  const preferredInRow =
    event.type === "permits.queue.called" ? (preferred ? state.preferredInRow + 1 : 0) : state.preferredInRow;
  return { ...state, latest: number, preferredInRow, tickets };
}

function ticketAfter(ticket: Ticket, event: Moving): Ticket {
  const { time, actor } = event;
  switch (event.type) {
    case "permits.queue.called":
      return { ...ticket, status: "called", window: event.data.window, clerk: actor, calls: 1, calledAt: time };
    case "permits.queue.recalled":
      return { ...ticket, calls: ticket.calls + 1 };
    case "permits.queue.serving":
      return { ...ticket, status: "serving", servingAt: time };
    case "permits.queue.served":
      return { ...ended(ticket, "served", time), ...event.data };
    case "permits.queue.missed":
      return ended(ticket, "no-show", time);
    case "permits.queue.left":
      return ended(ticket, "left", time);
    case "permits.queue.transferred":
      return ended(ticket, "transferred", time);
    case "permits.queue.returned":
      return returned(ticket, event.data.place);
  }
}

/** Waiting again, at no window; how long he waited the first time stays in the events. */
function returned({ calledAt: _called, endedAt: _ended, window: _window, ...rest }: Ticket, place: string): Ticket {
  return { ...rest, status: "waiting", calls: 0, place, returns: rest.returns + 1 };
}
