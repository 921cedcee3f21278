import { recalculate, startOfDay, toDate } from "../../../../shared/calendar/index.ts";
import { type Context, type Decision, deciderOf, present } from "../../../../shared/decider/index.ts";
import type { Attempt, Delivery, Published, Served, UnderWay } from "./delivery.ts";
import type { DeliveryCommand, DeliveryEvent } from "./messages.ts";
import { deliveryMoves } from "./moves.ts";
import type { PaperRefusal } from "./refusals.ts";
import {
  abandon,
  askCopy,
  deliverByMail,
  deliverElectronically,
  entrust,
  giveCopy,
  handOver,
  leave,
  noteFailure,
  publishNotice,
  send,
} from "./serving.ts";

interface DeliveryWords {
  readonly state: Delivery;
  readonly command: DeliveryCommand;
  readonly event: DeliveryEvent;
  readonly moves: typeof deliveryMoves;
  readonly begins: "send";
  readonly begun: "enforcement.delivery.begun";
  readonly refusal: PaperRefusal;
}

/** A paper on its way to a party (CF-61, CF-61a). A paper that was not served has no effect. */
export const delivery = deciderOf<DeliveryWords>({
  aggregate: "delivery",
  shape: 1,
  ended: ({ status }) => status === "served" || status === "abandoned",
  moves: deliveryMoves,
  impossible: "enforcement.delivery-not-in-this-state",
  byItself: ["pass-time"],
  begin: { send },
  // Sent twice it is the same delivery.
  always: { send: () => [] },
  steps: {
    "deliver-by-hand": handOver,
    leave,
    "deliver-electronically": deliverElectronically,
    "deliver-by-mail": deliverByMail,
    entrust,
    "note-failure": noteFailure,
    "publish-notice": publishNotice,
    "ask-copy": (state, _command, context) => askCopy(state, context),
    "give-copy": (state, { proof }, context) => giveCopy(state, proof, context),
    abandon: (state, { reasons }, context) => abandon(state, reasons, context),
    "pass-time": (state, _command, context) => passTime(state, context),
  },
  begun: {
    "enforcement.delivery.begun": ({ data, personal }) => ({
      ...data,
      ...personal,
      ...{ status: "under-way", attempts: [] },
    }),
  },
  effects: {
    "enforcement.delivery.served": (state, { data: { on, how, proof }, actor }) => {
      const attempt: Attempt = { way: how, on, by: actor, served: true, ...present({ proof }) };
      const { notice: _notice, ...sent } = { notice: undefined, ...state };
      return { ...sent, status: "served", servedOn: on, how, attempts: [...state.attempts, attempt] };
    },
    "enforcement.delivery.failed": (state, { data: { way, on, proof }, actor }) => ({
      ...state,
      attempts: [...state.attempts, { way, on, by: actor, served: false, ...present({ proof }) }],
    }),
    "enforcement.delivery.notice-published": (state, { data: { on, where, serves } }) => ({
      ...state,
      status: "published",
      notice: { issuedOn: on, where, serves },
    }),
    "enforcement.delivery.copy-asked": {
      served: (state: Served, { data: { on } }) => ({ ...state, copyAskedOn: on }),
    },
    "enforcement.delivery.copy-given": {
      served: (state: Served, { data: { on } }) => ({ ...state, copyGivenOn: on }),
    },
    "enforcement.delivery.abandoned": (state, { data: { on } }) => ({
      ...state,
      status: "abandoned",
      abandonedOn: on,
    }),
    "enforcement.delivery.overdue": (state) => ({ ...state, late: true }),
    "enforcement.delivery.limit-recounted": (state, { data: { limit } }) => ({ ...state, limit }),
  },
  listed: ({ status, case: of, limit, recipient }, id) => ({
    byStatus: { partition: `delivery:${status}`, sort: `${limit.due ?? limit.start}#${id}` },
    ...(recipient === undefined
      ? {}
      : { byOwner: { partition: `delivery:${recipient}`, sort: `${limit.start}#${id}` } }),
    ...(of === undefined ? {} : { byCase: { partition: `delivery:${of}`, sort: id } }),
  }),
  nextDeadline: (state) => {
    if (state.status === "published") return startOfDay(toDate(state.notice.serves.due ?? state.notice.issuedOn));
    if (state.status !== "under-way" || state.late === true) return undefined;
    return startOfDay(toDate(state.limit.due ?? state.limit.start).add({ days: 1 }));
  },
  onDeadline: () => ({ type: "pass-time" }),
});

/** CF-61: the seven working days are over; CF-61a: thirty days after the public notice it counts as served. */
function passTime(state: UnderWay | Published, { calendar, today }: Context): Decision<DeliveryEvent> {
  if (state.status === "published") {
    const { due } = state.notice.serves;
    if (due === null || today.toString() < due) return [];
    return [{ type: "enforcement.delivery.served", data: { on: due, how: "public-notice" }, personal: {} }];
  }
  if (state.late === true) return [];
  const limit = recalculate(calendar, state.limit);
  if (limit.due !== state.limit.due)
    return [{ type: "enforcement.delivery.limit-recounted", data: { limit }, personal: {} }];
  if (limit.due === null || today.toString() <= limit.due) return [];
  return [{ type: "enforcement.delivery.overdue", data: { due: limit.due }, personal: {} }];
}
