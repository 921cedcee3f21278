import { type Context, type Decision, isRejection } from "../../../../shared/decider/index.ts";
import { dayOf } from "./hours.ts";
import type { Queue, QueueEvent, QueueName } from "./queue.ts";
import { notNow } from "./refusals.ts";

export const groupOf = ({ town }: Context, id: string) => town.hall.groups.find((group) => group.id === id);

/** A queue with nothing in it yet, of a day on which the hall is open; undefined: no such group. */
export function freshQueue(name: QueueName, context: Context): Queue | ReturnType<typeof notNow> | undefined {
  const group = groupOf(context, name.group);
  if (group === undefined) return undefined;
  const day = dayOf(name.date, context.town, context.calendar);
  if (day === undefined) return notNow("permits.hall-not-open", { on: name.date });
  return {
    ...name,
    letter: group.letter,
    closesAt: day.closesAt,
    closed: false,
    last: 0,
    preferredInRow: 0,
    tickets: [],
    bookings: [],
    windows: {},
  };
}

/** Carries out the first command of a queue: what it decides comes after the opening. */
export function opening(
  name: QueueName,
  context: Context,
  then: (queue: Queue) => Decision<QueueEvent>,
): Decision<QueueEvent> {
  const fresh = freshQueue(name, context);
  if (fresh === undefined) return [];
  if ("rejected" in fresh) return fresh;
  const { group, date, letter, closesAt } = fresh;
  const decision = then(fresh);
  if (isRejection(decision) || decision.length === 0) return decision;
  return [{ type: "permits.queue.opened", data: { group, date, letter, closesAt } }, ...decision];
}
