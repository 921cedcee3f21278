import { type Actor, type Context, type Rejection, theTownItself } from "../../../../shared/decider/index.ts";
import { assignmentOf, type GridEvent, handledIn } from "./event.ts";
import type { GridDuty } from "./messages.ts";
import { notYou, refuse } from "./refusals.ts";

export const isDispatcher = ({ roles }: Actor): boolean => roles.includes("dispatcher");

/** P-5: no machine says what becomes of a matter. */
export const byMachine = ({ sub }: Actor): Rejection | undefined =>
  sub === theTownItself.sub
    ? refuse("grid-events.person-decides", { article: "个人信息保护法24(3)", rule: "P-5" })
    : undefined;

/** G1: the worker who has a post of this grid, or the dispatcher: he has all matters of gaps and addresses. */
export function notOnDuty(
  { where }: Pick<GridEvent, "where">,
  duty: GridDuty | undefined,
  actor: Actor,
): Rejection | undefined {
  if (isDispatcher(actor)) return undefined;
  const his = where.grid !== undefined && duty?.workers.includes(actor.sub) === true;
  return his ? undefined : notYou("grid-events.not-your-grid", { rule: "G1" });
}

/** On whose list a matter stands: that of the person named, of any office, else that of the unit. */
export const doerPartition = ({ unit, person }: { readonly unit: string; readonly person?: string }): string =>
  person === undefined ? `event:unit:${unit}` : `event:person:${person}`;

/** P-1: who handles a matter, or is named for it, never learns who reported it: not as a dispatcher either. */
export const disclosureFault = ({ assignments }: GridEvent, { sub }: Actor): Rejection | undefined =>
  assignments.some(({ person, handledBy }) => person === sub || handledBy.includes(sub))
    ? notYou("grid-events.handler-reads-no-reporter", { rule: "P-1" })
    : undefined;

/** G2: who handled it in this round does not verify it. */
export const verifierFault = (state: GridEvent, { sub }: Actor): Rejection | undefined =>
  handledIn(state).includes(sub) ? notYou("grid-events.handler-cannot-verify", { rule: "G2" }) : undefined;

/** Units outside of the town's house have no login here: the dispatcher records what they did. */
const isOutside = (unit: string, { gridEvents }: Context["town"]): boolean =>
  gridEvents.units.some(({ id, kind }) => id === unit && (kind === "county" || kind === "company"));

/** The person named at the dispatch, or anybody of the unit where none is named. */
export function notOfTheUnit(
  state: GridEvent,
  { actor, town }: Pick<Context, "actor" | "town">,
): Rejection | undefined {
  const current = assignmentOf(state) ?? state.assignments.at(-1);
  if (current === undefined) return notYou("grid-events.not-the-unit", { rule: "G2" });
  if (isDispatcher(actor) && isOutside(current.unit, town)) return undefined;
  const his = current.person === undefined ? actor.office === current.unit : current.person === actor.sub;
  return his ? undefined : notYou("grid-events.not-the-unit", { rule: "G2" });
}

/** Whether somebody reported it by his own login, or holds the receipt of who gave no name. */
export const isReporter = (
  { reporter }: Pick<GridEvent, "reporter">,
  { sub }: Pick<Actor, "sub">,
  receipt?: string,
): boolean =>
  (reporter.owner !== undefined && reporter.owner === sub) ||
  (reporter.receipt !== undefined && reporter.receipt === receipt);
