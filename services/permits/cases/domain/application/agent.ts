import { type Actor, type Context, present, type Rejection } from "../../../../../shared/decider/index.ts";
import type { Authorisation } from "../../../authorisations/domain/authorisation.ts";
import { notAuthorised } from "../../../authorisations/domain/covers.ts";
import { byMachine } from "../../../common/domain/by-machine.ts";
import { notYou } from "../refusals.ts";
import type { Application, ApplicationCommand, ApplicationEvent, CommandOf, Receive } from "./application.ts";
import type { Agency, Filed } from "./states.ts";

/** L9: whether an agent stands behind what is filed: he files it himself, or the counter enters what he brings. */
export const isByAgent = (channel: Filed["channel"], { roles }: Pick<Actor, "roles">): boolean =>
  roles.includes("clerk") ? channel === "agent" : roles.includes("agent");

/** L9: the agent who files for the villager, if one does; refused without an authorisation that covers it on this day. */
export function agencyFor(
  { channel, guide, party = "", authorisation: given }: Receive,
  { actor, today }: Pick<Context, "actor" | "today">,
): { readonly agency?: Agency } | Rejection {
  if (guide === undefined || !isByAgent(channel, actor)) return {};
  const state = given?.state;
  const asked = { party, item: guide.content, act: "file" as const, on: today.toString() };
  const refused = notAuthorised(state, actor.roles.includes("clerk") ? asked : { ...asked, agent: actor.sub });
  if (refused !== undefined || given === undefined || state === undefined) return refused ?? {};
  return { agency: { authorisation: given.id, sub: state.agent.sub, ...present({ resident: state.resident }) } };
}

/** Whose case it is: who filed it, and the villager for whom an agent did. */
export const isOwn = ({ owner, agency }: Pick<Filed, "owner" | "agency">, { sub }: Pick<Actor, "sub">): boolean =>
  owner === sub || agency?.resident === sub;

/** The counter acts for the person who stands before it; residents and agents only in what they filed themselves. */
export const isStranger = (state: Pick<Filed, "owner" | "agency">, actor: Actor) =>
  !actor.roles.includes("clerk") && !isOwn(state, actor);

/** The applicant's own login, where it is known: what comes of the case is his, also where another filed it for him. */
export const applicantOf = ({ owner, agency }: Pick<Filed, "owner" | "agency">): string | undefined =>
  agency === undefined ? owner : agency.resident;

/**
 * L9: whether an agent may not do this in a case he filed: he may no longer once the authorisation it was filed under does
 * not hold on the day. `given`: that authorisation as it stands.
 */
export function agentMayNot(
  { guide, party = "", agency }: Pick<Filed, "guide" | "party" | "agency">,
  given: Authorisation | undefined,
  { actor, today }: Pick<Context, "actor" | "today">,
): Rejection | undefined {
  const isParty = actor.roles.includes("clerk") || agency?.resident === actor.sub || !actor.roles.includes("agent");
  if (isParty) return undefined;
  return notAuthorised(given, { agent: actor.sub, party, item: guide, act: "file", on: today.toString() });
}

type PartyCommand = CommandOf<
  "correct" | "state-household" | "supplement" | "request-hearing" | "withdraw" | "ask-recusal"
>;
const partyCommands: readonly ApplicationCommand["type"][] = [
  "correct",
  "state-household",
  "supplement",
  "request-hearing",
  "withdraw",
  "ask-recusal",
];

/** What a party does, by himself or through an agent, after his case was received. */
export const isByParty = (command: ApplicationCommand): command is PartyCommand => partyCommands.includes(command.type);

export function notAsAgent(state: Application, command: ApplicationCommand, context: Context): Rejection | undefined {
  if (!isByParty(command) || state.owner !== context.actor.sub) return undefined;
  return agentMayNot(state, command.byParty?.authorisation, context);
}

/** The authorisation has ended: the case goes on with the villager, by his login if he has one, else at the counter. */
export function endAgency(
  { agency }: Pick<Filed, "agency">,
  { authorisation, resident }: Extract<ApplicationCommand, { type: "end-agency" }>,
  { today }: Pick<Context, "today">,
): ApplicationEvent[] {
  if (agency?.authorisation !== authorisation || agency.endedOn !== undefined) return [];
  const personal = present({ owner: resident });
  return [{ type: "permits.application.agency-ended", data: { on: today.toString() }, personal }];
}

/** Nobody who works for the town acts in a case of his own: as applicant, as who filed it, or as the agent. */
export function isOwnCase(of: Pick<Filed, "party" | "owner" | "agency">, actor: Actor): boolean {
  return (actor.party !== undefined && actor.party === of.party) || isOwn(of, actor) || of.agency?.sub === actor.sub;
}

/** P-5: these take something from the applicant, or refuse it. */
const unfavourable: readonly ApplicationCommand["type"][] = [
  "notify-corrections",
  "decline",
  "decide",
  "decide-at-once",
];

/** P-5: a refusal is a person's, never the machine's. */
export const machineDecides = ({ type }: ApplicationCommand, { actor }: Pick<Context, "actor">) =>
  unfavourable.includes(type) ? byMachine(actor) : undefined;

/** CF-43: what the town does in a case is done by a person whose case it is not. A party's own steps are his. */
export const ownCase = (state: Application, command: ApplicationCommand, { actor }: Context): Rejection | undefined =>
  !isByParty(command) && !paysHimself(command, actor) && isOwnCase(state, actor)
    ? notYou("permits.own-case", { rule: "CF-43" })
    : undefined;

/** L9: an agent says of a case that he filed that he pays its fee; the counter enters it for others. */
const paysHimself = ({ type }: ApplicationCommand, { roles }: Pick<Actor, "roles">) =>
  type === "pay-by-agent" && !roles.includes("clerk");
