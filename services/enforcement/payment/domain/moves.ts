import type { MovesOf } from "../../../../shared/decider/index.ts";
import type { Fine } from "./fine.ts";
import type { FineCommand } from "./messages.ts";

/** States of a fine and what moves them (CF-66 to CF-73, QZ-35 to QZ-57). It is annulled when the decision falls. */
export const fineMoves = {
  due: {
    "note-payment": ["due", "paid"],
    "take-payment-back": "due",
    "ask-deferral": "due",
    "decide-deferral": "due",
    demand: "due",
    "note-demand-service": "due",
    "state-opinion": "due",
    "hear-opinion": "due",
    "waive-surcharge": ["due", "paid"],
    "apply-to-court": "applied",
    "take-goods": "due",
    "note-auction": ["due", "paid"],
    "release-goods": "due",
    pause: "paused",
    end: "ended",
    "pass-time": "due",
  },
  applied: {
    "note-payment": ["applied", "paid"],
    "take-payment-back": "applied",
    "court-answered": ["applied", "due"],
    "court-ruled": ["applied", "due"],
    "note-auction": ["applied", "paid"],
    "release-goods": "applied",
    pause: "paused",
    end: "ended",
  },
  paused: {
    "note-payment": ["paused", "paid"],
    "take-payment-back": "paused",
    "note-auction": ["paused", "paid"],
    "release-goods": "paused",
    resume: ["due", "applied"],
    end: "ended",
  },
  paid: { "note-payment": "paid", "take-payment-back": ["paid", "due"] },
  ended: { "note-payment": "ended", "take-payment-back": "ended" },
  annulled: { "note-payment": "annulled", "take-payment-back": "annulled" },
} as const satisfies MovesOf<Fine, FineCommand>;
