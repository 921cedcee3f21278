import { deciderOf } from "../../../../shared/decider/index.ts";
import { hearingEffects } from "./evolve.ts";
import { attendances } from "./hearing.ts";
import { drop, hold, report, withdraw } from "./holding.ts";
import { hearingMoves } from "./moves.ts";
import { callOff, join, noteTold, postpone, request, schedule, takeIn } from "./planning.ts";
import { askChairRecusal, decideChairRecusal } from "./recusing.ts";
import type { HearingWords } from "./words.ts";

const over: ReadonlySet<string> = new Set(["reported", "waived", "withdrawn", "joined", "called-off"]);

/** A hearing, from the request of a party to the report of its chair (CF-63 to CF-65). */
export const hearing = deciderOf<HearingWords>({
  aggregate: "hearing",
  shape: 2,
  codes: { how: attendances },
  ended: ({ status }) => over.has(status),
  moves: hearingMoves,
  impossible: "enforcement.hearing-not-in-this-state",
  byItself: ["take-in"],
  begin: { request },
  // An event that comes twice begins one hearing.
  always: { request: () => [] },
  steps: {
    schedule,
    "note-told": noteTold,
    postpone,
    "ask-recusal": askChairRecusal,
    "decide-recusal": decideChairRecusal,
    hold,
    report,
    withdraw,
    drop,
    join,
    "take-in": takeIn,
    "call-off": callOff,
  },
  ...hearingEffects,
  listed: ({ status, case: of, plan, requestedOn }, id) => {
    const sort = `${plan?.on ?? requestedOn}#${id}`;
    return { byStatus: { partition: `hearing:${status}`, sort }, byCase: { partition: `hearing:${of}`, sort } };
  },
});
