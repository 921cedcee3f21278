import type { Moves } from "../../../../shared/decider/index.ts";

/** States of an application and what moves them. What is not listed is not possible (409). */
export const moves = {
  received: {
    "notify-corrections": "incomplete",
    correct: "received",
    accept: "accepted",
    decline: "declined",
    withdraw: "withdrawn",
    "pass-time": ["received", "accepted"],
  },
  incomplete: { correct: ["incomplete", "received"], withdraw: "withdrawn" },
  accepted: {
    review: "accepted",
    pause: "paused",
    extend: "accepted",
    decide: ["granted", "refused"],
    forward: "forwarded",
    withdraw: "withdrawn",
    "pass-time": "accepted",
  },
  paused: { resume: "accepted", withdraw: "withdrawn" },
  granted: { close: "closed" },
  refused: { deliver: "closed" },
  forwarded: {},
  declined: {},
  withdrawn: {},
  closed: {},
} as const satisfies Moves;
