import type { Moves } from "../../../shared/decider/index.ts";

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
  incomplete: { correct: ["incomplete", "received"], withdraw: "withdrawn", "pass-time": "incomplete" },
  accepted: {
    review: "accepted",
    pause: "paused",
    extend: "accepted",
    decide: ["granted", "refused"],
    forward: "forwarded",
    withdraw: "withdrawn",
    "pass-time": "accepted",
  },
  paused: { resume: "accepted", withdraw: "withdrawn", "pass-time": "paused" },
  granted: { close: "closed", "pass-time": "granted" },
  refused: { deliver: "closed", "pass-time": "refused" },
  forwarded: { "pass-time": "forwarded" },
  declined: { "pass-time": "declined" },
  withdrawn: { "pass-time": "withdrawn" },
  closed: { "pass-time": "closed" },
} as const satisfies Moves;
