import type { MovesOf } from "../../../../../shared/decider/index.ts";
import type { VisitCommand } from "./messages.ts";
import type { SiteInspection } from "./visit.ts";

/** States of an inspection and what moves them (IN-2, IN-3). */
export const visitMoves = {
  proposed: {
    approve: "approved",
    decline: "not-approved",
    "call-off": "called-off",
    "change-officers": "proposed",
    scan: "proposed",
    enter: "entered",
    join: "joined",
    "take-in": "proposed",
    "pass-time": ["proposed", "lapsed"],
  },
  approved: {
    "call-off": "called-off",
    "change-officers": "approved",
    announce: "approved",
    scan: "approved",
    enter: "entered",
    "note-not-held": "not-held",
    join: "joined",
    "pass-time": ["approved", "lapsed"],
  },
  entered: { record: "recorded", scan: "entered", approve: "entered", decline: "not-approved", "pass-time": "entered" },
  recorded: {
    record: "recorded",
    countersign: "signed",
    scan: "recorded",
    approve: "recorded",
    "pass-time": "recorded",
  },
  signed: { "tell-result": "told", scan: "signed", approve: "signed", "pass-time": "signed" },
  told: { "re-inspect": "told", scan: "told", "pass-time": "told" },
  "not-approved": { "pass-time": "not-approved" },
  "called-off": { "pass-time": "called-off" },
  joined: { "pass-time": "joined" },
  lapsed: { "pass-time": "lapsed" },
  "not-held": { "pass-time": "not-held" },
} as const satisfies MovesOf<SiteInspection, VisitCommand>;
