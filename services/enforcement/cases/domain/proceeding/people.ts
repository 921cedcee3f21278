import type { Posted } from "../../../../../shared/calendar/index.ts";
import type { Actor, Context, Rejection } from "../../../../../shared/decider/index.ts";
import { isHeadFor, isRecused, type Recusal } from "../../../../../shared/people/index.ts";
import { byMachine } from "../../../common/domain/case-rules.ts";
import { officerFaultsOf } from "../../../common/domain/two-officers.ts";
import type { KnownCase } from "./known-case.ts";
import type { Known } from "./messages.ts";
import type { Proceeding } from "./proceeding.ts";
import { badInput, notNow, notYou } from "./refusals.ts";
import { actsForParty, isTheParty, wasHisAgent } from "./representation.ts";

export { isTheParty } from "./representation.ts";

const article42 = { article: "行政处罚法42", rule: "CF-42" };
const article43 = { article: "行政处罚法43", rule: "CF-43" };

/** The domains in which the officers of a case must be certified. */
export const domainsOf = ({ acts }: KnownCase): readonly string[] => [...new Set(acts.map(({ domain }) => domain))];

/** CF-42, CF-43: an officer of the case takes the step, certified today for all its domains and not recused. */
export function handlerFault(
  { case: of, officers }: Known,
  { actor, today }: Pick<Context, "actor" | "today">,
): Rejection | undefined {
  if (of === undefined) return badInput("enforcement.no-such-case");
  if (!of.officers.some(({ sub }) => sub === actor.sub)) return notYou("enforcement.not-a-handler", article42);
  if (isRecused(of.recusals, actor.sub)) return notYou("enforcement.recused", article43);
  const faults = officerFaultsOf(actor.sub, { officers, domains: domainsOf(of), on: today });
  if (faults.length === 0) return undefined;
  return notYou("enforcement.not-a-handler", { conditions: faults.map(({ condition }) => condition), ...article42 });
}

/** CF-54: what is suspended, withdrawn, transferred or over is not carried on. */
export const notInvestigating = (of: KnownCase | undefined): Rejection | undefined =>
  of === undefined || of.status === "investigating"
    ? undefined
    : notNow("enforcement.not-investigating", { status: of.status, article: "行政处罚法54", rule: "CF-54" });

/** CF-57: the organ's head, or whom the head of the government empowered in writing. Never somebody who handled the case. */
export function headFault(
  of: KnownCase | undefined,
  { actor, today, town }: Pick<Context, "actor" | "today" | "town">,
): Rejection | undefined {
  const machine = byMachine(actor);
  if (machine !== undefined) return machine;
  const article = { article: "行政处罚法57", rule: "CF-57" };
  if (!isHeadFor(town.enforcementOffice, actor.sub, "organ", { heads: town.heads, today }))
    return notYou("enforcement.not-the-head", article);
  return independenceFault(of, actor, "enforcement.handler-cannot-decide");
}

/** CF-57, CF-58, CF-64: neither an officer of the case, of now or before, nor somebody recused from it. */
export function independenceFault(
  of: KnownCase | undefined,
  { sub }: Pick<Actor, "sub">,
  code: "enforcement.handler-cannot-decide" | "enforcement.handler-cannot-review",
): Rejection | undefined {
  if (of === undefined) return badInput("enforcement.no-such-case");
  if (hasHandled(of, sub)) return notYou(code, { article: "行政处罚法57、58", rule: "CF-57" });
  return isRecused(of.recusals, sub) ? notYou("enforcement.recused", article43) : undefined;
}

export const hasHandled = (of: KnownCase, sub: string): boolean =>
  of.handlers.includes(sub) || of.officers.some((one) => one.sub === sub);

/** CF-43a: what a recused person did before stands only if the head says so. */
export const actsStand = (recusals: readonly Recusal[], sub: string): boolean =>
  !isRecused(recusals, sub) ||
  recusals.findLast((one) => one.sub === sub && one.decided !== undefined)?.decided?.earlierActsStand === true;

/** CF-43: nobody acts for the town in what concerns himself, or whom he represents or represented. */
export const inOwnMatter = (state: Proceeding, actor: Actor): Rejection | undefined =>
  isTheParty(state, actor) || wasHisAgent(state, actor) ? notYou("enforcement.recused", article43) : undefined;

interface Said {
  readonly case?: KnownCase | undefined;
  readonly paper?: string;
  readonly posted?: Posted;
}

/**
 * CF-44, CF-45: the party speaks for himself, or his agent for him, by the own login. What he says or sends otherwise, an officer of the case or the
 * counter records, with the paper that shows it.
 */
export function speaker(
  state: Proceeding,
  { case: of, paper, posted }: Said,
  { actor, today }: Pick<Context, "actor" | "today">,
): "party" | "officer" | Rejection {
  if (actsForParty(state, actor, today.toString())) return "party";
  const records = actor.roles.includes("clerk") || of?.officers.some(({ sub }) => sub === actor.sub) === true;
  if (!records) return notYou("enforcement.not-the-party", { article: "行政处罚法7、45", rule: "CF-45" });
  if (paper === undefined)
    return badInput("enforcement.paper-missing", { posted: posted !== undefined, rule: "CF-45" }, "/paper");
  return "officer";
}
