import { deciderOf } from "../../../../shared/decider/index.ts";
import { publicationEffects } from "./evolve.ts";
import { follow } from "./falling.ts";
import { publicationMoves } from "./moves.ts";
import { nextDeadline, passTime } from "./passing.ts";
import { followDecision, proposeByPerson } from "./proposing.ts";
import { waitingPublications, waitsAfterwards } from "./publication.ts";
import { decline, publish } from "./publishing.ts";
import { askRepair, decideRepair, nameSecrets, noteTakenDown, withdrawRepair } from "./repairing.ts";
import type { PublicationWords } from "./words.ts";

/** The publication of one decision (CF-48, CF-48a). */
export const publication = deciderOf<PublicationWords>({
  aggregate: "publication",
  shape: 2,
  ended: ({ status }) => status !== "proposed" && status !== "published",
  moves: publicationMoves,
  impossible: "enforcement.publication-not-in-this-state",
  byItself: ["pass-time"],
  begin: { follow: followDecision, propose: proposeByPerson },
  // A decision can fall in every state.
  always: { follow },
  steps: {
    "name-secrets": nameSecrets,
    publish,
    decline,
    "ask-repair": askRepair,
    "withdraw-repair": withdrawRepair,
    "decide-repair": decideRepair,
    "note-taken-down": noteTakenDown,
    "pass-time": (state, _command, context) => passTime(state, context),
  },
  ...publicationEffects,
  listed: (state, id) => {
    const sort = `${state.decidedOn}#${id}`;
    return {
      byStatus: { partition: `publication:${state.status}`, sort },
      byCase: { partition: `publication:${state.case}`, sort: id },
      ...(waitsAfterwards(state) ? { byDomain: { partition: waitingPublications, sort } } : {}),
    };
  },
  nextDeadline,
  onDeadline: () => ({ type: "pass-time" }),
});
