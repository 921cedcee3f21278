import type { MovesOf } from "../../../../../shared/decider/index.ts";
import type { ProceedingCommand } from "./messages.ts";
import type { Proceeding } from "./proceeding.ts";

const underWay = {
  "ask-counsel": "open",
  "note-counsel": "open",
  "legal-review": "open",
  discuss: "open",
  decide: "decided",
  stop: "stopped",
} as const;

/** CF-64: the party may be represented as long as anything may still be done. */
const represented = <S extends string>(status: S) => ({ "appoint-agent": status, "end-agent": status }) as const;

/** States of a proceeding and what moves them (CF-44, CF-57). No row leads to a decision past the gates. */
export const proceedingMoves = {
  open: {
    ...represented("open"),
    "ask-recusal": "open",
    charge: "open",
    countersign: "open",
    notify: "open",
    "issue-notice": "noticed",
    ...underWay,
  },
  noticed: {
    ...represented("noticed"),
    ...underWay,
    charge: ["noticed", "open"],
    countersign: "noticed",
    "note-service": "noticed",
    "state-defence": "noticed",
    waive: "noticed",
    "review-defence": "noticed",
    "request-hearing": "noticed",
    "note-hearing": "noticed",
    "ask-recusal": "noticed",
    "ask-counsel": "noticed",
    "note-counsel": "noticed",
    "legal-review": "noticed",
    discuss: "noticed",
  },
  decided: {
    ...represented("decided"),
    "note-service": "in-effect",
    overturn: ["decided", "overturned"],
    succeed: "decided",
    "pass-time": "decided",
  },
  "in-effect": {
    ...represented("in-effect"),
    "note-remedy": "in-effect",
    "note-answer-asked": "in-effect",
    "answer-review": "in-effect",
    "pass-time": "in-effect",
    "end-remedy": ["in-effect", "overturned"],
    overturn: ["in-effect", "overturned"],
    perform: "in-effect",
    "owe-again": "in-effect",
    end: "ended",
    succeed: "in-effect",
  },
  ended: {
    ...represented("ended"),
    "note-remedy": "ended",
    "note-answer-asked": "ended",
    "answer-review": "ended",
    "pass-time": "ended",
    "end-remedy": ["ended", "overturned"],
    overturn: ["ended", "overturned"],
  },
  overturned: { "begin-anew": "open" },
  stopped: {},
} as const satisfies MovesOf<Proceeding, ProceedingCommand>;
