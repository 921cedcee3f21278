import { instantAt, minutesLater } from "../../../../shared/calendar/index.ts";
import type { Context, Decision } from "../../../../shared/decider/index.ts";
import { slotsOn } from "./hours.ts";
import { bookingMoves } from "./moves.ts";
import { groupOf } from "./opening.ts";
import type { Book, Booking, Queue, QueueEvent } from "./queue.ts";
import { badInput, checkMove, notNow } from "./refusals.ts";
import { isCounter, isResident, mayTake, numberAfter } from "./tickets.ts";

/** An appointment that holds its place in a slot. */
const stands = ({ status }: Booking) => status === "booked" || status === "checked-in";

export const takenIn = ({ bookings }: Pick<Queue, "bookings">, at: string) =>
  bookings.filter((booking) => booking.at === at && stands(booking)).length;

/** L8: a slot of a day ahead; one appointment for a person and day. */
export function book(queue: Queue, { slot, contact }: Book, context: Context): Decision<QueueEvent> {
  const { now, today, town, calendar, actor } = context;
  const { bookingDays, checkIn } = town.hall;
  const at = slotsOn(queue.date, town, calendar).find((one) => one === instantAt(queue.date, slot));
  if (at === undefined) return badInput("permits.no-such-slot", {}, "/slot");
  if (at <= now || queue.closed || queue.date > today.add({ days: bookingDays }).toString())
    return notNow("permits.slot-not-bookable", { days: bookingDays });
  const { slotCapacity: capacity = 0, ticketsPerDay: most = 0 } = groupOf(context, queue.group) ?? {};
  // Cancelled ones count too: the record holds them all.
  if (queue.bookings.length >= most) return notNow("permits.queue-full", { most });
  if (takenIn(queue, at) >= capacity) return notNow("permits.slot-full", { slot, capacity });
  const owner = isResident(context) ? actor.sub : undefined;
  if (owner === undefined && contact === undefined) return badInput("permits.contact-missing", {}, "/contact");
  const same = (booking: Booking) =>
    stands(booking) && (owner === undefined ? booking.contact?.phone === contact?.phone : booking.owner === owner);
  if (queue.bookings.some(same)) return notNow("permits.already-booked");
  const nth = queue.bookings.filter((booking) => booking.at === at).length + 1;
  return [
    {
      type: "permits.queue.booked",
      data: { code: `${slot.replace(":", "")}-${nth}`, slot, at, lapsesAt: minutesLater(at, checkIn.minutesAfter) },
      personal: { ...(owner === undefined ? {} : { owner }), ...(contact === undefined ? {} : { contact }) },
    },
  ];
}

/** What becomes of an appointment: cancelled by whose it is, or checked in, which makes it a ticket. */
export function onBooking(
  queue: Queue,
  { type, code }: { readonly type: "cancel-booking" | "check-in"; readonly code: string },
  context: Context,
): Decision<QueueEvent> {
  const booking = queue.bookings.find((one) => one.code === code);
  const atCounter = isCounter(context) || (type === "check-in" && context.actor.roles.includes("device"));
  // P-1: to others there is no such appointment.
  if (booking === undefined || (!atCounter && booking.owner !== context.actor.sub))
    return badInput("permits.no-such-booking", {}, "/code");
  const impossible = checkMove(bookingMoves, "permits.booking-not-in-this-state", booking.status, type);
  if (impossible !== undefined) return impossible;
  if (type === "cancel-booking") return [{ type: "permits.queue.booking-cancelled", data: { code } }];
  return checkIn(queue, booking, context);
}

function checkIn(queue: Queue, { code, at, lapsesAt, owner }: Booking, context: Context): Decision<QueueEvent> {
  const { now, town } = context;
  const from = minutesLater(at, -town.hall.checkIn.minutesBefore);
  if (now < from || now > lapsesAt) return notNow("permits.not-time-to-check-in", town.hall.checkIn);
  const refused = mayTake(queue, context);
  if (refused !== undefined) return refused;
  return [
    {
      type: "permits.queue.ticket-taken",
      data: { number: numberAfter(queue), place: now > at ? now : at, preferred: true, notBefore: at, booking: code },
      personal: owner === undefined ? {} : { owner },
    },
  ];
}
