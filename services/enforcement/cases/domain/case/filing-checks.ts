import { toDate } from "../../../../../shared/calendar/index.ts";
import type { Context, Rejection } from "../../../../../shared/decider/index.ts";
import { parseCitizenNumber } from "../../../../../shared/identity-codes/index.ts";
import { inForceOn, type PowerCopy, versionOn } from "../../../../../shared/powers-in-force/index.ts";
import { powerOfCase } from "../../../../../shared/powers-in-force/running-case.ts";
import { territoryOf, whereIs } from "../../../../../shared/territory/index.ts";
import { officially } from "../../../../../shared/town/series.ts";
import { powerFault } from "../../../common/domain/power.ts";
import { badInput, refuse } from "../refusals.ts";
import type { CaseAct, CaseParty, OtherFiling } from "./case.ts";
import { ageRule, barred } from "./law.ts";
import type { WithPowers } from "./messages.ts";

/** The day by which an act is judged: its last one, or today while it goes on. */
export const dayOfAct = ({ until }: Pick<CaseAct, "until">, { today }: Pick<Context, "today">) =>
  until === undefined ? today : toDate(until);

/**
 * What a case says must fit together: days in their order, acts with parties, responsible persons with their unit, a birth
 * that agrees with the identity number. CF-22: an act outside of the town is another organ's.
 */
export function unlikely(
  acts: readonly CaseAct[],
  parties: readonly CaseParty[],
  context: Context,
): Rejection | undefined {
  const ids = new Set(parties.map(({ id }) => id));
  for (const [at, act] of acts.entries()) {
    const fault = badDays(act, at, context) ?? badDoers(act, at, ids) ?? outside(act, at, context);
    if (fault !== undefined) return fault;
  }
  const keys = new Set<string>();
  for (const [at, party] of parties.entries()) {
    const pointer = `/parties/${at}`;
    if (keys.has(party.key)) return badInput("enforcement.party-known", { party: party.id }, pointer);
    keys.add(party.key);
    if (!acts.some(({ by }) => by.includes(party.id)))
      return badInput("enforcement.act-without-party", { party: party.id, rule: "CF-29a" }, pointer);
    const fault = badBirth(party, pointer, context) ?? badRole(party, parties, pointer);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function badDays({ from, until, discoveredOn, id }: CaseAct, at: number, { today }: Context): Rejection | undefined {
  const day = today.toString();
  const last = [from, discoveredOn, until ?? from].toSorted().at(-1) ?? from;
  if (last > day) return badInput("enforcement.act-in-the-future", { act: id, on: day }, `/acts/${at}`);
  if (until !== undefined && until < from)
    return badInput("enforcement.ends-before-it-begins", { act: id }, `/acts/${at}/until`);
  // CF-36a: nobody knows of an act before it begins.
  if (discoveredOn < from)
    return badInput("enforcement.act-after-discovery", { act: id, rule: "CF-36a" }, `/acts/${at}/discoveredOn`);
  return undefined;
}

function badDoers({ id, by }: CaseAct, at: number, parties: ReadonlySet<string>): Rejection | undefined {
  if (by.length === 0) return badInput("enforcement.act-without-party", { act: id, rule: "CF-29a" }, `/acts/${at}/by`);
  const unknown = by.find((one) => !parties.has(one));
  return unknown === undefined
    ? undefined
    : badInput("enforcement.unknown-case-party", { party: unknown }, `/acts/${at}/by`);
}

const outside = ({ place, id }: CaseAct, at: number, { town }: Context): Rejection | undefined =>
  whereIs(place, territoryOf(town).town) === "outside"
    ? refuse("enforcement.outside-the-town", { act: id, article: "行政处罚法22", rule: "CF-22" }, `/acts/${at}/place`)
    : undefined;

/** CF-30: the age of a citizen is known, and it is that of his identity number. */
function badBirth(
  { kind, document = "resident-id", idNumber, bornOn, id }: CaseParty,
  pointer: string,
  { today }: Context,
): Rejection | undefined {
  if (kind !== "citizen") return undefined;
  const article = { party: id, article: "行政处罚法30", rule: "CF-30" };
  if (bornOn === undefined) return badInput("enforcement.birth-missing", article, `${pointer}/bornOn`);
  const read = document === "resident-id" ? parseCitizenNumber(idNumber) : undefined;
  const differs = read?.ok === true && read.birth !== bornOn;
  return differs || bornOn > today.toString()
    ? badInput("enforcement.birth-differs", article, `${pointer}/bornOn`)
    : undefined;
}

/** CF-29b: a responsible person answers for a unit that is a party itself. */
function badRole({ id, role, of }: CaseParty, parties: readonly CaseParty[], pointer: string): Rejection | undefined {
  if (role === "principal") return undefined;
  const unit = parties.find((one) => one.id === of);
  return unit !== undefined && unit.kind !== "citizen" && unit.role === "principal"
    ? undefined
    : badInput("enforcement.responsible-for-nobody", { party: id, rule: "CF-29b" }, `${pointer}/of`);
}

/** CF-25: of two organs with the power, the first to file goes on. A filing of the same day goes to the other one. */
export const filedFirstElsewhere = (
  elsewhere: OtherFiling | undefined,
  { today }: Pick<Context, "today">,
): Rejection | undefined =>
  elsewhere !== undefined && elsewhere.filedOn <= today.toString()
    ? refuse("enforcement.filed-elsewhere", {
        organ: elsewhere.organ,
        filedOn: elsewhere.filedOn,
        article: "行政处罚法25",
        rule: "CF-25",
      })
    : undefined;

/**
 * What keeps an act from being filed: no power on its day or today at its place (CF-22, CF-38, P5), time (CF-36, CF-36a), or a
 * party who cannot be punished for it (CF-30, CF-31).
 */
export function unfit(
  act: CaseAct,
  parties: readonly CaseParty[],
  known: WithPowers,
  context: Context,
): Rejection | undefined {
  return powerless(act, known, context) ?? outOfTime(act) ?? unpunishable(act, parties, context);
}

export function powerless(act: CaseAct, { powers, settled = [] }: WithPowers, context: Context): Rejection | undefined {
  const { code, place } = act;
  const { today, town } = context;
  const power = powers.find((one) => one.code === code);
  const day = dayOfAct(act, context);
  return (
    powerFault(code, power, { on: day, place }, town) ??
    powerFault(
      code,
      powerOfCase(
        power,
        settled.find((one) => one.code === code),
      ),
      { on: today, place },
      town,
    )
  );
}

/** CF-36, CF-36a: not discovered in two years, or in five where life, health or money was harmed. */
export function outOfTime(act: CaseAct): Rejection | undefined {
  const { id, code, limitationYears, harm, discoveredOn } = act;
  return barred(act, discoveredOn, { limitationYears, harm })
    ? refuse("enforcement.act-barred", { act: id, item: code, discoveredOn, article: "行政处罚法36", rule: "CF-36" })
    : undefined;
}

function unpunishable(act: CaseAct, parties: readonly CaseParty[], context: Context): Rejection | undefined {
  for (const party of parties.filter(({ id }) => act.by.includes(id))) {
    const fault = withoutPenalty(act, party, context);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** CF-30, CF-31: under fourteen on the day of the act, or without mental capacity then. */
export function withoutPenalty(act: CaseAct, party: CaseParty, context: Context): Rejection | undefined {
  const on = dayOfAct(act, context).toString();
  const about = { act: act.id, party: party.id };
  if (party.kind === "citizen" && party.bornOn !== undefined && ageRule(party.bornOn, on) === "none")
    return refuse("enforcement.under-age", { ...about, article: "行政处罚法30", rule: "CF-30" });
  const incapable = (party.incapable ?? []).some(({ from, until = "9999-12-31" }) => from <= on && on <= until);
  return incapable ? refuse("enforcement.incapable", { ...about, article: "行政处罚法31", rule: "CF-31" }) : undefined;
}

/** CF-38: the version of each power's entry on the day of filing, and in whose name the town acts. */
export function powersUsed(acts: readonly CaseAct[], { powers, settled = [] }: WithPowers, { today, town }: Context) {
  const used = (power: PowerCopy): [string, NonNullable<CaseAct["power"]>][] => {
    const answer = inForceOn(
      powerOfCase(
        power,
        settled.find((one) => one.code === power.code),
      ),
      today,
    );
    if (!answer.inForce) return [];
    const { number: version, since } = versionOn(power, today);
    const inWhoseName = officially(answer.inWhoseName, town);
    return [[power.code, { version, ...(since === undefined ? {} : { since }), inWhoseName }]];
  };
  const codes = new Set(acts.map(({ code }) => code));
  return Object.fromEntries(powers.filter(({ code }) => codes.has(code)).flatMap(used));
}
