import type { Temporal } from "temporal-polyfill";
import type { Actor, Rejection } from "../../../../shared/decider/index.ts";
import { knownPerson } from "../../../../shared/people/index.ts";
import { type FailedCondition, officerFaults } from "../../../../shared/powers-in-force/index.ts";
import type { TownProfile } from "../../../../shared/town/profile.ts";
import type { OfficerCopy } from "./known-power.ts";
import { notYou, refuse } from "./refusals.ts";

/** An officer as a case names him. `certificate` is the number that he shows. */
export interface CaseOfficer {
  readonly sub: string;
  readonly name: string;
  readonly certificate: string;
}

/** What is known when officers are named. */
export interface OfficersKnown {
  /** The certificates of the people named, from the service's own copies. */
  readonly officers: readonly OfficerCopy[];
  /** Domains of the acts, ids of the profile; each officer is certified for all of them. */
  readonly domains: readonly string[];
  readonly on: Temporal.PlainDate;
  readonly town: Pick<TownProfile, "staff">;
}

const article = { article: "行政处罚法42", rule: "CF-42" };

/**
 * CF-42 (行政处罚法42): at least two different people, each with a certificate in force on that day for each domain. Answers them
 * once each, in the order named. Refuses `enforcement.two-officers` with whom it lacks and why. An auxiliary (辅助人员) or a
 * grid worker has no certificate, so his name is refused. `pointer`: where they are named; empty: they were named before.
 */
export function twoOfficers(
  subs: readonly string[],
  known: OfficersKnown,
  pointer = "/officers",
): readonly CaseOfficer[] | Rejection {
  const different = [...new Set(subs)];
  const judged = different.map((sub) => ({ sub, ...certificateOf(sub, known) }));
  const lacking = judged.flatMap(({ sub, faults }) =>
    faults.length === 0 ? [] : [{ sub, conditions: faults.map(({ condition }) => condition) }],
  );
  if (different.length < 2 || lacking.length > 0)
    return refuse(
      "enforcement.two-officers",
      {
        ...article,
        on: known.on.toString(),
        named: different.length,
        lacking,
        conditions: [...new Set(lacking.flatMap(({ conditions }) => conditions))],
      },
      pointer === "" ? undefined : pointer,
    );
  return judged.map(({ sub, certificate }) => ({ sub, name: nameOf(sub, known), certificate }));
}

/** What keeps a person from acting in each of these domains on that day; empty: nothing does. */
export const officerFaultsOf = (sub: string, known: Omit<OfficersKnown, "town">): readonly FailedCondition[] =>
  certificateOf(sub, known).faults;

/** The certificate that lacks least: for one person with several, one that covers all domains is enough. */
function certificateOf(sub: string, { officers, domains, on }: Omit<OfficersKnown, "town">) {
  const own = officers.filter((one) => one.sub === sub);
  const judged = own.map((one) => ({
    certificate: one.certificate,
    faults: domains.length === 0 ? officerFaults(one, on) : domains.flatMap((domain) => officerFaults(one, on, domain)),
  }));
  const [best] = judged.toSorted((one, other) => one.faults.length - other.faults.length);
  return best ?? { certificate: "", faults: officerFaults(undefined, on) };
}

const nameOf = (sub: string, { officers, town }: OfficersKnown): string =>
  knownPerson(sub, town, officers)?.name ?? sub;

/** Two officers and the one of them who recorded the act with his login. */
export interface Recording {
  readonly officers: readonly { readonly sub: string }[];
  readonly recordedBy: string;
}

/**
 * CF-42: a record of two officers takes effect when another of them signs it with his own login. Refuses anybody who is not
 * named, and the officer who recorded it.
 */
export function countersignFault(
  { officers, recordedBy }: Recording,
  { sub }: Pick<Actor, "sub">,
): Rejection | undefined {
  if (!officers.some((one) => one.sub === sub)) return notYou("enforcement.not-a-named-officer", article);
  return sub === recordedBy ? notYou("enforcement.own-signature", article) : undefined;
}
