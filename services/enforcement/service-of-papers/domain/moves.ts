import type { MovesOf } from "../../../../shared/decider/index.ts";
import type { Delivery } from "./delivery.ts";
import type { DeliveryCommand } from "./messages.ts";

const reached = {
  "deliver-by-hand": "served",
  leave: "served",
  "deliver-electronically": "served",
  "deliver-by-mail": "served",
  entrust: "served",
} as const;

/** States of a delivery and what moves them (CF-61, CF-61a). A paper that was published can still be handed over. */
export const deliveryMoves = {
  "under-way": {
    ...reached,
    "note-failure": "under-way",
    "publish-notice": "published",
    abandon: "abandoned",
    "pass-time": "under-way",
  },
  published: { ...reached, abandon: "abandoned", "pass-time": "served" },
  served: { "ask-copy": "served", "give-copy": "served" },
  abandoned: {},
} as const satisfies MovesOf<Delivery, DeliveryCommand>;
