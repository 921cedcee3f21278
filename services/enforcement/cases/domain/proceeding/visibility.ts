import type { Actor, Context } from "../../../../../shared/decider/index.ts";
import { isHeadFor } from "../../../../../shared/people/index.ts";
import { leadsOneOf } from "../../../common/domain/led.ts";
import type { Proceeding } from "./proceeding.ts";
import { actsForParty } from "./representation.ts";

type Known = Pick<Context, "town" | "today">;

/** Who deals with it for the town: its handlers, their squad leader, the legal reviewers, the head, leaders and who supervises. */
export function isOfTheHouse(state: Pick<Proceeding, "handlers">, actor: Actor, { town, today }: Known): boolean {
  if (state.handlers.includes(actor.sub)) return true;
  if (actor.roles.some((role) => role === "leader" || role === "supervisor" || role === "archivist")) return true;
  if (leadsOneOf(actor, state.handlers, town)) return true;
  if (town.enforcement.legalReviewers.some(({ sub }) => sub === actor.sub)) return true;
  return isHeadFor(town.enforcementOffice, actor.sub, "organ", { heads: town.heads, today });
}

/** CF-45: what the party may know: nothing of the charges before he is told. */
export const isToldParty = ({ status }: Proceeding): boolean => status !== "open";

/** The house, and the party himself with who acts for him today: of several parties each sees only himself. Everybody else finds nothing (404). */
export const mayReadProceeding = (state: Proceeding, actor: Actor | undefined, known: Known): boolean =>
  actor !== undefined && (actsForParty(state, actor, known.today.toString()) || isOfTheHouse(state, actor, known));
