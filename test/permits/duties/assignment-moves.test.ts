import { assignment, assignmentMoves } from "../../../services/permits/duties/domain/assignment/decider.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { walkStates } from "../../support/cells.ts";
import { on, town } from "../../support/deciding.ts";
import { anAssignment, counterA, counterB, handlerA, handlerB, office, theDirector, theHead } from "./builders.ts";

const offer = { type: "offer", duty: "inquiry", to: counterB.sub, reason: "轮岗", away: [] } as const;
const takenUp = { type: "take-up", office, domain: "agriculture", away: [] } as const;
/** Where no post has the work, it is nobody's until somebody takes it. */
const noPosts = { ...town, duties: { ...town.duties, posts: [] } };
const actors: Readonly<Record<string, Actor>> = {
  begin: handlerB,
  offer: counterA,
  "accept-offer": counterB,
  "decline-offer": counterB,
  assign: theDirector,
  take: theHead,
};

/** An open case of which the command finds what it needs: an offer, a stand-in, a duty that nobody has. */
function openFor(verb: string) {
  if (verb === "take-up") return anAssignment({ accepted: false });
  if (verb === "begin") return anAssignment({ away: [handlerA.sub] });
  if (verb === "take")
    return anAssignment({ accepted: false }).lawfully(takenUp, "2026-03-03", theHead, { town: noPosts });
  return verb.endsWith("-offer") ? anAssignment().lawfully(offer, "2026-03-04", counterA) : anAssignment();
}
const notThere = "what happens by itself finds nothing to do once the case is over";

walkStates("an assignment's moves", {
  decider: assignment,
  moves: assignmentMoves,
  impossible: "permits.assignment-over",
  byItself: ["take-up", "rearrange", "hand-over", "end"],
  silent: {
    "ended × take-up": notThere,
    "ended × rearrange": notThere,
    "ended × hand-over": notThere,
    "ended × end": notThere,
  },
  states: {
    open: (verb) => openFor(verb).state,
    ended: (verb) => openFor(verb).lawfully({ type: "end" }, "2026-03-05").state,
  },
  told: {
    "take-up": takenUp,
    rearrange: { type: "rearrange", away: [handlerA.sub] },
    begin: { type: "begin", duty: "handling" },
    offer,
    "accept-offer": { type: "accept-offer", duty: "inquiry" },
    "decline-offer": { type: "decline-offer", duty: "inquiry" },
    assign: { type: "assign", duty: "inquiry", to: counterB.sub, away: [] },
    take: { type: "take", duty: "handling" },
    "hand-over": { type: "hand-over", person: handlerA.sub, to: handlerB.sub, departure: "D", away: [] },
    end: { type: "end" },
  },
  context: (verb) => on("2026-03-05", actors[verb]),
});
