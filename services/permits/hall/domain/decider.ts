import type { Context, Decider, Decision } from "../../../../shared/decider/index.ts";
import { book, onBooking } from "./bookings.ts";
import { call, onTicket } from "./calling.ts";
import { nextDeadline, passTime } from "./closing.ts";
import { evolve } from "./evolve.ts";
import { opening } from "./opening.ts";
import type { Queue, QueueCommand, QueueEvent } from "./queue.ts";
import { notNow } from "./refusals.ts";
import { arrive, take } from "./tickets.ts";
import { onWindow } from "./windows.ts";

/** The queue of a window group and day (L8). One record, so that of two windows that call at once one wins. */
export const queue: Decider<Queue, QueueCommand, QueueEvent> = {
  aggregate: "queue",
  shape: 1,
  crowded: true,
  decide(state, command, context) {
    if (state !== undefined) return carryOut(state, command, context);
    if (!("queue" in command)) return [];
    return opening(command.queue, context, (fresh) => carryOut(fresh, command, context));
  },
  evolve,
  nextDeadline,
  onDeadline: () => ({ type: "pass-time" }),
};

function carryOut(state: Queue, command: QueueCommand, context: Context): Decision<QueueEvent> {
  if (command.type === "pass-time") return passTime(state, context);
  if (command.type === "arrive") return arrive(state, command, context);
  if (context.now >= state.closesAt) return notNow("permits.hall-not-open", { on: state.date });
  switch (command.type) {
    case "take":
      return take(state, command, context);
    case "book":
      return book(state, command, context);
    case "cancel-booking":
    case "check-in":
      return onBooking(state, command, context);
    case "call":
      return call(state, command.window, context);
    case "open-window":
    case "pause-window":
    case "resume-window":
    case "close-window":
      return onWindow(state, command, context);
    default:
      return onTicket(state, command, context);
  }
}
