import type { MovesOf } from "../../../../shared/decider/index.ts";
import type { Consultation, ConsultationCommand } from "./messages.ts";

/** States of a question and what moves them. What is not listed is not possible (409). */
export const moves = {
  asked: { answer: "replied", refer: "asked", prefill: "asked", turn: "turned", "pass-time": "asked" },
  replied: { answer: "replied", "follow-up": "asked", publish: "replied", prefill: "replied", turn: "turned" },
  turned: { publish: "turned" },
} as const satisfies MovesOf<Consultation, ConsultationCommand>;
