import type { Actor, Context, Rejection } from "../../../../shared/decider/index.ts";
import { isHeadFor } from "../../../../shared/people/index.ts";
import type { TownProfile } from "../../../../shared/town/profile.ts";
import { byMachine } from "../../common/domain/case-rules.ts";
import { leadsOneOf } from "../../common/domain/led.ts";
import type { RectificationCommand } from "./messages.ts";
import type { Rectification } from "./rectification.ts";
import { notYou } from "./refusals.ts";

type Known = Pick<Context, "town" | "today">;
const article42 = { article: "行政处罚法42", rule: "CF-42" };
const article43 = { article: "行政处罚法43", rule: "CF-43" };

/** Officers of the enforcement office. */
export const isEnforcer = (
  { roles, office }: Actor,
  { enforcementOffice }: Pick<TownProfile, "enforcementOffice">,
): boolean => office === enforcementOffice && roles.some((role) => role === "officer" || role === "squad-leader");

const isHead = ({ sub }: Pick<Actor, "sub">, { town, today }: Known): boolean =>
  isHeadFor(town.enforcementOffice, sub, "organ", { heads: town.heads, today });

/** Who deals with such matters for the town: its own officers, their squad leader, reviewers, head, leaders, who supervises. */
export function isOfTheOffice(
  { officers }: { readonly officers: readonly { readonly sub: string }[] },
  actor: Actor,
  known: Known,
): boolean {
  if (officers.some(({ sub }) => sub === actor.sub)) return true;
  if (actor.roles.some((role) => role === "leader" || role === "supervisor" || role === "archivist")) return true;
  const led = officers.map(({ sub }) => sub);
  if (leadsOneOf(actor, led, known.town)) return true;
  if (known.town.enforcement.legalReviewers.some(({ sub }) => sub === actor.sub)) return true;
  return isHead(actor, known);
}

/** Whether the login is that of the party, by the key of his number: never by his name. */
export const isOrderedParty = ({ party }: Pick<Rectification, "party">, actor: Pick<Actor, "party">): boolean =>
  actor.party !== undefined && actor.party === party.key;

const before: ReadonlySet<Rectification["status"]> = new Set(["unsigned", "dropped"]);

/** The office, and the party once the order is made; everybody else finds nothing (404). CF-43: nobody reads his own as staff. */
export function mayReadOrder(state: Rectification, actor: Actor | undefined, known: Known): boolean {
  if (actor === undefined) return false;
  if (isOrderedParty(state, actor)) return !before.has(state.status);
  return isOfTheOffice(state, actor, known);
}

/** CF-42: one of the officers whom the order names. */
export const officersOnly = ({ officers }: Rectification, { actor }: Pick<Context, "actor">): Rejection | undefined =>
  officers.some(({ sub }) => sub === actor.sub) ? undefined : notYou("enforcement.order-not-yours", article42);

/** CF-57: the organ's head, as a person (P-5), and none of those who found or looked (L1). */
export function headOnly(state: Rectification, context: Context): Rejection | undefined {
  const { actor } = context;
  const machine = byMachine(actor);
  if (machine !== undefined) return machine;
  const article = { article: "行政处罚法57", rule: "CF-57" };
  if (!isHead(actor, context)) return notYou("enforcement.order-head-only", article);
  const hands = [...state.officers, ...(state.check?.officers ?? [])];
  return hands.some(({ sub }) => sub === actor.sub) ? notYou("enforcement.order-own-work", article) : undefined;
}

const ofTheParty: ReadonlySet<RectificationCommand["type"]> = new Set(["ask-extension", "report-done"]);
const byItself: ReadonlySet<RectificationCommand["type"]> = new Set(["pass-time", "note-service"]);

/** CF-43: the party does what is his; nothing for the town in what concerns himself. */
export const keptOut = (state: Rectification, { type }: RectificationCommand, { actor }: Context) =>
  ofTheParty.has(type) || byItself.has(type) || !isOrderedParty(state, actor)
    ? undefined
    : notYou("enforcement.order-own-matter", article43);
