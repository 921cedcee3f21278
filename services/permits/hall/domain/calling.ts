import { minutesBetween } from "../../../../shared/calendar/index.ts";
import type { Context, Decision, Rejection } from "../../../../shared/decider/index.ts";
import { ticketMoves, windowMoves } from "./moves.ts";
import { groupOf } from "./opening.ts";
import { nextOf } from "./order.ts";
import {
  type Finish,
  isAt,
  type Queue,
  type QueueCommand,
  type QueueEvent,
  type Ticket,
  type Transfer,
  ticketOf,
} from "./queue.ts";
import { badInput, checkMove, notNow, notYou } from "./refusals.ts";
import { leave, mayLink } from "./tickets.ts";

/** L8: the next ticket, to a window that is open, free, and held by who calls. */
export function call(queue: Queue, window: string, context: Context): Decision<QueueEvent> {
  const { now, town } = context;
  const open = queue.windows[window];
  const refused =
    checkMove(windowMoves, "permits.window-not-in-this-state", open?.status ?? "closed", "call") ??
    mustHold(queue, window, context) ??
    mustBeFree(queue, window);
  if (refused !== undefined) return refused;
  const next = nextOf(queue, now, town.hall.preferredInRow);
  if (next === undefined) return notNow("permits.nobody-waiting");
  return [{ type: "permits.queue.called", data: { number: next.number, window } }];
}

/** A window is worked by the clerk who opened it. */
export function mustHold({ windows }: Queue, window: string, { actor }: Context): Rejection | undefined {
  return windows[window]?.clerk === actor.sub ? undefined : notYou("permits.window-of-another", { window });
}

export function mustBeFree({ tickets }: Queue, window: string): Rejection | undefined {
  const there = tickets.find(isAt(window));
  return there === undefined ? undefined : notNow("permits.window-busy", { window, number: there.number });
}

type OnTicket = Extract<QueueCommand, { readonly number: string }>;

/** A step of one ticket; those at a window are its clerk's. */
export function onTicket(queue: Queue, command: OnTicket, context: Context): Decision<QueueEvent> {
  const ticket = ticketOf(queue, command.number);
  if (ticket === undefined) return badInput("permits.no-such-ticket", {}, "/number");
  const impossible = checkMove(ticketMoves, "permits.ticket-not-in-this-state", ticket.status, command.type);
  if (impossible !== undefined) return impossible;
  const { number } = ticket;
  if (command.type === "leave") return leave(ticket, context);
  if (command.type === "return") return comeBack(ticket, context);
  const refused = ticket.window === undefined ? undefined : mustHold(queue, ticket.window, context);
  if (refused !== undefined && ticket.status !== "waiting") return refused;
  switch (command.type) {
    case "recall":
      return [{ type: "permits.queue.recalled", data: { number } }];
    case "serve":
      return [{ type: "permits.queue.serving", data: { number } }];
    case "no-show":
      return miss(ticket, context);
    case "finish":
      return finish(ticket, command, context);
    case "transfer":
      return transfer(queue, ticket, command, context);
  }
}

/** L8: absent only after as many calls and minutes as the profile says. */
function miss({ number, calls, calledAt }: Ticket, { now, town }: Context): Decision<QueueEvent> {
  const { noShow } = town.hall;
  const minutes = minutesBetween(calledAt ?? now, now);
  if (calls < noShow.calls || minutes < noShow.minutes)
    return notNow("permits.not-absent-yet", {
      calls,
      minutes,
      neededCalls: noShow.calls,
      neededMinutes: noShow.minutes,
    });
  return [{ type: "permits.queue.missed", data: { number } }];
}

/** 过号: back to the end of his queue, as often as the profile allows. */
function comeBack({ number, returns }: Ticket, { now, town }: Context): Decision<QueueEvent> {
  if (returns >= town.hall.returns) return notNow("permits.no-more-returns", { most: town.hall.returns });
  return [{ type: "permits.queue.returned", data: { number, place: now } }];
}

function finish({ number }: Ticket, { application }: Finish, context: Context): Decision<QueueEvent> {
  const refused = mayLink(application, context);
  if (refused !== undefined) return refused;
  return [
    {
      type: "permits.queue.served",
      data: { number, ...(application === undefined ? {} : { application: application.id }) },
    },
  ];
}

/** L8: to another group, with its number; its place there is the profile's rule. */
function transfer({ group, date }: Queue, ticket: Ticket, { to }: Transfer, context: Context): Decision<QueueEvent> {
  if (to === group || groupOf(context, to) === undefined) return badInput("permits.no-such-group", {}, "/to");
  const { number, takenAt, place, preferred, notBefore } = ticket;
  const data = {
    group,
    to,
    date,
    number,
    takenAt,
    place,
    preferred,
    ...(notBefore === undefined ? {} : { notBefore }),
  };
  return [{ type: "permits.queue.transferred", data }];
}
