import { type Context, type Decision, deciderOf } from "../../../../shared/decider/index.ts";
import { book, onBooking } from "./bookings.ts";
import { call, onTicket } from "./calling.ts";
import { nextDeadline, passTime } from "./closing.ts";
import { queueEvents } from "./evolve.ts";
import { opening } from "./opening.ts";
import type { Queue, QueueEvent, QueueName } from "./queue.ts";
import { notNow } from "./refusals.ts";
import { arrive, take } from "./tickets.ts";
import { onWindow } from "./windows.ts";
import type { QueueWords } from "./words.ts";

type Rule<C> = (queue: Queue, command: C, context: Context) => Decision<QueueEvent>;

/** Nothing is done in a hall that has closed for the day. */
const whileOpen =
  <C>(rule: Rule<C>): Rule<C> =>
  (queue, command, context) =>
    context.now >= queue.closesAt ? notNow("permits.hall-not-open", { on: queue.date }) : rule(queue, command, context);

/** The first step of a day opens its queue. */
const opens =
  <C extends { readonly queue: QueueName }>(rule: Rule<C>) =>
  (command: C, context: Context) =>
    opening(command.queue, context, (fresh) => rule(fresh, command, context));

const onOpenTicket = whileOpen(onTicket);
const onOpenBooking = whileOpen(onBooking);
const onOpenWindow = whileOpen(onWindow);
const first = {
  take: whileOpen(take),
  book: whileOpen(book),
  arrive,
  "open-window": onOpenWindow,
  "pause-window": onOpenWindow,
  "resume-window": onOpenWindow,
  "close-window": onOpenWindow,
};

/** The queue of a window group and day (L8). One record, so that of two windows that call at once one wins. */
export const queue = deciderOf<QueueWords>({
  aggregate: "queue",
  shape: 1,
  ended: ({ closed }) => closed,
  retainedAs: "visit",
  erasedTo: { priority: undefined },
  crowded: true,
  begin: {
    take: opens(first.take),
    book: opens(first.book),
    arrive: opens(first.arrive),
    "open-window": opens(first["open-window"]),
    "pause-window": opens(first["pause-window"]),
    "resume-window": opens(first["resume-window"]),
    "close-window": opens(first["close-window"]),
  },
  always: {
    ...first,
    call: whileOpen((state, { window }, context) => call(state, window, context)),
    "cancel-booking": onOpenBooking,
    "check-in": onOpenBooking,
    recall: onOpenTicket,
    "no-show": onOpenTicket,
    serve: onOpenTicket,
    return: onOpenTicket,
    leave: onOpenTicket,
    finish: onOpenTicket,
    transfer: onOpenTicket,
    "pass-time": (state, _command, context) => passTime(state, context),
  },
  ...queueEvents,
  nextDeadline,
  onDeadline: () => ({ type: "pass-time" }),
});
