import type { Temporal } from "temporal-polyfill";
import { givenAway, type Place, splitsOf, type Territory } from "../territory/index.ts";
import type { FailedCondition } from "./conditions.ts";
import { begunBy, type InForce, inForceOn, listedOn } from "./in-force.ts";
import { type KnownOfficer, officerFaults } from "./officer.ts";
import type { KnownPower } from "./power.ts";

/** Who wants to use a power, where and when; what is not asked about is not judged. */
export interface Question {
  readonly on: Temporal.PlainDate;
  readonly place?: Place | undefined;
  /** P8: an act needs the place where the answer depends on it. Without this a question without a place is not judged by place. */
  readonly placeNeeded?: true | undefined;
  /** The officer's certificate as known, `undefined` in it: nobody has that number. */
  readonly officer?: { readonly known: KnownOfficer | undefined } | undefined;
}

/**
 * P5, P8: whether the town may use a power on a day, at a place, through an officer; if not, every condition that fails.
 * Give the town's map by `territoryOf(town)`.
 */
export function mayUse(
  power: KnownPower | undefined,
  { on, place, placeNeeded, officer }: Question,
  map: Territory,
): InForce {
  const answer = inForceOn(power, on);
  const domain = domainOn(power, on);
  const matter = { code: power?.code ?? "", domain };
  const away = place === undefined ? [] : givenAway(map, matter, place, on.toString());
  const split = place === undefined && placeNeeded === true ? splitsOf(map, matter, on.toString()) : [];
  const failed: FailedCondition[] = [
    ...(answer.inForce ? [] : answer.failed),
    ...away.map(({ name, ...split }) => ({ condition: "outside-territory" as const, ...split, area: name })),
    ...(split.length === 0 ? [] : [{ condition: "place-missing" as const, splits: split.map(({ id }) => id) }]),
    ...(officer === undefined ? [] : officerFaults(officer.known, on, domain)),
  ];
  return failed.length === 0 ? answer : { inForce: false, failed };
}

/** Whether the answer for this power depends on the place on that day. */
export function placeMatters(power: KnownPower, on: Temporal.PlainDate, map: Territory): boolean {
  return splitsOf(map, { code: power.code, domain: domainOn(power, on) }, on.toString()).length > 0;
}

const domainOn = (power: KnownPower | undefined, on: Temporal.PlainDate) =>
  power === undefined ? undefined : (listedOn(power, on).domain ?? power.domain);

/**
 * The version of a power's entry in the list, as of a day: 1 as listed, one more with every change that has begun. No later
 * change alters what it was on an earlier day, so that it can stand on a document. `since`: the day the last one began.
 */
export function versionOn(power: KnownPower & { readonly listedOn?: string | undefined }, on: Temporal.PlainDate) {
  const begun = begunBy(power, on.toString());
  const since = begun.at(-1)?.from ?? power.listedOn;
  return { number: begun.length + 1, ...(since === undefined ? {} : { since }) };
}
