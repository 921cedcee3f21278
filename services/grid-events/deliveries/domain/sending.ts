import { instantBeside, minutesLater } from "../../../../shared/calendar/index.ts";
import { type Actor, type Context, type Decision, present } from "../../../../shared/decider/index.ts";
import type { Delivery, DeliveryCommandOf, DeliveryEvent } from "./delivery.ts";
import { notYou } from "./refusals.ts";

type Decided = Decision<DeliveryEvent>;
const told = ({ event, number, unit, what }: Delivery) => ({ event, number, unit, what });

const unitIn = (unit: string, { town }: Pick<Context, "town">) => town.gridEvents.units.find(({ id }) => id === unit);

/** One attempt. A unit that the profile no longer knows is told nothing: that is a failure, and shown as one. */
function attempted(
  { event, number, category, grid, unit, what, because, step }: Omit<DeliveryCommandOf<"send">, "type">,
  sendNumber: number,
  context: Context,
): DeliveryEvent[] {
  const receiveBy = minutesLater(context.now, context.town.gridEvents.delivery.receiveMinutes);
  const said = { event, number, category, unit, what, because, step, ...present({ grid }) };
  return [
    sendNumber === 1
      ? { type: "grid-events.unit-notice.sent", data: { ...said, sendNumber, receiveBy } }
      : { type: "grid-events.unit-notice.sent-again", data: { ...said, sendNumber, receiveBy } },
    ...(unitIn(unit, context) === undefined
      ? [
          {
            type: "grid-events.unit-notice.failed" as const,
            data: { event, number, unit, what, sendNumber, reason: "not-a-unit" as const },
          },
        ]
      : []),
  ];
}

/** G2: the unit is told that it is to act, or that it no longer does. */
export const send = ({ type: _type, ...sent }: DeliveryCommandOf<"send">, context: Context): Decided =>
  attempted(sent, 1, context);

/** The dispatcher sends it again: another message, which says how often it was tried. */
export function sendAgain(state: Delivery, context: Context): Decided {
  return context.actor.roles.includes("dispatcher")
    ? attempted(state, state.attempts + 1, context)
    : notYou("grid-events.not-the-receiver", { unit: state.unit });
}

/** A person of the unit; the dispatcher for a unit that has no login here. */
function isReceiver({ unit }: Delivery, { roles, office }: Actor, context: Context): boolean {
  const kind = unitIn(unit, context)?.kind;
  const outside = kind === "county" || kind === "company";
  return outside ? roles.includes("dispatcher") : office === unit;
}

export function receive(state: Delivery, context: Context): Decided {
  return isReceiver(state, context.actor, context)
    ? noteReceived(state)
    : notYou("grid-events.not-the-receiver", { unit: state.unit });
}
export const noteReceived = (state: Delivery): DeliveryEvent[] => [
  { type: "grid-events.unit-notice.received", data: { ...told(state), sendNumber: state.attempts } },
];

/** The receiver, or the dispatcher who tried, says that it did not arrive. */
export function fail(state: Delivery, { reason }: DeliveryCommandOf<"report-failure">, context: Context): Decided {
  const may = isReceiver(state, context.actor, context) || context.actor.roles.includes("dispatcher");
  if (!may) return notYou("grid-events.not-the-receiver", { unit: state.unit });
  return [{ type: "grid-events.unit-notice.failed", data: { ...told(state), sendNumber: state.attempts, reason } }];
}

export const supersede = (state: Delivery): DeliveryEvent[] => [
  { type: "grid-events.unit-notice.superseded", data: told(state) },
];

export const nextDeliveryDeadline = ({ status, receiveBy }: Delivery): string | undefined =>
  status === "sent" ? instantBeside(receiveBy) : undefined;

/** Nobody said in time that it arrived: it is stuck. In time up to the last instant. */
export const passTime = (state: Delivery, { now }: Context): Decided =>
  now <= state.receiveBy
    ? []
    : [
        {
          type: "grid-events.unit-notice.stuck",
          data: { ...told(state), sendNumber: state.attempts, reason: "not-received" },
        },
      ];
