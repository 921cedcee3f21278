import type { MovesOf } from "../../../../../shared/decider/index.ts";
import type { Rating, RatingCommand } from "./rating.ts";

/** States of a rating and what moves them. A good one is final; a poor one is followed up. */
export const ratingMoves = {
  given: {},
  "to-call-back": {
    assign: "to-call-back",
    contact: "to-call-back",
    "call-back": ["to-call-back", "to-classify"],
    appeal: "appealed",
  },
  "to-classify": {
    assign: "to-classify",
    contact: "to-classify",
    classify: ["rectified", "to-rectify", "explained"],
    appeal: "appealed",
  },
  "to-rectify": { assign: "to-rectify", contact: "to-rectify", rectify: "rectified" },
  rectified: { check: ["closed", "to-rectify"] },
  explained: { check: ["closed", "to-classify"] },
  appealed: { "decide-appeal": ["excluded", "to-call-back", "to-classify"] },
  closed: {},
  excluded: {},
} as const satisfies MovesOf<Rating, RatingCommand>;
