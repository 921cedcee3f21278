import type { MovesOf } from "../../../../shared/decider/index.ts";
import type { Mediation, MediationCommand } from "./mediation.ts";

const running = <S extends string>(status: S) =>
  ({
    appoint: status,
    "refuse-mediator": status,
    "declare-conflict": status,
    "report-danger": status,
    "pass-time": status,
  }) as const;

/** States of a mediation and what moves them. A party ends it whenever he wants (G-15). */
export const mediationMoves = {
  proposed: { ...running("proposed"), consent: ["proposed", "open"], decline: "declined" },
  open: {
    ...running("open"),
    "hold-session": "open",
    prolong: "open",
    agree: "agreed",
    end: "ended",
    fail: "failed",
  },
  agreed: {
    "record-confirmation": "agreed",
    "follow-up": ["agreed", "closed"],
    "report-danger": "agreed",
    "pass-time": "agreed",
  },
  closed: {},
  declined: {},
  ended: {},
  failed: {},
} as const satisfies MovesOf<Mediation, MediationCommand>;
