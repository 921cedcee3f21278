import { hasCertainlyPassed, type LimitSpec, limitFrom, recalculate } from "../../../../../shared/calendar/index.ts";
import type { Context, Decision } from "../../../../../shared/decider/index.ts";
import { notYou, refuse } from "../refusals.ts";
import type { Accepted, ApplicationEvent, CommandOf, Decide, Paused, Running } from "./application.ts";
import { about } from "./said.ts";

const article36 = { article: "行政许可法36", rule: "XK-36" };
const examined = ["survey", "joint-review", "review"];

/** XK-47: five working days, once told, to ask for a hearing. */
const request: LimitSpec = { rule: "XK-47", article: "行政许可法47、82", unit: "working-day", length: 5 };

/** XK-36: those affected are told what is applied for, and that they may ask for a hearing free of charge (XK-47). */
export function informThirdParties(
  state: Accepted,
  { parties }: CommandOf<"inform-third-parties">,
  { actor, calendar, today }: Context,
): Decision<ApplicationEvent> {
  if (actor.office !== state.office) return notYou("permits.not-your-office", { office: state.office });
  const on = today.toString();
  const told = { ...about(state), on, number: parties.length, request: limitFrom(calendar, request, on) };
  return [{ type: "permits.application.third-parties-informed", data: told, personal: { parties } }];
}

/** XK-36: both are heard; what they said, or that they said nothing in the time they had. */
export function hearParties(
  state: Accepted | Paused,
  { applicant, thirdParties }: CommandOf<"hear-parties">,
  { actor, today }: Context,
): Decision<ApplicationEvent> {
  if (actor.office !== state.office) return notYou("permits.not-your-office", { office: state.office });
  if (state.thirdParties?.informed === undefined) return refuse("permits.third-parties-not-informed", article36);
  const data = { on: today.toString() };
  return [{ type: "permits.application.parties-heard", data, personal: { applicant, thirdParties } }];
}

/** XK-36: a licence that was examined is not decided before it is known whether it touches others, nor unheard if it does. */
export function unheard(
  { guide, thirdParties, hearing }: Running,
  { affectsThirdParties }: Pick<Decide, "affectsThirdParties">,
  { calendar, today }: Context,
) {
  const must = guide.category === "licence" && guide.steps.some(({ kind }) => examined.includes(kind));
  const affected = thirdParties?.affected === true || affectsThirdParties === true;
  if (!affected) {
    const looked = thirdParties !== undefined || affectsThirdParties === false;
    return must && !looked ? refuse("permits.third-parties-not-considered", article36) : undefined;
  }
  if (thirdParties?.informed === undefined) return refuse("permits.third-parties-not-informed", article36);
  const { request: limit } = thirdParties.informed;
  const { due } = recalculate(calendar, limit);
  if (hearing?.requestedOn === undefined && !hasCertainlyPassed(calendar, limit, today))
    return refuse("permits.hearing-may-be-requested", { due, article: request.article, rule: request.rule });
  if (thirdParties.heard === undefined && hearing?.held === undefined)
    return refuse("permits.third-parties-not-heard", article36);
  return undefined;
}
