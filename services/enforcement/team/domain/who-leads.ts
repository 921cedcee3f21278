import type { Context, Rejection } from "../../../../shared/decider/index.ts";
import { notYou } from "./refusals.ts";

/**
 * E1: who arranges the team: a leader of the town, the captain (approver of the enforcement office), and the leader of a squad
 * for his own squad. Answers the refusal of anybody else.
 */
export function mayNotLead(
  { actor, town }: Pick<Context, "actor" | "town">,
  squadLeader?: string,
): Rejection | undefined {
  const captain = actor.roles.includes("approver") && actor.office === town.enforcementOffice;
  if (actor.roles.includes("leader") || captain || (squadLeader !== undefined && actor.sub === squadLeader))
    return undefined;
  return notYou("enforcement.not-your-team", { office: town.enforcementOffice });
}
