import type { MovesOf } from "../../../../shared/decider/index.ts";
import type { Delivery, DeliveryCommand } from "./delivery.ts";

const open = { receive: "received", "note-received": "received", supersede: "void" } as const;

/** States of a send: what did not arrive is sent again by a person. */
export const deliveryMoves = {
  sent: { ...open, "report-failure": "undelivered", "pass-time": ["sent", "stuck"] },
  stuck: { ...open, "report-failure": "undelivered", "send-again": ["sent", "undelivered"] },
  undelivered: { ...open, "send-again": ["sent", "undelivered"] },
  received: {},
  void: {},
} as const satisfies MovesOf<Delivery, DeliveryCommand>;
