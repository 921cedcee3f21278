import type { Decider, DomainEvent, Recorded } from "../decider/index.ts";
import type { Folding } from "./folding.ts";

/** The single place where what we wrote ourselves is believed to be what its decider wrote. */
const isState = <S>(_of: Folding<S>, _value: unknown): _value is S => true;
export function trusted<S>(of: Folding<S>, value: unknown): S {
  if (isState(of, value)) return value;
  throw new TypeError("unreachable");
}
const isEventOf = <S, C, E extends DomainEvent>(_of: Decider<S, C, E>, _value: unknown): _value is Recorded<E> => true;
export function trustedRecorded<S, C, E extends DomainEvent>(of: Decider<S, C, E>, value: unknown): Recorded<E> {
  if (isEventOf(of, value)) return value;
  throw new TypeError("unreachable");
}
