import type { MovesOf } from "../../../../shared/decider/index.ts";
import type { Lead } from "./lead.ts";
import type { LeadCommand } from "./messages.ts";

const open = <S extends string>(status: S) =>
  ({ extend: status, "take-in": status, informant: status, "pass-time": status }) as const;

/** What ends a lead before anything is filed. */
const over = { dismiss: "dismissed", transfer: "transferred", join: "joined" } as const;

/** States of a lead and what moves them (CF-54, CF-54a). */
export const leadMoves = {
  received: { verify: "checked", answer: "answered", ...over, ...open("received") },
  checked: { verify: "checked", countersign: "verified", ...open("checked") },
  verified: { verify: "checked", propose: "proposed", ...over, ...open("verified") },
  proposed: {
    "note-filed": "filed",
    "note-dismissed": "dismissed",
    "take-in": "proposed",
    informant: "proposed",
    "pass-time": "proposed",
  },
  filed: { "take-in": "filed", informant: "filed", "pass-time": "filed" },
  dismissed: { "pass-time": "dismissed" },
  transferred: { "pass-time": "transferred" },
  joined: { "pass-time": "joined" },
  answered: { "pass-time": "answered" },
} as const satisfies MovesOf<Lead, LeadCommand>;

export const leadMovesByItself = ["pass-time", "take-in", "note-filed", "note-dismissed"] as const;
