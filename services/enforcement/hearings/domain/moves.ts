import type { MovesOf } from "../../../../shared/decider/index.ts";
import type { Hearing } from "./hearing.ts";
import type { HearingCommand } from "./messages.ts";

/** States of a hearing and what moves them (CF-63 to CF-65). */
export const hearingMoves = {
  requested: {
    schedule: "scheduled",
    withdraw: ["requested", "withdrawn"],
    drop: ["requested", "withdrawn"],
    join: "joined",
    "take-in": "requested",
    "call-off": "called-off",
  },
  scheduled: {
    "note-told": "scheduled",
    postpone: "scheduled",
    "ask-recusal": "scheduled",
    "decide-recusal": ["scheduled", "requested"],
    hold: ["held", "waived"],
    withdraw: ["scheduled", "withdrawn"],
    drop: ["scheduled", "withdrawn"],
    "take-in": "scheduled",
    "call-off": "called-off",
  },
  held: { report: "reported" },
  reported: {},
  waived: {},
  withdrawn: {},
  joined: {},
  "called-off": {},
} as const satisfies MovesOf<Hearing, HearingCommand>;
