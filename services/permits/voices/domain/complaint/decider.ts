import { deciderOf } from "../../../../../shared/decider/index.ts";
import type { VoiceRefusal } from "../refusals.ts";
import { type Complaint, type ComplaintCommand, type ComplaintEvent, measureKinds } from "./complaint.ts";
import { handOver, noteAppeal } from "./handing-over.ts";
import { answer, assign, complain, contact, extend, nextDeadline, object, passTime, withdraw } from "./handling.ts";
import { complaintMoves } from "./moves.ts";

interface ComplaintWords {
  readonly state: Complaint;
  readonly command: ComplaintCommand;
  readonly event: ComplaintEvent;
  readonly moves: typeof complaintMoves;
  readonly begins: "complain";
  readonly begun: "permits.complaint.filed";
  readonly refusal: VoiceRefusal;
}

/** A complaint (L7), from its receipt to the answer and what followed from it. */
export const complaint = deciderOf<ComplaintWords>({
  aggregate: "complaint",
  shape: 1,
  codes: { kind: ["item", "window", "person", ...measureKinds] },
  ended: ({ status }) => status === "closed" || status === "withdrawn",
  retainedAs: "voice",
  published: ["holder"],
  moves: complaintMoves,
  impossible: "permits.complaint-not-in-this-state",
  byItself: ["note-appeal"],
  begin: { complain },
  steps: {
    assign,
    answer,
    extend: (state, { reasons }, context) => extend(state, reasons, context),
    object,
    "hand-over": handOver,
    "note-appeal": (state, command) => noteAppeal(state, command),
    withdraw: (state, _command, context) => withdraw(state, context),
    contact: (state, { reason }, context) => contact(state, reason, context),
    "pass-time": (state, _command, context) => passTime(state, context),
  },
  // Limits run in every state: a complaint that nobody assigns is late as well.
  always: { "pass-time": (state, _command, context) => passTime(state, context) },
  begun: {
    "permits.complaint.filed": ({ data: { kind: _kind, ...data }, personal, time }) => ({
      ...{ extended: false, objected: false, answers: [], overdue: false },
      ...data,
      ...personal,
      status: "received",
      receivedAt: time,
    }),
  },
  effects: {
    "permits.complaint.assigned": (state, { personal: { to, person } }) => ({
      ...state,
      status: "assigned",
      assignee: to,
      ...(person === undefined ? {} : { target: person }),
    }),
    "permits.complaint.extended": (state, { data: { limit } }) => ({ ...state, extended: true, overdue: false, limit }),
    "permits.complaint.answered": (state, { data, personal, actor }) => {
      const { text, measures, objectionLimit } = personal;
      const { outcome, answeredOn } = data;
      const answers = [...state.answers, { on: answeredOn, by: actor, outcome, text, measures }];
      if (state.objected) return { ...state, status: "closed", answers };
      return { ...state, status: "answered", answers, ...(objectionLimit === undefined ? {} : { objectionLimit }) };
    },
    "permits.complaint.objected": (state, { data: { limit } }) => ({
      ...{ ...state, status: "objected", limit },
      ...{ objected: true, extended: false, overdue: false },
    }),
    "permits.complaint.withdrawn": (state) => ({ ...state, status: "withdrawn" }),
    "permits.complaint.closed": (state) => ({ ...state, status: "closed" }),
    "permits.complaint.limit-recounted": ({ lookAgainOn: _before, ...state }, { data: { limit, lookAgainOn } }) =>
      state.status === "answered"
        ? { ...state, objectionLimit: limit, ...(lookAgainOn === undefined ? {} : { lookAgainOn }) }
        : { ...state, limit },
    "permits.complaint.handed-over": (state, { data: { on, office }, personal: { reasons, appeal } }) => ({
      ...{ ...state, status: "handed-over" },
      handedOver: { on, office, reasons, appeal },
    }),
    "permits.complaint.appeal-noted": (state, { data: { stage, on, ended } }) => ({
      ...state,
      ...(ended ? { status: "closed" } : {}),
      ...(state.handedOver === undefined ? {} : { handedOver: { ...state.handedOver, stage, stageOn: on } }),
    }),
    "permits.complaint.overdue": (state) => ({ ...state, overdue: true }),
    "permits.complaint.received": (state) => state,
    "permits.complaint.contact-disclosed": (state) => state,
  },
  listed: ({ status, receivedAt, owner, assignee, answers }, id) => ({
    byStatus: { partition: `complaint:${status}`, sort: `${receivedAt}#${id}` },
    ...(owner === undefined ? {} : { byOwner: { partition: `complaint:${owner}`, sort: `${receivedAt}#${id}` } }),
    ...(assignee === undefined
      ? {}
      : { byOffice: { partition: `complaint:${assignee.sub}`, sort: `${receivedAt}#${id}` } }),
    ...(assignee === undefined && answers.length === 0
      ? {}
      : { byDomain: { partition: `complaint:${receivedAt.slice(0, 7)}`, sort: `${receivedAt}#${id}` } }),
  }),
  nextDeadline,
  onDeadline: () => ({ type: "pass-time" }),
});
