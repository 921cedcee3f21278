import { deciderOf } from "../../../../shared/decider/index.ts";
import type { Delivery, DeliveryCommand, DeliveryEvent } from "./delivery.ts";
import { deliveryMoves } from "./moves.ts";
import type { DeliveryRefusal } from "./refusals.ts";
import { fail, nextDeliveryDeadline, noteReceived, passTime, receive, send, sendAgain, supersede } from "./sending.ts";

interface DeliveryWords {
  readonly state: Delivery;
  readonly command: DeliveryCommand;
  readonly event: DeliveryEvent;
  readonly moves: typeof deliveryMoves;
  readonly begins: "send";
  readonly begun: "grid-events.unit-notice.sent";
  readonly refusal: DeliveryRefusal;
}

export const deliveriesOfEvent = (event: string): string => `delivery:${event}`;
export const deliveriesOfUnit = (unit: string): string => `delivery:${unit}`;
/** Where sends stand that were tried more than once. */
export const repeatedPartition = "delivery:repeated";

/** G2: one send to one unit, from the first attempt until the unit has it. */
export const delivery = deciderOf<DeliveryWords>({
  aggregate: "unit-notice",
  shape: 1,
  moves: deliveryMoves,
  impossible: "grid-events.delivery-not-in-this-state",
  byItself: ["pass-time", "note-received", "supersede"],
  begin: { send },
  steps: {
    "report-failure": fail,
    receive: (state, _command, context) => receive(state, context),
    "note-received": (state) => noteReceived(state),
    "send-again": (state, _command, context) => sendAgain(state, context),
    supersede: (state) => supersede(state),
    "pass-time": (state, _command, context) => passTime(state, context),
  },
  begun: {
    "grid-events.unit-notice.sent": ({ data: { sendNumber, ...data }, time }) => ({
      ...{ ...data, status: "sent", attempts: sendNumber, sentAt: time },
    }),
  },
  effects: {
    "grid-events.unit-notice.sent-again": (
      { reason: _reason, ...state },
      { data: { sendNumber, receiveBy }, time },
    ) => ({
      ...{ ...state, status: "sent", attempts: sendNumber, sentAt: time, receiveBy },
    }),
    "grid-events.unit-notice.received": (state, { time }) => ({ ...state, status: "received", receivedAt: time }),
    "grid-events.unit-notice.failed": (state, { data: { reason } }) => ({ ...state, status: "undelivered", reason }),
    "grid-events.unit-notice.stuck": (state, { data: { reason } }) => ({ ...state, status: "stuck", reason }),
    "grid-events.unit-notice.superseded": (state) => ({ ...state, status: "void" }),
  },
  listed: ({ status, sentAt, event, unit, attempts }, id) => {
    const sort = `${sentAt}#${id}`;
    return {
      byStatus: { partition: `delivery:${status}`, sort },
      byCode: { partition: deliveriesOfEvent(event), sort },
      byDoer: { partition: deliveriesOfUnit(unit), sort },
      ...(attempts > 1 ? { byLevel: { partition: repeatedPartition, sort } } : {}),
    };
  },
  nextDeadline: nextDeliveryDeadline,
  onDeadline: () => ({ type: "pass-time" }),
});
