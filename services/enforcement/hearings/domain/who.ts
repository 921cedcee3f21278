import type { Actor, Context, Rejection } from "../../../../shared/decider/index.ts";
import { isHeadFor } from "../../../../shared/people/index.ts";
import { byMachine } from "../../common/domain/case-rules.ts";
import { leadsOneOf } from "../../common/domain/led.ts";
import { type Hearing, type HearingParty, openParties } from "./hearing.ts";
import type { Speaking } from "./messages.ts";
import { article64, notYou } from "./refusals.ts";

type Known = Pick<Context, "town" | "today">;

export const ownPlace = (
  { parties }: Pick<Hearing, "parties">,
  { party }: Pick<Actor, "party">,
): HearingParty | undefined => (party === undefined ? undefined : parties.find(({ key }) => key === party));

/** CF-64(5): the party for whom this login speaks today: himself, or who represents him. `waive`: who may give up his right. */
export function spokenPlace(
  state: Pick<Hearing, "parties">,
  speakers: readonly Speaking[],
  actor: Pick<Actor, "party">,
  how: "keys" | "waive" = "keys",
): HearingParty | undefined {
  const key = actor.party;
  if (key === undefined) return undefined;
  const spoken = speakers.filter((one) => one[how].includes(key)).map(({ party }) => party);
  return ownPlace(state, actor) ?? state.parties.find(({ party }) => spoken.includes(party));
}

const everywhere: ReadonlySet<string> = new Set(["leader", "supervisor", "archivist"]);

/** Chair, recorder, handlers, squad leaders of the office, legal reviewers, the head, and who leads or supervises. */
export function isOfTheHearing(state: Hearing, actor: Actor, { town, today }: Known): boolean {
  if (ownPlace(state, actor) !== undefined) return false;
  const { plan, handlers } = state;
  if (handlers.includes(actor.sub) || plan?.chair === actor.sub || plan?.recorder === actor.sub) return true;
  if (actor.roles.some((role) => everywhere.has(role))) return true;
  if (leadsOneOf(actor, handlers, town)) return true;
  if (town.enforcement.legalReviewers.some(({ sub }) => sub === actor.sub)) return true;
  return isHeadFor(town.enforcementOffice, actor.sub, "organ", { heads: town.heads, today });
}

/** CF-64a: the house, and each party of his own; everybody else finds nothing (404). */
export const mayReadHearing = (state: Hearing, actor: Actor | undefined, known: Known): boolean =>
  actor !== undefined && (ownPlace(state, actor) !== undefined || isOfTheHearing(state, actor, known));

/** CF-57: the organ's head appoints the chair and decides on his recusal, as a person (P-5). */
export function headOnly(state: Hearing, { actor, town, today }: Context): Rejection | undefined {
  const machine = byMachine(actor);
  if (machine !== undefined) return machine;
  const isHead = isHeadFor(town.enforcementOffice, actor.sub, "organ", { heads: town.heads, today });
  return isHead && ownPlace(state, actor) === undefined
    ? undefined
    : notYou("enforcement.hearing-head-only", article64);
}

/** CF-64(4): who chairs it, himself. */
export const chairOnly = ({ plan }: Hearing, { actor }: Context): Rejection | undefined =>
  plan?.chair === actor.sub
    ? undefined
    : notYou("enforcement.hearing-chair-only", { ...article64, article: "行政处罚法64(4)" });

/** Who serves papers and keeps the record for the hearing: never a party. */
export function staffOnly(state: Hearing, { actor }: Context): Rejection | undefined {
  const { plan, handlers } = state;
  const may =
    actor.roles.includes("clerk") ||
    handlers.includes(actor.sub) ||
    plan?.chair === actor.sub ||
    plan?.recorder === actor.sub;
  return may && ownPlace(state, actor) === undefined ? undefined : notYou("enforcement.hearing-not-yours", article64);
}

export const openPlaces = (state: Pick<Hearing, "parties">): readonly string[] =>
  openParties(state).map(({ party }) => party);
