import type { Actor, Context, Rejection } from "../../../../shared/decider/index.ts";
import { isHeadFor } from "../../../../shared/people/index.ts";
import { byMachine } from "../../common/domain/case-rules.ts";
import { notYou } from "./refusals.ts";

type Known = Pick<Context, "town" | "today">;
const article = { article: "行政处罚法26、27", rule: "CF-26" };

/** The organ's head for enforcement, on that day. */
export const isOrganHead = ({ sub }: Pick<Actor, "sub">, { town, today }: Known): boolean =>
  isHeadFor(town.enforcementOffice, sub, "organ", { heads: town.heads, today });

/** The head decides, as a person (P-5). */
export const headDecides = ({ actor, town, today }: Context): Rejection | undefined =>
  byMachine(actor) ??
  (isOrganHead(actor, { town, today }) ? undefined : notYou("enforcement.cooperation-head-only", article));

/** An officer, squad leader or head of the office of enforcement. */
export function isOfTheOffice(actor: Actor, { town, today }: Known): boolean {
  const enforces = actor.roles.includes("officer") || actor.roles.includes("squad-leader");
  return (enforces && actor.office === town.enforcementOffice) || isOrganHead(actor, { town, today });
}

export const officeOnly = ({ actor, town, today }: Context): Rejection | undefined =>
  isOfTheOffice(actor, { town, today }) ? undefined : notYou("enforcement.cooperation-not-yours", article);

/** The head, leaders and who supervises: they see all that the office deals with. A squad leader knows of his squad's. */
export function overseesTheOffice(actor: Actor, { town, today }: Known): boolean {
  if (actor.roles.includes("leader") || actor.roles.includes("supervisor")) return true;
  return isOrganHead(actor, { town, today });
}
