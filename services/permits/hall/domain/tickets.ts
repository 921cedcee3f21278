import type { Context, Decision, Rejection } from "../../../../shared/decider/index.ts";
import { dayOf } from "./hours.ts";
import { groupOf } from "./opening.ts";
import type { Arrive, ForCase, Queue, QueueEvent, Take, Ticket } from "./queue.ts";
import { badInput, notNow, notYou } from "./refusals.ts";

const held = new Set<Ticket["status"]>(["waiting", "called", "serving"]);
export const isCounter = ({ actor }: Context) => actor.roles.includes("clerk") || actor.roles.includes("issuer");
export const isResident = (context: Context) => context.actor.roles.includes("resident") && !isCounter(context);

/** The next number of this queue: a letter and at least three digits, gapless within group and day. */
export const numberAfter = ({ letter, last }: Queue) => `${letter}${String(last + 1).padStart(3, "0")}`;

/** Whether a ticket may be given now, and to this person. */
export function mayTake(queue: Queue, context: Context): Rejection | undefined {
  const { now, today, town, calendar, actor } = context;
  const day = dayOf(queue.date, town, calendar);
  if (queue.date !== today.toString() || day === undefined || now < day.from || now > day.to || queue.closed)
    return notNow("permits.hall-not-open", { on: queue.date });
  const most = groupOf(context, queue.group)?.ticketsPerDay ?? 0;
  if (queue.tickets.length >= most) return notNow("permits.queue-full", { most });
  const own = queue.tickets.find(({ owner, status }) => owner === actor.sub && held.has(status));
  return isResident(context) && own !== undefined
    ? notNow("permits.ticket-already-held", { number: own.number })
    : undefined;
}

/** L8: a ticket at the kiosk, from a clerk, or by the resident himself. */
export function take(queue: Queue, { priority, application }: Take, context: Context): Decision<QueueEvent> {
  const { now, town, actor } = context;
  const refused = mayTake(queue, context) ?? mayLink(application, context);
  if (refused !== undefined) return refused;
  if (priority !== undefined && !town.hall.priorities.includes(priority))
    return badInput("permits.priority-not-given", { priorities: town.hall.priorities }, "/priority");
  return [
    {
      type: "permits.queue.ticket-taken",
      data: {
        number: numberAfter(queue),
        place: now,
        preferred: priority !== undefined,
        ...(application === undefined ? {} : { application: application.id }),
      },
      personal: {
        ...(isResident(context) ? { owner: actor.sub } : {}),
        ...(priority === undefined ? {} : { priority }),
      },
    },
  ];
}

/** A ticket may be for a case that is there; a resident's only for his own, a kiosk's for none. */
export function mayLink(application: ForCase | undefined, context: Context): Rejection | undefined {
  if (application === undefined) return undefined;
  const visible = isCounter(context) || application.owner === context.actor.sub;
  return application.known && visible ? undefined : badInput("permits.no-such-application", {}, "/application");
}

/** A ticket that another group gave up. After the day's end it is closed with the rest, never lost. */
export function arrive(queue: Queue, { via, ticket }: Arrive, { town, now }: Context): Decision<QueueEvent> {
  const { owner, priority, number, takenAt, preferred, notBefore, application } = ticket;
  const known = queue.tickets.find((one) => one.number === number);
  if (known?.arrivals.includes(via) === true || (known !== undefined && known.status !== "transferred")) return [];
  const arrived: QueueEvent = {
    type: "permits.queue.ticket-arrived",
    data: {
      number,
      takenAt,
      via,
      preferred,
      place: town.hall.transferKeepsPlace ? ticket.place : now,
      ...(notBefore === undefined ? {} : { notBefore }),
      ...(application === undefined ? {} : { application }),
    },
    personal: { ...(owner === undefined ? {} : { owner }), ...(priority === undefined ? {} : { priority }) },
  };
  if (!queue.closed) return [arrived];
  return [arrived, { type: "permits.queue.closed", data: { unserved: [number], unfinished: [] } }];
}

/** Who does not want to wait any longer gives his own ticket back; a clerk any. */
export function leave({ number, owner }: Ticket, context: Context): Decision<QueueEvent> {
  if (!isCounter(context) && owner !== context.actor.sub) return notYou("permits.not-your-ticket");
  return [{ type: "permits.queue.left", data: { number } }];
}
