import type { StaffMember } from "../town/staff.ts";

/** A person as a case names him: by the `sub` of his token, with the name that parties are told. */
export interface Person {
  readonly sub: string;
  readonly name: string;
  readonly office?: string;
  readonly certificateNo?: string;
}

interface Town {
  readonly staff: readonly StaffMember[];
}
/** An officer of the register, as a service's own copy has him. */
interface Officer {
  readonly certificate: string;
  readonly sub: string;
}

const registers = new WeakMap<Town, ReadonlyMap<string, Person>>();

function staffOf(town: Town): ReadonlyMap<string, Person> {
  const before = registers.get(town);
  if (before !== undefined) return before;
  const register = new Map(town.staff.map((member) => [member.sub, member]));
  registers.set(town, register);
  return register;
}

/**
 * A person the town knows, from the profile's staff or from the register of officers; undefined: nobody has that name.
 * The spelling counts: `a` and `A` are two names. An officer outside of the staff is called by his certificate.
 * @param officers the officers that the decision was given, e.g. those named in the command
 */
export function knownPerson(sub: string, town: Town, officers: readonly Officer[] = []): Person | undefined {
  const officer = officers.find((one) => one.sub === sub);
  const member = staffOf(town).get(sub);
  if (officer === undefined) return member;
  return { name: `执法证${officer.certificate}`, ...member, sub, certificateNo: officer.certificate };
}

/** The names among these that belong to nobody the town knows, each once. */
export const unknownPeople = (subs: readonly string[], town: Town, officers: readonly Officer[] = []): string[] =>
  [...new Set(subs)].filter((sub) => knownPerson(sub, town, officers) === undefined);
