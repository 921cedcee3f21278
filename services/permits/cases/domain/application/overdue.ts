import { isOverdue } from "../../../../../shared/calendar/index.ts";
import type { Context, Decision } from "../../../../../shared/decider/index.ts";
import { isHeadFor } from "../../../../../shared/people/index.ts";
import { notYou, refuse } from "../refusals.ts";
import type { ApplicationEvent, CommandOf, Renewed, Running, WasAccepted } from "./application.ts";
import { limitNames, recounted } from "./limits.ts";
import { about } from "./said.ts";

/** XK-T3: what of the two limits is to be recorded as missed today; beyond the law's, the delay is unlawful. */
export function missedBy(state: Running, { calendar, today }: Context): ApplicationEvent[] {
  const limits = recounted(state.limits, calendar);
  return limitNames.flatMap((limit): ApplicationEvent[] => {
    const { due = null } = limits[limit] ?? {};
    if (due === null || state.missed.includes(limit)) return [];
    const stored = limits[limit];
    if (stored === undefined || !isOverdue(stored, today)) return [];
    const data = { ...about(state), limit, due, unlawful: limit === "statutory" };
    return [{ type: "permits.application.limit-missed", data }];
  });
}

/** XK-T3: the reason of a delay is published; it speaks of the organ's work, and does not name the applicant. */
export function explainOverdue(
  state: WasAccepted | Renewed,
  { limit, cause, reasons }: CommandOf<"explain-overdue">,
  { actor, town, today }: Context,
): Decision<ApplicationEvent> {
  const source = { article: "优化营商环境条例36", rule: "XK-T3" };
  if (actor.office !== state.office && !isHeadFor(state.office, actor.sub, "organ", { heads: town.heads, today }))
    return notYou("permits.not-your-office", { office: state.office });
  // Renewed by law before it was accepted, a case has no limit that could be missed.
  if (!("limits" in state) || !state.missed.includes(limit))
    return refuse("permits.limit-not-missed", source, "/limit");
  if (state.explanations?.some((one) => one.limit === limit) === true)
    return refuse("permits.already-explained", source, "/limit");
  const { name, idNumber, phone } = state.applicant;
  if ([name, idNumber, phone].some((secret) => reasons.includes(secret)))
    return refuse("permits.names-the-applicant", { article: "个人信息保护法6", rule: "P-1" }, "/reasons");
  const due = state.limits[limit]?.due ?? today.toString();
  const data = { ...about(state), limit, due, cause, on: today.toString() };
  return [{ type: "permits.application.overdue-explained", data, personal: { reasons } }];
}
