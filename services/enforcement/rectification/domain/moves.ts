import type { MovesOf } from "../../../../shared/decider/index.ts";
import type { RectificationCommand } from "./messages.ts";
import type { Rectification } from "./rectification.ts";

/** States of an order to correct and what moves them (CF-28, CF-33). Before its service it binds nobody (CF-61). */
export const rectificationMoves = {
  unsigned: { countersign: "issued", drop: "dropped" },
  issued: { "note-service": "binding", revoke: "revoked" },
  binding: {
    "ask-extension": "binding",
    "decide-extension": "binding",
    "report-done": "binding",
    recheck: "binding",
    "sign-recheck": ["corrected", "unmet"],
    revoke: "revoked",
    "pass-time": "binding",
  },
  corrected: { "let-off": "let-off", propose: "proposed" },
  unmet: { propose: "proposed", revoke: "revoked" },
  "let-off": { "note-service": "let-off" },
  proposed: { revoke: "revoked" },
  revoked: {},
  dropped: {},
} as const satisfies MovesOf<Rectification, RectificationCommand>;
