import type { MovesOf } from "../../../../../shared/decider/index.ts";
import type { Complaint, ComplaintCommand } from "./complaint.ts";

/** States of a complaint and what moves them. */
export const complaintMoves = {
  received: { assign: "assigned", extend: "received", withdraw: "withdrawn", "hand-over": "handed-over" },
  assigned: {
    assign: "assigned",
    extend: "assigned",
    contact: "assigned",
    answer: ["answered", "closed"],
    withdraw: "withdrawn",
    "hand-over": "handed-over",
  },
  answered: { object: "objected", "pass-time": "closed" },
  objected: { assign: "assigned" },
  closed: { object: "objected" },
  // It goes on as an appeal, with its own terms and echo slip.
  "handed-over": { contact: "handed-over", "note-appeal": ["handed-over", "closed"] },
  withdrawn: {},
} as const satisfies MovesOf<Complaint, ComplaintCommand>;
