import type * as z from "zod";
import type * as published from "../../../../shared/contracts/permits-hall.ts";
import type { priorities } from "../../../../shared/town/hall.ts";

export type Priority = (typeof priorities)[number];
export type TicketStatus =
  | "waiting"
  | "called"
  | "serving"
  | "served"
  | "no-show"
  | "transferred"
  | "left"
  | "unserved"
  | "unfinished";

/** A ticket (号票). Instants are ISO UTC. */
export interface Ticket {
  /** Letter and number, e.g. `A007`; a transferred ticket keeps the one on its paper. */
  readonly number: string;
  readonly status: TicketStatus;
  readonly takenAt: string;
  /** Its place among its like: when it was taken, the slot of an appointment. */
  readonly place: string;
  /** Called before others: a priority by the profile, or an appointment. */
  readonly preferred: boolean;
  /** An appointment is not called before its slot while others wait. */
  readonly notBefore?: string;
  /** The resident who took it himself. */
  readonly owner?: string;
  readonly priority?: Priority;
  readonly application?: string;
  readonly calls: number;
  readonly calledAt?: string;
  readonly servingAt?: string;
  readonly endedAt?: string;
  /** Where it is or was last called, and by whom. */
  readonly window?: string;
  readonly clerk?: string;
  readonly returns: number;
  /** The transfers that brought it here: one delivered twice brings nothing twice. */
  readonly arrivals: readonly string[];
}

/** An appointment (预约). */
export interface Booking {
  readonly code: string;
  /** `HH:MM`, one of the day's slots. */
  readonly slot: string;
  readonly at: string;
  /** Who has not checked in by then has lost it. */
  readonly lapsesAt: string;
  readonly status: "booked" | "checked-in" | "cancelled" | "lapsed";
  readonly owner?: string;
  readonly contact?: Contact;
}
export interface Contact {
  readonly name: string;
  readonly phone: string;
}

export interface OpenWindow {
  readonly status: "open" | "paused";
  readonly clerk: string;
}

/** The queue of a window group on one day: every ticket, appointment and window of it, so that a call has one winner. */
export interface Queue {
  readonly group: string;
  readonly date: string;
  readonly letter: string;
  readonly closesAt: string;
  readonly closed: boolean;
  /** The last number given here; numbers have no gaps. */
  readonly last: number;
  /** The ticket or appointment the last event was about. */
  readonly latest?: string;
  readonly preferredInRow: number;
  readonly tickets: readonly Ticket[];
  readonly bookings: readonly Booking[];
  readonly windows: Readonly<Record<string, OpenWindow>>;
}

export interface QueueName {
  readonly group: string;
  /** ISO date. */
  readonly date: string;
}

/** What is known of the application a ticket is to be for. */
export interface ForCase {
  readonly id: string;
  readonly known: boolean;
  readonly owner?: string;
}

export type TicketVerb = "recall" | "no-show" | "serve" | "return" | "leave";
export type WindowVerb = "open-window" | "pause-window" | "resume-window" | "close-window";

export interface Take {
  readonly type: "take";
  readonly queue: QueueName;
  readonly priority?: Priority;
  readonly application?: ForCase;
}
export interface Book {
  readonly type: "book";
  readonly queue: QueueName;
  readonly slot: string;
  readonly contact?: Contact;
}
/** A ticket that another queue has given up. */
export interface Arrive {
  readonly type: "arrive";
  readonly queue: QueueName;
  readonly via: string;
  readonly ticket: Pick<
    Ticket,
    "number" | "takenAt" | "place" | "preferred" | "notBefore" | "owner" | "priority" | "application"
  >;
}
export interface Finish {
  readonly type: "finish";
  readonly number: string;
  readonly application?: ForCase;
}
export interface Transfer {
  readonly type: "transfer";
  readonly number: string;
  readonly to: string;
}
export interface WindowCommand {
  readonly type: WindowVerb;
  readonly queue: QueueName;
  readonly window: string;
}
export type QueueCommand =
  | Take
  | Book
  | Arrive
  | WindowCommand
  | Finish
  | Transfer
  | { readonly type: TicketVerb; readonly number: string }
  | { readonly type: "call"; readonly window: string }
  | { readonly type: "cancel-booking" | "check-in"; readonly code: string }
  | { readonly type: "pass-time" };

type Of<T extends string, D extends object> = { readonly type: `permits.queue.${T}`; readonly data: D };
type Numbered<T extends string, D extends object = Record<never, never>> = Of<T, { readonly number: string } & D>;
type With<P extends object> = { readonly personal: P };
type OfTicket = Pick<Ticket, "owner" | "priority">;
type Placed = Pick<Ticket, "place" | "preferred" | "notBefore" | "application">;

export type QueueEvent =
  | Of<"opened", Pick<Queue, "group" | "date" | "letter" | "closesAt">>
  | (Numbered<"ticket-taken", Placed & { readonly booking?: string }> & With<OfTicket>)
  | (Numbered<"ticket-arrived", Placed & { readonly takenAt: string; readonly via: string }> & With<OfTicket>)
  | Of<"window-opened" | "window-paused" | "window-resumed" | "window-closed", { readonly window: string }>
  | Numbered<"called", { readonly window: string }>
  | Numbered<"recalled" | "missed" | "serving" | "left">
  | Numbered<"returned", { readonly place: string }>
  | Numbered<"served", { readonly application?: string }>
  | { readonly type: "permits.queue.transferred"; readonly data: z.infer<typeof published.ticketTransferred> }
  | (Of<"booked", Pick<Booking, "code" | "slot" | "at" | "lapsesAt">> & With<Pick<Booking, "owner" | "contact">>)
  | Of<"booking-cancelled" | "booking-lapsed", { readonly code: string }>
  | Of<"closed", { readonly unserved: readonly string[]; readonly unfinished: readonly string[] }>;

/** The id of the queue of a group on a day. */
export const queueId = ({ group, date }: QueueName) => `${group}-${date}`;

/** The group and day an id is of; undefined where it cannot be one. */
export function queueNameOf(id: string): QueueName | undefined {
  const [, group, date] = /^([a-z][a-z0-9-]*)-(\d{4}-\d{2}-\d{2})$/.exec(id) ?? [];
  return group === undefined || date === undefined ? undefined : { group, date };
}

export const ticketOf = ({ tickets }: Queue, number: string) => tickets.find((ticket) => ticket.number === number);
export const isAt = (window: string) => (ticket: Ticket) =>
  ticket.window === window && (ticket.status === "called" || ticket.status === "serving");
