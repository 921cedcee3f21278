import type { MovesOf } from "../../../../shared/decider/index.ts";
import type { RectificationCommand } from "./messages.ts";
import type { Rectification } from "./rectification.ts";

/** States of an order to correct and what moves them (CF-28, CF-33). Before its service it binds nobody (CF-61). */
export const rectificationMoves = {
  unsigned: { countersign: "issued", drop: "dropped" },
  issued: { "note-service": "in-force", revoke: "revoked" },
  "in-force": {
    "ask-extension": "in-force",
    "decide-extension": "in-force",
    "report-done": "in-force",
    recheck: "in-force",
    "sign-recheck": ["corrected", "unmet"],
    revoke: "revoked",
    "pass-time": "in-force",
  },
  corrected: { "let-off": "let-off", propose: "proposed" },
  unmet: { propose: "proposed", revoke: "revoked" },
  "let-off": { "note-service": "let-off" },
  proposed: { revoke: "revoked" },
  revoked: {},
  dropped: {},
} as const satisfies MovesOf<Rectification, RectificationCommand>;
