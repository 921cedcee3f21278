import type { Events, Recorded } from "../../../../shared/decider/index.ts";
import type { Booking, OpenWindow, Queue, QueueEvent, Ticket } from "./queue.ts";
import type { QueueWords } from "./words.ts";

type Event = Recorded<QueueEvent>;
type Of<T extends QueueEvent["type"]> = Extract<Event, { type: T }>;
type OfTicket = Extract<Event, { readonly data: { readonly number: string } }>;

/** What each event makes of a queue. */
export const queueEvents: Events<QueueWords> = {
  begun: {
    "permits.queue.opened": ({ data }) => ({
      ...data,
      ...{ closed: false, last: 0, preferredInRow: 0, tickets: [], bookings: [], windows: {} },
    }),
  },
  effects: {
    "permits.queue.ticket-taken": taken,
    "permits.queue.ticket-arrived": arrived,
    "permits.queue.booked": (state, { data, personal }) => ({
      ...state,
      latest: data.code,
      bookings: [...state.bookings, { ...data, ...personal, status: "booked" }],
    }),
    "permits.queue.booking-cancelled": (state, { data: { code } }) => booked(state, code, "cancelled"),
    "permits.queue.booking-lapsed": (state, { data: { code } }) => booked(state, code, "lapsed"),
    "permits.queue.window-opened": (state, { data: { window }, actor }) =>
      withWindow(state, window, { status: "open", clerk: actor }),
    "permits.queue.window-paused": (state, { data: { window }, actor }) =>
      withWindow(state, window, { status: "paused", clerk: state.windows[window]?.clerk ?? actor }),
    "permits.queue.window-resumed": (state, { data: { window }, actor }) =>
      withWindow(state, window, { status: "open", clerk: state.windows[window]?.clerk ?? actor }),
    "permits.queue.window-closed": (state, { data: { window } }) => {
      const { [window]: _closed, ...windows } = state.windows;
      return { ...state, windows };
    },
    "permits.queue.called": (state, event) => {
      const { number, window } = event.data;
      const { time: calledAt, actor: clerk } = event;
      const preferred = state.tickets.find((ticket) => ticket.number === number)?.preferred === true;
      const after = moved(state, event, (ticket) => ({
        ...ticket,
        status: "called",
        window,
        clerk,
        calls: 1,
        calledAt,
      }));
      return { ...after, preferredInRow: preferred ? state.preferredInRow + 1 : 0 };
    },
    "permits.queue.recalled": (state, event) =>
      moved(state, event, (ticket) => ({ ...ticket, calls: ticket.calls + 1 })),
    "permits.queue.serving": (state, event) =>
      moved(state, event, (ticket) => ({ ...ticket, status: "serving", servingAt: event.time })),
    "permits.queue.served": (state, event) =>
      moved(state, event, (ticket) => ({ ...ended(ticket, "served", event.time), ...event.data })),
    "permits.queue.missed": (state, event) => moved(state, event, (ticket) => ended(ticket, "no-show", event.time)),
    "permits.queue.left": (state, event) => moved(state, event, (ticket) => ended(ticket, "left", event.time)),
    "permits.queue.transferred": (state, event) =>
      moved(state, event, (ticket) => ended(ticket, "transferred", event.time)),
    "permits.queue.returned": (state, event) => moved(state, event, (ticket) => returned(ticket, event.data.place)),
    "permits.queue.closed": closed,
  },
};

function closed(state: Queue, { data: { unserved, unfinished }, time }: Of<"permits.queue.closed">): Queue {
  const statusOf = (number: string) =>
    unserved.includes(number) ? "unserved" : unfinished.includes(number) ? "unfinished" : undefined;
  const tickets = state.tickets.map((ticket) => ended(ticket, statusOf(ticket.number), time));
  return { ...state, closed: true, windows: {}, tickets };
}

function arrived(state: Queue, { data, personal }: Of<"permits.queue.ticket-arrived">): Queue {
  const { via, ...rest } = data;
  const before = state.tickets.find(({ number }) => number === rest.number);
  const ticket: Ticket = { ...waiting, ...rest, ...personal, arrivals: [...(before?.arrivals ?? []), via] };
  return { ...state, latest: rest.number, tickets: [...state.tickets.filter((one) => one !== before), ticket] };
}

const withWindow = (state: Queue, window: string, now: OpenWindow): Queue => ({
  ...state,
  windows: { ...state.windows, [window]: now },
});

function moved(state: Queue, { data: { number } }: OfTicket, change: (ticket: Ticket) => Ticket): Queue {
  const tickets = state.tickets.map((ticket) => (ticket.number === number ? change(ticket) : ticket));
  return { ...state, latest: number, tickets };
}

const waiting = { status: "waiting", calls: 0, returns: 0, arrivals: [] } as const;

function taken(state: Queue, { data, personal, time }: Of<"permits.queue.ticket-taken">): Queue {
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

const ended = (ticket: Ticket, status: Ticket["status"] | undefined, endedAt: string): Ticket =>
  status === undefined ? ticket : { ...ticket, status, endedAt };

/** Waiting again, at no window; how long he waited the first time stays in the events. */
function returned({ calledAt: _called, endedAt: _ended, window: _window, ...rest }: Ticket, place: string): Ticket {
  return { ...rest, status: "waiting", calls: 0, place, returns: rest.returns + 1 };
}
