import { endOfDay, recalculate } from "../../../../shared/calendar/index.ts";
import type { Context, Decision } from "../../../../shared/decider/index.ts";
import type { Mediation, MediationEvent } from "./mediation.ts";

const nextFollowUp = ({ status, followUps }: Mediation): string | undefined =>
  status === "agreed" ? followUps.find(({ done, missed }) => done === undefined && !missed)?.due : undefined;

const runsUntil = ({ status, limit, overdue }: Mediation) => (status === "open" && !overdue ? limit : undefined);

export function nextMediationDeadline(state: Mediation): string | undefined {
  const due = runsUntil(state)?.due ?? nextFollowUp(state);
  return typeof due === "string" ? endOfDay(due) : undefined;
}

/** Until which day a step is in time. */
export function mediationStepUntil(state: Mediation, verb: string): string | null | undefined {
  if (verb === "record-confirmation") return state.confirmBy?.due;
  if (verb === "follow-up") return state.followUps.find(({ done }) => done === undefined)?.due;
  return verb === "agree" || verb === "fail" || verb === "prolong" ? state.limit?.due : undefined;
}

/** What is late is told once: the month, and each visit. Time alone ends no mediation. */
export function passTime(state: Mediation, { calendar, today }: Context): Decision<MediationEvent> {
  const limit = runsUntil(state);
  const due = limit === undefined ? nextFollowUp(state) : recalculate(calendar, limit).due;
  if (typeof due !== "string" || due >= today.toString()) return [];
  const what = limit === undefined ? "follow-up" : "mediation";
  return [{ type: "grid-events.mediation.overdue", data: { due, what }, personal: {} }];
}
