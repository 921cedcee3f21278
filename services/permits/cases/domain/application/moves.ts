import type { MovesOf } from "../../../../../shared/decider/index.ts";
import type { Application, ApplicationCommand } from "./application.ts";

/** What may still be recorded once a case was accepted, also after its end. */
const late = <S extends string>(status: S) =>
  ({ "explain-overdue": status, "pay-by-agent": status, pay: status, "take-payment-back": status }) as const;

/** CF-43a: a person can be asked to keep out of the case as long as there is something left to do in it for the town. */
const recusing = <S extends string>(status: S) => ({ "ask-recusal": status, "decide-recusal": status }) as const;

/** What time and events do, and no route: a refusal does not offer it. */
export const byItself = ["pass-time", "deem-renewed", "pay", "take-payment-back", "close"] as const;

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
    ...recusing("received"),
  },
  incomplete: {
    locate: "incomplete",
    "state-household": "incomplete",
    correct: ["incomplete", "received"],
    withdraw: "withdrawn",
    "deem-renewed": "renewed",
    ...recusing("incomplete"),
  },
  accepted: {
    locate: "accepted",
    "state-household": "accepted",
    supplement: "accepted",
    consult: "accepted",
    review: "accepted",
    "confirm-survey": "accepted",
    "resolve-disagreement": "accepted",
    "assign-inspectors": "accepted",
    "inform-third-parties": "accepted",
    "hear-parties": "accepted",
    "request-hearing": "accepted",
    "call-hearing": ["paused", "accepted"],
    "replace-chair": "accepted",
    "record-hearing": "accepted",
    pause: "paused",
    extend: "accepted",
    decide: ["granted", "refused"],
    forward: "forwarded",
    withdraw: "withdrawn",
    "deem-renewed": "renewed",
    "pass-time": "accepted",
    ...late("accepted"),
    ...recusing("accepted"),
  },
  paused: {
    locate: "paused",
    "state-household": "paused",
    supplement: "paused",
    "request-hearing": "paused",
    "assign-inspectors": "paused",
    "hear-parties": "paused",
    "replace-chair": "paused",
    "record-hearing": ["paused", "accepted"],
    resume: "accepted",
    withdraw: "withdrawn",
    "deem-renewed": "renewed",
    "pass-time": ["paused", "accepted"],
    ...late("paused"),
    ...recusing("paused"),
  },
  granted: { close: "closed", ...late("granted"), ...recusing("granted") },
  refused: { deliver: "closed", ...late("refused") },
  forwarded: {
    "state-household": "forwarded",
    "record-upper-decision": "answered",
    "deem-renewed": "renewed",
    ...late("forwarded"),
  },
  answered: { deliver: "closed", ...late("answered") },
  recorded: {},
  declined: {},
  withdrawn: {},
  renewed: late("renewed"),
  closed: late("closed"),
} as const satisfies MovesOf<Application, ApplicationCommand>;
