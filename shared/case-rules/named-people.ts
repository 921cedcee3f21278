import type { Context, Rejection } from "../decider/index.ts";
import { refusals } from "../decider/index.ts";
import { knownPerson, type Person } from "../people/index.ts";
import { type OfficerCopy, officerFaults } from "../powers-in-force/index.ts";

/** A person as a command names him: by his login. What it says besides must be what the town knows of him. */
export type Naming = string | { readonly sub: string; readonly name?: string; readonly certificateNo?: string };

/** The officers of the register that a command names, as they stand. */
export interface WithOfficers {
  readonly officers?: readonly OfficerCopy[];
}

export const subOf = (one: Naming): string => (typeof one === "string" ? one : one.sub);

/**
 * The people a command names, each once, with the names that the town has of them. Refuses a person the town does not
 * know today: neither in the profile's staff nor an officer with a certificate in force. Give it the name of the service.
 */
export const peopleNamedIn = (service: string) => {
  const { badInput } = refusals<string>();
  return (
    named: readonly Naming[],
    { officers = [] }: WithOfficers,
    { town, today }: Pick<Context, "town" | "today">,
    pointer: string,
  ): readonly Person[] | Rejection => {
    const certified = officers.filter((one) => officerFaults(one, today).length === 0);
    const found = new Map<string, Person>();
    for (const [at, one] of named.entries()) {
      const sub = subOf(one);
      const person = knownPerson(sub, town, certified);
      if (person === undefined) return badInput(`${service}.unknown-person`, { person: sub }, `${pointer}/${at}`);
      if (typeof one !== "string" && !isSaidOf(person, one))
        return badInput(`${service}.person-differs`, { person: sub, name: person.name }, `${pointer}/${at}`);
      found.set(sub, person);
    }
    return [...found.values()];
  };
};

const isSaidOf = (person: Person, { name = person.name, certificateNo }: Exclude<Naming, string>) =>
  name === person.name && (certificateNo === undefined || certificateNo === person.certificateNo);
