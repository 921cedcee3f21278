import { deciderOf } from "../../../../../shared/decider/index.ts";
import { announce, approve, callOff, changeOfficers, decline } from "./approving.ts";
import { enter, noteNotHeld, scan } from "./entering.ts";
import { visitEffects } from "./evolve.ts";
import { join, reInspect, takeIn } from "./following.ts";
import { visitMoves } from "./moves.ts";
import { nextVisitDeadline, passTime } from "./passing.ts";
import { propose } from "./proposing.ts";
import { countersign, record, tellResult } from "./recording.ts";
import { findingResults } from "./visit.ts";
import type { VisitWords } from "./words.ts";

const over: ReadonlySet<string> = new Set(["not-approved", "called-off", "joined", "lapsed", "not-held", "told"]);

/** An inspection of an enterprise, from the proposal to the result told (IN-1 to IN-8). */
export const siteInspection = deciderOf<VisitWords>({
  aggregate: "site-inspection",
  shape: 1,
  codes: { result: findingResults },
  ended: ({ status }) => over.has(status),
  moves: visitMoves,
  impossible: "enforcement.inspection-not-in-this-state",
  byItself: ["take-in", "pass-time"],
  begin: { propose },
  steps: {
    approve,
    decline,
    "call-off": callOff,
    "change-officers": changeOfficers,
    announce,
    scan,
    enter,
    "note-not-held": noteNotHeld,
    record,
    countersign,
    "tell-result": tellResult,
    "re-inspect": reInspect,
    join,
    "take-in": takeIn,
    "pass-time": (state, _command, context) => passTime(state, context),
  },
  ...visitEffects,
  listed: ({ status, enterprise, occasion, from }, id) => {
    const sort = `${from}#${id}`;
    return {
      byStatus: { partition: `site-inspection:${status}`, sort },
      byOwner: { partition: `site-inspection:${enterprise}`, sort },
      ...(occasion.ref === undefined ? {} : { byCase: { partition: `site-inspection:${occasion.ref}`, sort } }),
    };
  },
  nextDeadline: nextVisitDeadline,
  onDeadline: () => ({ type: "pass-time" }),
});
