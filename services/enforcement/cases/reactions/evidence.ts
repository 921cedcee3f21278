import * as z from "zod";
import { instruct, on, type Subscription } from "../../../../shared/service/index.ts";
import { evidence } from "../domain/evidence/decider.ts";

/** CF-43a: evidence that falls with a recused officer is excluded itself, once the register of its case says so. */
export const evidenceReactions: readonly Subscription[] = [
  on("enforcement.case.recusal-decided", z.object({ falls: z.array(z.string()) }), ({ falls }) =>
    falls.map((id) =>
      instruct({
        of: evidence,
        id,
        command: {
          type: "exclude" as const,
          ground: "recusal" as const,
          reasons: "行政处罚法43：回避决定认定回避前所取证据无效",
          of: undefined,
        },
      }),
    ),
  ),
];
