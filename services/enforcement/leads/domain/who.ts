import type { Actor, Context, Rejection } from "../../../../shared/decider/index.ts";
import { isHeadFor } from "../../../../shared/people/index.ts";
import type { TownProfile } from "../../../../shared/town/profile.ts";
import { byMachine } from "../../common/domain/case-rules.ts";
import { leadsOneOf } from "../../common/domain/led.ts";
import type { Lead } from "./lead.ts";
import type { LeadCommand } from "./messages.ts";
import { notYou, refuse } from "./refusals.ts";

const article75 = { article: "行政处罚法75(2)", rule: "CF-75" };

/** Who works in the office of enforcement. */
export const isEnforcer = (
  { roles, office }: Actor,
  { enforcementOffice }: Pick<TownProfile, "enforcementOffice">,
): boolean =>
  office === enforcementOffice &&
  roles.some((role) => role === "officer" || role === "squad-leader" || role === "approver");

const oversees = ({ roles }: Actor): boolean => roles.includes("leader") || roles.includes("supervisor");

/** Whether the person is whom the lead accuses, or one of the officers it complains about. */
export const isAccused = ({ accused, concerned }: Lead, { sub, party }: Actor): boolean =>
  concerned.includes(sub) || (party !== undefined && accused?.key === party);

/**
 * Who may know of a lead: who informed by his own login, the office of enforcement, leaders and who supervises. Never whom it
 * is about. CF-75: a complaint about officers is a file of its own, away from their office.
 */
export function mayReadLead(
  state: Lead,
  actor: Actor | undefined,
  town: Pick<TownProfile, "enforcementOffice">,
): boolean {
  if (actor === undefined) return false;
  if (state.owner === actor.sub) return true;
  if (isAccused(state, actor)) return false;
  return oversees(actor) || (state.matter === "breach" && isEnforcer(actor, town));
}

const ofConduct: ReadonlySet<LeadCommand["type"]> = new Set(["answer", "dismiss", "join", "informant"]);
const byItself: ReadonlySet<LeadCommand["type"]> = new Set(["pass-time", "take-in", "note-filed", "note-dismissed"]);

/**
 * What holds for each step of a person: he is not the accused, did not inform himself (L1), and works on matters of this kind. CF-75:
 * how officers acted is answered, and nothing else is.
 */
export function keptOut(state: Lead, { type }: LeadCommand, { actor, town }: Context): Rejection | undefined {
  if (byItself.has(type)) return undefined;
  const conduct = state.matter === "conduct";
  if (isAccused(state, actor) || state.owner === actor.sub)
    return notYou("enforcement.lead-own-matter", conduct ? article75 : { article: "行政处罚法43", rule: "CF-43" });
  if (conduct ? !ofConduct.has(type) : type === "answer")
    return refuse("enforcement.lead-of-other-matter", { matter: state.matter, ...article75 });
  return oversees(actor) || (!conduct && isEnforcer(actor, town))
    ? undefined
    : notYou("enforcement.lead-not-enforcement");
}

/**
 * CF-54, P-5: a person decides what becomes of a lead, the head, a leader, or a squad leader where his squad checked it or nobody has
 * yet (E1); never one who checked it. CF-75: of conduct only a leader or who supervises.
 */
export function decides(state: Lead, { actor, town, today }: Context): Rejection | undefined {
  const machine = byMachine(actor);
  if (machine !== undefined) return machine;
  const checked = state.check?.officers.map(({ sub }) => sub);
  const squad = checked === undefined ? actor.roles.includes("squad-leader") : leadsOneOf(actor, checked, town);
  const leads = squad || actor.roles.includes("leader") || isHead(actor, { town, today });
  const may = state.matter === "conduct" ? oversees(actor) : leads;
  if (!may) return notYou("enforcement.lead-not-your-matter", { article: "行政处罚法54", rule: "CF-54" });
  return state.check?.officers.some(({ sub }) => sub === actor.sub) === true
    ? notYou("enforcement.lead-own-check", { article: "行政处罚法54", rule: "CF-54" })
    : undefined;
}

/** CF-57: the organ's head. */
export const isHead = ({ sub }: Actor, { town, today }: Pick<Context, "town" | "today">): boolean =>
  isHeadFor(town.enforcementOffice, sub, "organ", { heads: town.heads, today });
