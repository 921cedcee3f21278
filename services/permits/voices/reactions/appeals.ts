import { appealOutcomeTold } from "../../../../shared/contracts/grid-appeals.ts";
import { instruct, on, orNothing, type Subscription } from "../../../../shared/service/index.ts";
import { complaint } from "../domain/complaint/decider.ts";

const over: ReadonlySet<string> = new Set(["confirmed", "unconfirmed", "elsewhere", "withdrawn"]);

/** G8: what comes of an appeal returns to the complaint that was handed over. */
export const appealReactions: readonly Subscription[] = [
  on("grid-events.appeal.outcome-told", appealOutcomeTold, ({ source: { kind, id }, stage, on: day }) =>
    kind === "complaint"
      ? [
          orNothing(
            instruct({
              ...{ of: complaint, id },
              command: { type: "note-appeal" as const, stage, on: day, ended: over.has(stage) },
            }),
          ),
        ]
      : [],
  ),
];
