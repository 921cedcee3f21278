import type { Moves } from "../../../../shared/decider/index.ts";

/** States of a question and what moves them. What is not listed is not possible (409). */
export const moves = {
  asked: { answer: "replied", refer: "asked", prefill: "asked", turn: "turned", "pass-time": "asked" },
  replied: { answer: "replied", "follow-up": "asked", publish: "replied", prefill: "replied", turn: "turned" },
  turned: { publish: "turned" },
} as const satisfies Moves;
