import type { Actor, Context } from "../../../../../shared/decider/index.ts";
import { isHeadFor, isRecused } from "../../../../../shared/people/index.ts";
import { leadsOneOf } from "../../../common/domain/led.ts";
import { isFiled, type PenaltyCase } from "./case.ts";
import { isOfficerOf, isPartyOf } from "./who.ts";

type Known = Pick<Context, "town" | "today">;

/**
 * Who works on a case for the town: its officers, their squad leader, the legal reviewers, the head, the leaders and who supervises. A
 * recused person no longer reads it, and nobody reads as staff the case of which he is a party.
 */
export function isOfTheHouse(state: PenaltyCase, actor: Actor, { town, today }: Known): boolean {
  if (isPartyOf(state, actor) || isRecused(state.recusals, actor.sub)) return false;
  if (isOfficerOf(state, actor) || actor.sub === state.proposedBy) return true;
  if (actor.roles.some((role) => role === "leader" || role === "supervisor" || role === "archivist")) return true;
  if (leadsOneOf(actor, [state.proposedBy, ...state.officers.map(({ sub }) => sub)], town)) return true;
  if (town.enforcement.legalReviewers.some(({ sub }) => sub === actor.sub)) return true;
  return isHeadFor(town.enforcementOffice, actor.sub, "organ", { heads: town.heads, today });
}

/** A party knows of a case from its filing on. */
export const isToldParty = (state: PenaltyCase, actor: Actor): boolean => isFiled(state) && isPartyOf(state, actor);

/** CF-29a: the house, and each party; everybody else finds nothing (404). */
export const mayReadCase = (state: PenaltyCase, actor: Actor | undefined, known: Known): boolean =>
  actor !== undefined && (isOfTheHouse(state, actor, known) || isToldParty(state, actor));
