import type { Decider, DomainEvent, Recorded } from "../decider/index.ts";
import type { Facts, Loaded } from "./execution.ts";
import type { StoredEvent, StoredState } from "./items.ts";

/** The single place where what we wrote ourselves is believed to be what its decider wrote. */
function trusts<S, C, E extends DomainEvent>(_decider: Decider<S, C, E>, _value: unknown): _value is S {
  return true;
}
export function trusted<S, C, E extends DomainEvent>(decider: Decider<S, C, E>, value: unknown): S {
  if (trusts(decider, value)) return value;
  throw new TypeError("unreachable");
}
function trustsEvent<S, C, E extends DomainEvent>(_decider: Decider<S, C, E>, _value: unknown): _value is Recorded<E> {
  return true;
}
export function trustedEvent<S, C, E extends DomainEvent>(decider: Decider<S, C, E>, value: StoredEvent): Recorded<E> {
  const event: unknown = value;
  if (trustsEvent(decider, event)) return event;
  throw new TypeError("unreachable");
}

export const anyLoaded = ({ id, version, state }: StoredState): Loaded<unknown> => ({ id, version, state });
export const loaded = <S, C, E extends DomainEvent>(decider: Decider<S, C, E>, item: StoredState): Loaded<S> => ({
  id: item.id,
  version: item.version,
  state: trusted(decider, item.state),
});

/** The fact at a position as the state of the decider it was asked for from. */
export function factOf<S, C, E extends DomainEvent>(
  decider: Decider<S, C, E>,
  facts: Facts,
  position: number,
): S | undefined {
  const fact = facts[position];
  return fact === undefined ? undefined : trusted(decider, fact.state);
}
