import type { MovesOf } from "../../../../shared/decider/index.ts";
import type { PublicationCommand } from "./messages.ts";
import type { Publication } from "./publication.ts";

/** States of a publication and what moves them (CF-48, CF-48a). A fallen decision moves it from every state. */
export const publicationMoves = {
  proposed: { "name-secrets": "proposed", publish: "published", decline: "declined", "pass-time": "proposed" },
  declined: { publish: "published" },
  dropped: {},
  published: {
    "ask-repair": "published",
    "withdraw-repair": "published",
    "decide-repair": ["published", "repaired"],
    "pass-time": ["published", "expired"],
  },
  // A changed decision is published anew, once the old text is gone everywhere.
  withdrawn: { "note-taken-down": "withdrawn", publish: "published", "pass-time": "withdrawn" },
  expired: { "note-taken-down": "expired", "pass-time": "expired" },
  repaired: { "note-taken-down": "repaired", "pass-time": "repaired" },
} as const satisfies MovesOf<Publication, PublicationCommand>;
