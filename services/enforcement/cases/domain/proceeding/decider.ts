import { deciderOf } from "../../../../../shared/decider/index.ts";
import { appointAgent, endAgent } from "./agents.ts";
import { answerReview, answersAwaited, awaitsAnswer, noteAnswerAsked } from "./answering.ts";
import { begin, charge, countersign } from "./charging.ts";
import { decide } from "./deciding.ts";
import { askRecusalOf, requestHearing, reviewDefence, stateDefence, waive } from "./defending.ts";
import { end, nextDeadline, oweAgain, passTime, perform, stop, succeed } from "./ending.ts";
import { proceedingEvents } from "./evolve.ts";
import { noteHearing } from "./hearing.ts";
import { proceedingMoves } from "./moves.ts";
import { issueNotice, noteService, notify } from "./noticing.ts";
import { inOwnMatter } from "./people.ts";
import { beginAnew, endRemedy, noteRemedy, overturn } from "./remedying.ts";
import { askCounsel, discuss, noteCounsel, reviewLegally } from "./reviewing.ts";
import type { ProceedingWords } from "./words.ts";

/** What the party does for himself. */
const own = [
  ...["ask-recusal", "state-defence", "waive", "request-hearing", "note-hearing"],
  ...["appoint-agent", "end-agent"],
];

/** The proceeding against one party of a case (普通程序), from the charges to the end of the decision. */
export const proceeding = deciderOf<ProceedingWords>({
  aggregate: "proceeding",
  shape: 2,
  codes: { role: ["principal", "responsible"], harm: ["none", "slight", "grave"] },
  ended: ({ status }) => status === "ended" || status === "stopped" || status === "overturned",
  moves: proceedingMoves,
  impossible: "enforcement.proceeding-not-in-this-state",
  // A hearing and a delivery note themselves, in one commit with what is put down of them; a fine that is owed again, by its event.
  byItself: ["pass-time", "note-hearing", "note-service", "owe-again"],
  begin: { begin },
  // Begun twice it is the same proceeding.
  always: { begin: () => [] },
  guard: (state, { type }, { actor }) => (own.includes(type) ? undefined : inOwnMatter(state, actor)),
  steps: {
    charge,
    countersign,
    notify,
    "issue-notice": issueNotice,
    "note-service": noteService,
    "state-defence": stateDefence,
    waive,
    "review-defence": reviewDefence,
    "request-hearing": requestHearing,
    "note-hearing": noteHearing,
    "ask-recusal": askRecusalOf,
    "appoint-agent": appointAgent,
    "end-agent": endAgent,
    "ask-counsel": askCounsel,
    "note-counsel": noteCounsel,
    "legal-review": reviewLegally,
    discuss,
    decide,
    "note-remedy": noteRemedy,
    "note-answer-asked": noteAnswerAsked,
    "answer-review": answerReview,
    "end-remedy": endRemedy,
    overturn,
    "begin-anew": beginAnew,
    perform,
    "owe-again": oweAgain,
    end,
    stop,
    succeed,
    "pass-time": (state, _command, context) => passTime(state, context),
  },
  ...proceedingEvents,
  listed(state, id) {
    const { status, case: of, party, begunOn } = state;
    const waiting = awaitsAnswer(state);
    return {
      ...(waiting === undefined ? {} : { byCode: { partition: answersAwaited, sort: `${waiting}#${id}` } }),
      byStatus: { partition: `proceeding:${status}`, sort: `${begunOn}#${id}` },
      byCase: { partition: `proceeding:${of}`, sort: party.id },
      byOwner: { partition: `proceeding:${party.key}`, sort: `${begunOn}#${id}` },
    };
  },
  nextDeadline,
  onDeadline: () => ({ type: "pass-time" }),
});
