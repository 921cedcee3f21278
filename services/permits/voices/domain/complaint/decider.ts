import type { Context, Decider, Decision, Recorded } from "../../../../../shared/decider/index.ts";
import { checkMove } from "../refusals.ts";
import type { Complaint, ComplaintCommand, ComplaintEvent } from "./complaint.ts";
import { answer, assign, complain, contact, extend, nextDeadline, object, passTime, withdraw } from "./handling.ts";
import { complaintMoves } from "./moves.ts";

/** A complaint (L7), from its receipt to the answer and what followed from it. */
export const complaint: Decider<Complaint, ComplaintCommand, ComplaintEvent> = {
  aggregate: "complaint",
  shape: 1,
  decide(state, command, context) {
    if (state === undefined) return command.type === "complain" ? complain(command, context) : [];
    if (command.type === "pass-time") return passTime(state, context);
    const impossible = checkMove(complaintMoves, "permits.complaint-not-in-this-state", state.status, command.type);
    return impossible ?? carryOut(state, command, context);
  },
  evolve,
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
};

function carryOut(state: Complaint, command: ComplaintCommand, context: Context): Decision<ComplaintEvent> {
  switch (command.type) {
    case "assign":
      return assign(state, command, context);
    case "answer":
      return answer(state, command, context);
    case "extend":
      return extend(state, command.reasons, context);
    case "object":
      return object(state, command.reasons, context);
    case "withdraw":
      return withdraw(state, context);
    case "contact":
      return contact(state, command.reason, context);
    default:
      return [];
  }
}

function evolve(state: Complaint | undefined, event: Recorded<ComplaintEvent>): Complaint {
  if (event.type === "permits.complaint.filed") {
    const { kind: _kind, ...data } = event.data;
    const empty = { extended: false, objected: false, answers: [], overdue: false };
    return { ...empty, ...data, ...event.personal, status: "received", receivedAt: event.time };
  }
  if (state === undefined) throw new TypeError("a complaint begins by being received");
  switch (event.type) {
    case "permits.complaint.assigned": {
      const { to, person } = event.personal;
      return { ...state, status: "assigned", assignee: to, ...(person === undefined ? {} : { target: person }) };
    }
    case "permits.complaint.extended":
      return { ...state, extended: true, overdue: false, limit: event.data.limit };
    case "permits.complaint.answered": {
      const { text, measures, objectionLimit } = event.personal;
      const { outcome, answeredOn } = event.data;
      const answers = [...state.answers, { on: answeredOn, by: event.actor, outcome, text, measures }];
      if (state.objected) return { ...state, status: "closed", answers };
      return { ...state, status: "answered", answers, ...(objectionLimit === undefined ? {} : { objectionLimit }) };
    }
    case "permits.complaint.objected":
      return { ...state, status: "objected", objected: true, extended: false, overdue: false, limit: event.data.limit };
    case "permits.complaint.withdrawn":
      return { ...state, status: "withdrawn" };
    case "permits.complaint.closed":
      return { ...state, status: "closed" };
    case "permits.complaint.limit-recounted":
      return state.status === "answered"
        ? { ...state, objectionLimit: event.data.limit }
        : { ...state, limit: event.data.limit };
    case "permits.complaint.overdue":
      return { ...state, overdue: true };
    case "permits.complaint.received":
    case "permits.complaint.contact-disclosed":
      return state;
  }
}
