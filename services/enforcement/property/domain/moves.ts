import type { MovesOf } from "../../../../shared/decider/index.ts";
import type { Goods } from "./goods.ts";
import type { GoodsCommand } from "./messages.ts";

/** What is done with an item wherever it lies. */
const keeping = <S extends string>(status: S) =>
  ({ move: status, receive: status, inspect: status, "note-cost": status, "pass-time": status }) as const;

/** States of an item and what moves them. What a measure or a decision does with it is asked in every state. */
export const goodsMoves = {
  held: { ...keeping("held"), "sell-perishable": "sold", "note-loss": ["held", "lost"], "set-against": "to-auction" },
  sold: { "note-cost": "sold", "pass-time": "sold", "set-against": "to-auction" },
  returning: {
    ...keeping("returning"),
    "note-loss": ["returning", "lost"],
    "give-back": "returned",
    "call-owner": "returning",
    "turn-in": "turned-in",
  },
  confiscated: {
    ...keeping("confiscated"),
    "note-loss": ["confiscated", "lost"],
    "decide-disposal": "confiscated",
    realise: "realised",
    destroy: "destroyed",
    "give-over": "given-over",
  },
  "to-auction": { ...keeping("to-auction"), "note-loss": ["to-auction", "lost"], auction: "realised" },
  lost: { compensate: "compensated", "pass-time": "lost" },
  returned: {},
  compensated: {},
  "handed-over": { "take-back": "returning" },
  realised: {},
  destroyed: {},
  "given-over": {},
  "turned-in": {},
} as const satisfies MovesOf<Goods, GoodsCommand>;
