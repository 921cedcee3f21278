import { startOfDay, toDate } from "../../../../../shared/calendar/index.ts";
import { deciderOf, present } from "../../../../../shared/decider/index.ts";
import {
  askAssistance,
  noteAnswer,
  noteReceipt,
  noteReturn,
  passLetterTime,
  refer,
  refuseToHelp,
  replyToLetter,
  takeInReferral,
  takeInRequest,
  takeInSupervision,
  takeLetter,
  withdrawLetter,
} from "./corresponding.ts";
import { isOpen, lastDayOf } from "./letter.ts";
import { letterMoves } from "./moves.ts";
import type { LetterWords } from "./words.ts";

/** A letter between the town's organ and another one, with its term (CF-26, CF-27a, CF-S2). */
export const letter = deciderOf<LetterWords>({
  aggregate: "letter",
  shape: 1,
  ended: (state) => !isOpen(state),
  moves: letterMoves,
  impossible: "enforcement.letter-not-in-this-state",
  byItself: ["pass-time"],
  begin: {
    "ask-assistance": askAssistance,
    "take-in-request": takeInRequest,
    refer,
    "take-in-referral": takeInReferral,
    "take-in-supervision": takeInSupervision,
  },
  steps: {
    "note-receipt": noteReceipt,
    "note-answer": noteAnswer,
    withdraw: withdrawLetter,
    take: takeLetter,
    refuse: refuseToHelp,
    reply: replyToLetter,
    "note-return": noteReturn,
    "pass-time": (state, _command, context) => passLetterTime(state, context),
  },
  begun: {
    "enforcement.letter.sent": ({ data, personal: { subject, handlers } }) => ({
      ...{ status: "sent", ...data, subject, handlers },
    }),
    "enforcement.letter.received": ({ data, personal: { subject, handlers, document } }) => ({
      ...{ status: "received", ...data, subject, handlers, theirNumber: document },
    }),
  },
  effects: {
    "enforcement.letter.receipt-noted": (state, { data: { on } }) => ({ ...state, receiptOn: on }),
    "enforcement.letter.answered": (state, { data: { on, agreed }, personal: { document } }) => ({
      ...state,
      ...{ status: agreed ? "answered" : "not-agreed", endedOn: on, answer: { on, agreed, document } },
    }),
    "enforcement.letter.withdrawn": (state, { data: { on } }) => ({ ...state, status: "withdrawn", endedOn: on }),
    "enforcement.letter.taken": (state, { personal: { person } }) => ({
      ...state,
      ...{ status: "taken", responsible: person, handlers: [...new Set([...state.handlers, person])] },
    }),
    "enforcement.letter.refused": (state, { data: { on }, personal: { document } }) => ({
      ...state,
      ...{ status: "not-agreed", endedOn: on, answer: { on, agreed: false, document } },
    }),
    "enforcement.letter.returned": (state, { data: { on } }) => ({ ...state, status: "sent-back", endedOn: on }),
    "enforcement.letter.overdue": (state) => ({ ...state, late: true }),
  },
  listed: (state, id) => ({
    byStatus: { partition: `letter:${state.status}`, sort: `${lastDayOf(state)}#${id}` },
    ...present({
      byCase: state.case === undefined ? undefined : { partition: `letter:${state.case}`, sort: id },
    }),
  }),
  nextDeadline: (state) =>
    state.late === true || !isOpen(state) ? undefined : startOfDay(toDate(lastDayOf(state)).add({ days: 1 })),
  onDeadline: () => ({ type: "pass-time" }),
});
