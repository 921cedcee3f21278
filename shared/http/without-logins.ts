import type { Actor } from "../decider/index.ts";
import { theTownItself } from "../decider/index.ts";
import { actorKey, type Runtime } from "../service/runtime.ts";
import type { Role } from "../town/roles.ts";

const outside: readonly Role[] = ["resident", "agent", "device"];

/** Whether this caller works for the town or an organ; anybody else knows its people by their keys alone (D7). */
export const worksHere = (actor: Actor | undefined): boolean =>
  actor?.roles.some((role) => !outside.includes(role)) === true;

/**
 * What a caller who does not work here is told of logins: his own, and the town itself by its name; anybody else's by the
 * key that published events bear too.
 */
export function withoutLogins(runtime: Runtime, caller: Actor | undefined, actors: readonly string[]) {
  const { staff, heads } = runtime.town;
  const logins = new Set([...actors, ...staff.map(({ sub }) => sub), ...heads.map(({ sub }) => sub)]);
  for (const known of [theTownItself.sub, caller?.sub]) if (known !== undefined) logins.delete(known);
  const told = (value: unknown): unknown => {
    if (typeof value === "string") return logins.has(value) ? actorKey(runtime, value) : value;
    if (Array.isArray(value)) return value.map(told);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, told(inner)]));
  };
  return {
    actor: (sub: string): string => (logins.has(sub) ? actorKey(runtime, sub) : sub),
    data: (data: object): Record<string, unknown> =>
      Object.fromEntries(Object.entries(data).map(([name, inner]) => [name, told(inner)])),
  };
}
