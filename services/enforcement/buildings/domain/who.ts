import { type Context, isRejection, type Rejection } from "../../../../shared/decider/index.ts";
import type { KnownCase } from "../../cases/domain/proceeding/known-case.ts";
import { handlerFault } from "../../cases/domain/proceeding/people.ts";
import { powerFault } from "../../common/domain/power.ts";
import { twoOfficers } from "../../common/domain/two-officers.ts";
import type { Building } from "./building.ts";
import type { BuildingKnown } from "./messages.ts";
import { badInput, notYou } from "./refusals.ts";

const article = { article: "行政强制法17、18", rule: "QZ-17" };

/** QZ-17: an officer of the case, certified today for its domains. */
export const officerOnly = (known: BuildingKnown, context: Context): Rejection | undefined =>
  handlerFault(known, context);

/**
 * QZ-17, CF-42: two officers of the case, each certified today: the one who acts and the one he names. The other signs, or takes
 * the next step, with his own login.
 */
export function twoOfThem(known: BuildingKnown, other: string, context: Context): Rejection | undefined {
  const refused = officerOnly(known, context);
  if (refused !== undefined) return refused;
  const { actor, today: on, town } = context;
  const { case: of, officers } = known;
  if (of === undefined || other === actor.sub || !of.officers.some(({ sub }) => sub === other))
    return badInput("enforcement.building-second-officer", article, "/with");
  const named = twoOfficers([actor.sub, other], { officers, domains: domainsOf(of), on, town }, "/with");
  return isRejection(named) ? named : undefined;
}

const domainsOf = ({ acts }: KnownCase) => [...new Set(acts.map(({ domain }) => domain))];

/** CF-38, CF-T1: the town has the power today, at the place of the building. */
export const buildingPowerFault = (
  { code, place }: Pick<Building, "code" | "place">,
  { power }: BuildingKnown,
  { today: on, town }: Context,
): Rejection | undefined => powerFault(code, power, { on, place }, town);

const plain = (name: string) => name.replace(/\s/g, "");

/** QZ-18: a witness does not handle the case. */
export function witnessesAreOthers(
  witnesses: readonly string[],
  { handlers }: Pick<Building, "handlers">,
  { case: of }: BuildingKnown,
  { actor, town }: Context,
): boolean {
  const names = [
    actor.name,
    ...(of?.officers.map(({ name }) => name) ?? []),
    ...town.staff.filter(({ sub }) => handlers.includes(sub)).map(({ name }) => name),
  ].map(plain);
  return witnesses.every((name) => !names.includes(plain(name)));
}

/** QZ-36: the party for himself. */
export const partyOnly = (partyKey: string | undefined, { actor }: Context): Rejection | undefined =>
  partyKey !== undefined && actor.party === partyKey
    ? undefined
    : notYou("enforcement.building-not-the-party", { article: "行政强制法36", rule: "QZ-35" });
