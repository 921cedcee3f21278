import type { Actor } from "../../../../shared/decider/index.ts";
import type { Role } from "../../../../shared/town/roles.ts";
import type { Squad } from "../../team/domain/squad/squad.ts";
import type { Term } from "./term.ts";

export const scopes = ["mine", "squad", "all"] as const;
export type Scope = (typeof scopes)[number];

/** Who oversees the whole office. What he may not read stays hidden from him here as well. */
export const overseers = ["approver", "leader", "supervisor"] as const satisfies readonly Role[];

/** A term, the thing that it is of, and the people whose work that is; nobody: it is not given to anybody yet. */
export interface Matter extends Omit<Term, "also"> {
  readonly path: string;
  readonly id: string;
  readonly people: readonly string[];
  /** Domain of the list, where nobody has it yet. */
  readonly domain?: string;
}

/** What a person looks at unless he says otherwise; nothing wider is his to see. */
export function widestScope({ roles }: Pick<Actor, "roles">): Scope {
  if (overseers.some((role) => roles.includes(role))) return "all";
  return roles.includes("squad-leader") ? "squad" : "mine";
}

export const maySee = (actor: Pick<Actor, "roles">, scope: Scope): boolean =>
  scopes.indexOf(scope) <= scopes.indexOf(widestScope(actor));

/** E1: a squad's matters are those of its members, and those in its domains that nobody has yet. */
export function isIn(scope: Scope, { sub }: Pick<Actor, "sub">, squads: readonly Squad[]): (one: Matter) => boolean {
  if (scope === "all") return () => true;
  if (scope === "mine") return ({ people }) => people.includes(sub);
  const led = squads.filter(({ leader }) => leader === sub);
  const members = new Set([sub, ...led.flatMap((squad) => squad.members.map((one) => one.sub))]);
  const domains = new Set(led.flatMap((squad) => squad.domains));
  return ({ people, domain }) =>
    people.length === 0 ? domain === undefined || domains.has(domain) : people.some((one) => members.has(one));
}
