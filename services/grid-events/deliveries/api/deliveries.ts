import * as z from "zod";
import { pick, present } from "../../../../shared/decider/index.ts";
import { hasRole, list, type Route, resource, severalOf } from "../../../../shared/http/index.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import type { Role } from "../../../../shared/town/roles.ts";
import { deliveriesOfEvent, deliveriesOfUnit, delivery, repeatedPartition } from "../domain/decider.ts";
import { type Delivery, deliveryCauses, deliveryKinds, deliveryStatuses, failures } from "../domain/delivery.ts";
import { deliveryMoves } from "../domain/moves.ts";

const overseers = ["dispatcher", "leader", "supervisor"] as const satisfies readonly Role[];
const units = ["clerk", "officer", "squad-leader", "approver"] as const satisfies readonly Role[];

const deliveryView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(deliveryStatuses),
  event: z.string(),
  number: z.string(),
  category: z.string(),
  grid: z.string().optional(),
  unit: z.string(),
  what: z.enum(deliveryKinds),
  because: z.enum(deliveryCauses),
  attempts: z.int(),
  lastSentAt: z.iso.datetime(),
  receiveBy: z.iso.datetime(),
  receivedAt: z.iso.datetime().optional(),
  failure: z.enum(failures).optional(),
});
const view = ({ id, version, state }: Loaded<Delivery>) => ({
  ...{ id, version },
  ...pick(state, [
    ...(["status", "event", "number", "category", "grid", "unit", "what", "because", "attempts", "receiveBy"] as const),
    "receivedAt",
  ]),
  lastSentAt: state.sentAt,
  ...present({ failure: state.reason }),
});

const deliveries = resource({
  of: delivery,
  at: "/grid-events/unit-notices",
  staff: overseers,
  own: ({ state }, actor) => hasRole(actor, units) && actor.office === state.unit,
  moves: deliveryMoves,
  statusOf: ({ status }) => status,
  returns: deliveryView,
  view,
});
const nothing = z.strictObject({});

/** What units are told of matters, and what did not arrive (G2). */
export const deliveryRoutes: readonly Route[] = [
  list("GET /grid-events/unit-notices", {
    summary: {
      zh: "派遣送达：失败、未签收、重发的，附原因；单位见本单位的",
      en: "Sends to units: what failed, is stuck or was repeated, with the reason; a unit sees its own",
    },
    allow: [...overseers, ...units],
    of: delivery,
    query: {
      status: severalOf(deliveryStatuses).default(["stuck"]),
      event: lineOf(60).optional(),
      repeated: z.enum(["true", "false"]).optional(),
    },
    sparse: true,
    sorts: ["sentAt"],
    returns: deliveryView,
    find: ({ query: { status, event, repeated }, actor }) => {
      if (!hasRole(actor, overseers)) return { index: "byDoer", partition: deliveriesOfUnit(actor?.office ?? "") };
      if (event !== undefined) return { index: "byCode", partition: deliveriesOfEvent(event) };
      return repeated === "true"
        ? { index: "byLevel", partition: repeatedPartition }
        : status.map((one) => ({ index: "byStatus", partition: `delivery:${one}` }));
    },
    keep: ({ state }, { query: { event, repeated, status } }) =>
      event === undefined && repeated !== "true"
        ? status.includes(state.status)
        : event === undefined || state.event === event,
    view,
  }),
  deliveries.read({ zh: "一次送达", en: "One send" }, [...overseers, ...units]),
  deliveries.history({ zh: "一次送达的经过", en: "All attempts of a send" }, overseers),
  deliveries.step("receive", {
    summary: {
      zh: "签收（县级部门、企业由指挥人员登记）",
      en: "Say that it arrived; the dispatcher does it for county and companies",
    },
    allow: ["dispatcher", ...units],
    body: nothing,
    run: () => ({ type: "receive" }),
  }),
  deliveries.step("report-failure", {
    summary: { zh: "登记未送达", en: "Say that it did not arrive" },
    allow: ["dispatcher", ...units],
    body: z.strictObject({ failure: z.enum(["unreachable", "refused"]) }),
    run: ({ body: { failure } }) => ({ type: "report-failure", reason: failure }),
  }),
  deliveries.step("send-again", {
    summary: { zh: "重新发送", en: "Send it again" },
    allow: ["dispatcher"],
    body: nothing,
    run: () => ({ type: "send-again" }),
  }),
];
