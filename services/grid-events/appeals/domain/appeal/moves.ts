import type { MovesOf } from "../../../../../shared/decider/index.ts";
import type { Appeal, AppealCommand } from "./appeal.ts";

const open = <S extends string>(status: S) =>
  ({
    assign: "assigned",
    "bring-in": status,
    identify: status,
    extend: status,
    disclose: status,
    answer: "answered",
    withdraw: "withdrawn",
    "send-elsewhere": "elsewhere",
    "pass-time": status,
  }) as const;

/** States of an appeal and what moves them. Nothing leads from silence to `confirmed`. */
export const appealMoves = {
  received: open("received"),
  assigned: { ...open("assigned"), identify: ["assigned", "received"] },
  answered: { confirm: "confirmed", raise: "assigned", disclose: "answered", "pass-time": ["assigned", "unconfirmed"] },
  confirmed: {},
  unconfirmed: { confirm: "confirmed" },
  elsewhere: {},
  withdrawn: {},
} as const satisfies MovesOf<Appeal, AppealCommand>;
