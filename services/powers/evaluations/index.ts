import { aggregate, part } from "../../../shared/service/index.ts";
import { powerPart } from "../powers/index.ts";
import { evaluationRoutes } from "./api/evaluations.ts";
import { evaluation } from "./domain/decider.ts";
import { overturned } from "./domain/overturned.ts";
import { publication } from "./domain/publication.ts";
import { evaluationRound } from "./domain/round.ts";
import { counted } from "./domain/volumes.ts";
import { evaluationProblems } from "./problems.ts";
import { evaluationReactions } from "./reactions/evaluation.ts";
import { evaluationRoundReactions } from "./reactions/rounds.ts";
import { evaluationsTitles } from "./titles.ts";

/** The yearly evaluation of powers (P6). */
export const evaluations = part({
  aggregates: [
    ...[aggregate(counted), aggregate(overturned), aggregate(evaluationRound), aggregate(evaluation)],
    aggregate(publication),
  ],
  routes: [...evaluationRoutes],
  subscriptions: [...evaluationReactions, ...evaluationRoundReactions],
  asks: [powerPart],
  problems: evaluationProblems,
  titles: evaluationsTitles,
});
