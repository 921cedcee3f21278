import { matterLeadGiven } from "../../../../shared/contracts/grid-matters.ts";
import { present } from "../../../../shared/decider/index.ts";
import { gridLeadId } from "../../../../shared/service/grid-lead-id.ts";
import { instruct, on, type Subscription, subjectId } from "../../../../shared/service/index.ts";
import { lead } from "../domain/decider.ts";

/** E6, CF-36a: a matter of the grid that may be a breach begins a lead, once in each of its rounds. What was told lies there. */
export const gridReactions: readonly Subscription[] = [
  on("grid-events.event.lead-given", matterLeadGiven, ({ number, round, title, grid, knownOn, domain }, event) => [
    instruct({
      of: lead,
      id: gridLeadId(subjectId(event), round),
      expects: "either",
      command: {
        type: "receive" as const,
        source: { kind: "grid" as const, id: subjectId(event) },
        matter: "breach" as const,
        text: `网格事件${number}移交：${title.zh}。情况见该事件。`,
        address: grid === undefined ? `见网格事件${number}` : `网格${grid}，见网格事件${number}`,
        ...{ anonymous: false, concerned: [], knownOn },
        ...present({ domain }),
      },
    }),
  ]),
];
