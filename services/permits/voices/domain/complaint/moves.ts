import type { MovesOf } from "../../../../../shared/decider/index.ts";
import type { Complaint, ComplaintCommand } from "./complaint.ts";

/** States of a complaint and what moves them. */
export const complaintMoves = {
  received: { assign: "assigned", extend: "received", withdraw: "withdrawn" },
  assigned: {
    assign: "assigned",
    extend: "assigned",
    contact: "assigned",
    answer: ["answered", "closed"],
    withdraw: "withdrawn",
  },
  answered: { object: "objected", "pass-time": "closed" },
  objected: { assign: "assigned" },
  closed: { object: "objected" },
  withdrawn: {},
} as const satisfies MovesOf<Complaint, ComplaintCommand>;
