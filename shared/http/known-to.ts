import type { Actor, Decider, DomainEvent } from "../decider/index.ts";
import type { Runtime } from "../service/runtime.ts";
import type { Loaded } from "../store/index.ts";
import type { Role } from "../town/roles.ts";
import type { Route } from "./route.ts";

export const hasRole = (actor: Actor | undefined, roles: readonly Role[]): boolean =>
  actor?.roles.some((role) => roles.includes(role)) === true;

/** Who may know of a thing: these roles of every one, anybody else of their own. */
export interface Readers<S> {
  readonly staff: readonly Role[];
  readonly own?: (loaded: Loaded<S>, actor: Actor, runtime: Runtime) => boolean | Promise<boolean>;
}

/** Whether this caller may know of this thing. */
export const mayKnow = async <S>(
  { staff, own }: Readers<S>,
  loaded: Loaded<S>,
  actor: Actor | undefined,
  runtime: Runtime,
): Promise<boolean> => hasRole(actor, staff) || (actor !== undefined && (await own?.(loaded, actor, runtime)) === true);

/**
 * A route below `{id}` that answers 404, as if there were nothing, where the caller may not read the thing: before
 * anything is said of its state, its version, or the body that was sent. Staff who read every thing cost no read more.
 */
export const knownTo = <S, C, E extends DomainEvent>(
  of: Decider<S, C, E>,
  readers: Readers<S>,
  route: Route,
): Route => ({
  ...route,
  async isKnownTo({ params, actor }, runtime) {
    if (hasRole(actor, readers.staff)) return true;
    const loaded = await runtime.store.load(of, params.id ?? "");
    return loaded !== undefined && mayKnow(readers, loaded, actor, runtime);
  },
});
