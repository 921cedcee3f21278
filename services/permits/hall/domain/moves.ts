import type { Moves } from "../../../../shared/decider/index.ts";

/** States of a ticket and what moves it. What is not listed is not possible (409). */
export const ticketMoves = {
  waiting: { call: "called", leave: "left", transfer: "transferred", close: "unserved" },
  called: { recall: "called", "no-show": "no-show", serve: "serving", transfer: "transferred", close: "unserved" },
  serving: { finish: "served", transfer: "transferred", close: "unfinished" },
  "no-show": { return: "waiting" },
  transferred: { arrive: "waiting" },
  served: {},
  left: {},
  unserved: {},
  unfinished: {},
} as const satisfies Moves;

/** States of a window on a day. */
export const windowMoves = {
  closed: { "open-window": "open" },
  open: { "pause-window": "paused", "close-window": "closed", call: "open" },
  paused: { "resume-window": "open", "close-window": "closed" },
} as const satisfies Moves;

/** States of an appointment. */
export const bookingMoves = {
  booked: { "check-in": "checked-in", "cancel-booking": "cancelled", "pass-time": "lapsed" },
  "checked-in": {},
  cancelled: {},
  lapsed: {},
} as const satisfies Moves;
