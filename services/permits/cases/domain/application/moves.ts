import type { MovesOf } from "../../../../../shared/decider/index.ts";
import type { Application, ApplicationCommand } from "./application.ts";

/** What may still be recorded once a case was accepted, whatever becomes of it. */
const late = <S extends string>(status: S) => ({ "explain-overdue": status, pay: status }) as const;

/** What time and events do, and no route: a refusal does not offer it. */
export const byItself = ["pass-time", "deem-renewed", "pay", "close"] as const;

/** States of an application and what moves them. What is not listed is not possible (409). */
export const moves = {
  received: {
    "notify-corrections": "incomplete",
    locate: "received",
    "state-household": "received",
    correct: "received",
    accept: ["accepted", "recorded"],
    decline: "declined",
    "decide-at-once": ["granted", "refused"],
    withdraw: "withdrawn",
    "deem-renewed": "renewed",
    "pass-time": ["received", "accepted", "recorded"],
  },
  incomplete: {
    locate: "incomplete",
    "state-household": "incomplete",
    correct: ["incomplete", "received"],
    withdraw: "withdrawn",
    "deem-renewed": "renewed",
  },
  accepted: {
    locate: "accepted",
    "state-household": "accepted",
    supplement: "accepted",
    consult: "accepted",
    review: "accepted",
    "resolve-disagreement": "accepted",
    "assign-inspectors": "accepted",
    "inform-third-parties": "accepted",
    "hear-parties": "accepted",
    "request-hearing": "accepted",
    "call-hearing": "paused",
    "record-hearing": "accepted",
    pause: "paused",
    extend: "accepted",
    decide: ["granted", "refused"],
    forward: "forwarded",
    withdraw: "withdrawn",
    "deem-renewed": "renewed",
    "pass-time": "accepted",
    ...late("accepted"),
  },
  paused: {
    locate: "paused",
    "state-household": "paused",
    supplement: "paused",
    "request-hearing": "paused",
    "assign-inspectors": "paused",
    "hear-parties": "paused",
    "record-hearing": ["paused", "accepted"],
    resume: "accepted",
    withdraw: "withdrawn",
    "deem-renewed": "renewed",
    "pass-time": ["paused", "accepted"],
    ...late("paused"),
  },
  granted: { close: "closed", ...late("granted") },
  refused: { deliver: "closed", ...late("refused") },
  forwarded: { "record-upper-decision": "answered", "deem-renewed": "renewed", ...late("forwarded") },
  answered: { deliver: "closed", ...late("answered") },
  recorded: {},
  declined: {},
  withdrawn: {},
  renewed: late("renewed"),
  closed: late("closed"),
} as const satisfies MovesOf<Application, ApplicationCommand>;
