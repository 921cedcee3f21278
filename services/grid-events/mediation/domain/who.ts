import type { Context, Rejection } from "../../../../shared/decider/index.ts";
import type { Disputant, Mediation } from "./mediation.ts";
import { badInput, notYou } from "./refusals.ts";

export const isParty = ({ parties }: Pick<Mediation, "parties">, sub: string): boolean =>
  parties.some(({ owner }) => owner === sub);
export const isMediator = ({ mediator }: Pick<Mediation, "mediator">, sub: string): boolean => mediator === sub;

/** G-15: a party speaks for himself. For one without a login the mediator or the dispatcher writes down what he says. */
export function speaksFault(state: Mediation, key: string, { actor }: Context): Rejection | undefined {
  const party = state.parties.find((one) => one.key === key);
  if (party === undefined) return badInput("grid-events.not-a-party", { party: key }, "/party");
  if (party.owner !== undefined)
    return party.owner === actor.sub ? undefined : notYou("grid-events.speaks-for-himself", { rule: "G-15" });
  const writes = actor.roles.includes("dispatcher") || isMediator(state, actor.sub);
  return writes && !isParty(state, actor.sub) ? undefined : notYou("grid-events.not-the-mediator", {});
}

export const mediatorFault = (state: Mediation, { actor }: Context): Rejection | undefined =>
  isMediator(state, actor.sub) ? undefined : notYou("grid-events.not-the-mediator", {});

/** What needs all of them: each is named, and none besides. */
export function allFault(
  { parties }: Pick<Mediation, "parties">,
  named: readonly string[],
  pointer: string,
): Rejection | undefined {
  const missing = parties.filter(({ key }) => !named.includes(key)).map(({ key }) => key);
  const strangers = named.filter((key) => !parties.some((one) => one.key === key));
  if (strangers.length > 0) return badInput("grid-events.not-a-party", { party: strangers }, pointer);
  return missing.length === 0 ? undefined : badInput("grid-events.not-all-parties", { missing, rule: "G-15" }, pointer);
}

const plain = (name: string): string => name.replace(/\s/g, "");

/** A mediator who is a party himself, by his login or by his name, or who was excluded. */
export const isInTheWay = (
  { parties, excluded }: Pick<Mediation, "parties" | "excluded">,
  { sub, name }: { readonly sub: string; readonly name: string },
): boolean =>
  excluded.some((one) => one.sub === sub) ||
  parties.some((one: Disputant) => one.owner === sub || plain(one.name) === plain(name));
