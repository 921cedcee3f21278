type FieldIn<S> = S extends unknown ? keyof S : never;
/** A state of which only these fields are known; each alternative of a union by itself. */
export type Picked<S, Field extends PropertyKey> = S extends unknown
  ? { [F in keyof S as F extends Field ? F : never]: S[F] }
  : never;

/**
 * These fields of a state, those that it has. A view picks what goes out, so that a field which the state gets later stays inside.
 * @example { id, version, ...pick(state, ["status", "openedOn"]) }
 */
export function pick<S extends object, const Field extends FieldIn<S>>(
  state: S,
  fields: readonly Field[],
): Picked<S, Field>;
export function pick(state: object, fields: readonly PropertyKey[]): object {
  const named = new Set(fields);
  return Object.fromEntries(Object.entries(state).filter(([field, value]) => named.has(field) && value !== undefined));
}
