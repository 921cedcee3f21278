import type { Actor } from "../../../../../shared/decider/index.ts";
import type { TownProfile } from "../../../../../shared/town/profile.ts";
import { isEnforcer } from "../who.ts";
import type { SiteInspection } from "./visit.ts";

/** Whether the person is the enterprise itself, by its own login. */
export const isTheEnterprise = ({ key }: SiteInspection, actor: Pick<Actor, "party"> | undefined): boolean =>
  actor?.party !== undefined && actor.party === key;

/** What the enterprise knows of: what was announced to it, and what was held. A surprise is not there for it before. */
const isKnownToIt = ({ announced, entry }: SiteInspection): boolean => announced !== undefined || entry !== undefined;

/** The office reads it, who oversees it, and the enterprise once it knows of it; nobody else finds it (404). */
export function mayReadVisit(
  state: SiteInspection,
  actor: Actor | undefined,
  town: Pick<TownProfile, "enforcementOffice">,
): boolean {
  if (actor === undefined) return false;
  if (isTheEnterprise(state, actor)) return isKnownToIt(state);
  return (
    actor.roles.some((role) => role === "leader" || role === "supervisor" || role === "archivist") ||
    isEnforcer(actor, town)
  );
}
