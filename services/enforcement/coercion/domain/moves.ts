import type { MovesOf } from "../../../../shared/decider/index.ts";
import type { Measure } from "./measure.ts";
import type { MeasureCommand } from "./messages.ts";

/** States of a measure and what moves them. What its case, its decision and its goods tell it is asked in every state. */
export const measureMoves = {
  proposed: { approve: "approved", refuse: "refused", drop: "dropped" },
  approved: { "carry-out": "recorded", drop: "dropped" },
  recorded: { countersign: "in-force", "make-up-approval": ["recorded", "ended"], release: ["recorded", "ended"] },
  "in-force": {
    "make-up-approval": ["in-force", "ended"],
    extend: "in-force",
    "begin-test": "in-force",
    "end-test": "in-force",
    release: ["in-force", "ended"],
    "keep-for-fine": "in-force",
    confiscate: ["in-force", "ended"],
    "hand-over": "ended",
  },
  lapsed: {},
  refused: {},
  dropped: {},
  ended: {},
} as const satisfies MovesOf<Measure, MeasureCommand>;
