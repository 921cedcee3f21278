import { deciderOf } from "../../../../shared/decider/index.ts";
import { countersign, verify } from "./checking.ts";
import { answer, dismiss, informant, join, noteDismissed, noteFiled, propose, takeIn, transfer } from "./ending.ts";
import { leadEffects } from "./evolve.ts";
import { leadMoves, leadMovesByItself } from "./moves.ts";
import { receive } from "./receiving.ts";
import { extend, nextLeadDeadline, passTime } from "./term.ts";
import { keptOut } from "./who.ts";
import type { LeadWords } from "./words.ts";

const ended: ReadonlySet<string> = new Set(["filed", "dismissed", "transferred", "joined", "answered"]);

/** A lead, from what somebody saw to what came of it (E6, E8). */
export const lead = deciderOf<LeadWords>({
  aggregate: "lead",
  shape: 1,
  ended: ({ status, told }) => told && ended.has(status),
  retainedAs: "voice",
  moves: leadMoves,
  impossible: "enforcement.lead-not-in-this-state",
  byItself: leadMovesByItself,
  begin: { receive },
  // An event that comes twice begins one lead.
  always: { receive: () => [] },
  guard: keptOut,
  steps: {
    verify,
    countersign,
    propose,
    dismiss,
    transfer,
    join,
    "take-in": takeIn,
    answer,
    extend,
    informant,
    "note-filed": noteFiled,
    "note-dismissed": noteDismissed,
    "pass-time": (state, _command, context) => passTime(state, context),
  },
  ...leadEffects,
  listed: ({ status, owner, domain, receivedOn }, id) => ({
    byStatus: { partition: `lead:${status}`, sort: `${receivedOn}#${id}` },
    ...(domain === undefined ? {} : { byDomain: { partition: `lead:${domain}`, sort: `${receivedOn}#${id}` } }),
    ...(owner === undefined ? {} : { byOwner: { partition: `lead:${owner}`, sort: `${receivedOn}#${id}` } }),
  }),
  nextDeadline: nextLeadDeadline,
  onDeadline: () => ({ type: "pass-time" }),
});
