import type { MovesOf } from "../../../../../shared/decider/index.ts";
import type { Inspection } from "./inspection.ts";
import type { InspectionCommand } from "./messages.ts";

/** States of a supervision inspection and what moves them (XK-61). What is signed by all is only ever annotated. */
export const inspectionMoves = {
  planned: { rearrange: "planned", "call-off": "called-off", record: "unsigned", "pass-time": "planned" },
  "called-off": { plan: "planned" },
  unsigned: {
    record: "unsigned",
    sign: ["unsigned", "to-act", "archived"],
    acknowledge: ["unsigned", "to-act", "archived"],
    "hold-anew": "planned",
    "pass-time": "unsigned",
  },
  "to-act": { act: "archived", annotate: "to-act", "pass-time": "to-act" },
  archived: { annotate: "archived" },
} as const satisfies MovesOf<Inspection, InspectionCommand>;
