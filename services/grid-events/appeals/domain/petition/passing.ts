import {
  endOfDay,
  hasCertainlyPassed,
  type Limit,
  recalculate,
  startOfDay,
} from "../../../../../shared/calendar/index.ts";
import type { Context, Decision } from "../../../../../shared/decider/index.ts";
import type { Petition, PetitionEvent, Stage } from "./petition.ts";

const running: Partial<Record<Petition["status"], Stage | "reply">> = {
  ...{ received: "reply", accepted: "conclusion" },
  ...{ "review-asked": "review", "re-review-asked": "re-review" },
};

const waitsUntil = (state: Petition): Limit | undefined => {
  if (running[state.status] !== undefined) return state.overdue ? undefined : state.limit;
  return state.status === "concluded" || state.status === "reviewed" ? state.window : undefined;
};

/** T-13: the organ's own alarm goes by the day before rolling; its terms do not roll. */
export function nextPetitionDeadline(state: Petition): string | undefined {
  if (running[state.status] === undefined && state.lookAgainOn !== undefined) return startOfDay(state.lookAgainOn);
  const due = waitsUntil(state)?.due;
  return typeof due === "string" ? endOfDay(due) : undefined;
}

const ofTheOrgan: ReadonlySet<string> = new Set(["accept", "conclude", "extend", "review", "send-elsewhere"]);

/** Until which day a step is in time: what the organ does by its term, what the person asks for by his window. */
export function petitionStepUntil({ limit, transferred, window }: Petition, verb: string): string | null | undefined {
  if (verb === "return") return transferred?.objectBy.due;
  if (verb === "ask-review") return window?.due;
  return ofTheOrgan.has(verb) ? limit.due : undefined;
}

/** Late is put on record once. A window that is certainly over makes the opinion final; nothing does so on a predicted day (T-10). */
export function passTime(state: Petition, context: Context): Decision<PetitionEvent> {
  const today = context.today.toString();
  const kept = waitsUntil(state);
  if (kept?.due == null || kept.due >= today) return [];
  const limit = recalculate(context.calendar, kept);
  if (limit.due !== null && limit.due >= today)
    return [{ type: "grid-events.petition.limit-recounted", data: { limit }, personal: {} }];
  const stage = running[state.status];
  if (stage !== undefined)
    return [{ type: "grid-events.petition.overdue", data: { due: kept.due, stage }, personal: {} }];
  if (hasCertainlyPassed(context.calendar, limit, context.today)) {
    const last = state.opinions.at(-1)?.stage ?? "conclusion";
    return [{ type: "grid-events.petition.final", data: { on: today, stage: last }, personal: {} }];
  }
  const lookAgainOn = context.today.add({ days: 7 }).toString();
  return [{ type: "grid-events.petition.limit-recounted", data: { limit, lookAgainOn }, personal: {} }];
}
