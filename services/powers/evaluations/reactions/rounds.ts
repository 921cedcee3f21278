import { evaluationRoundCarriedOn } from "../../../../shared/contracts/powers-evaluation.ts";
import { on, type Subscription, subjectId } from "../../../../shared/service/index.ts";
import { carryOutRound } from "../rounds.ts";

/** A11: a round goes on part by part, however often it is interrupted: each part is told by an event, which leads to the next. */
export const evaluationRoundReactions: readonly Subscription[] = [
  on("powers.evaluation-round.carried-on", evaluationRoundCarriedOn, ({ next, of }, event) =>
    next < of
      ? [
          {
            key: `evaluation-round/${subjectId(event)}`,
            async carryOut(runtime) {
              await carryOutRound(runtime, subjectId(event), 1);
              return { done: true };
            },
          },
        ]
      : [],
  ),
];
