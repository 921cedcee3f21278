import type { StoredEvent } from "./items.ts";

/**
 * The event by which a history says that personal parts of it were erased (P-8). It changes no state by itself. It is read
 * without a schema: the relay holds none.
 */
export const erasureType = "retention.erased";

export const isErasure = ({ type }: Pick<StoredEvent, "type">): boolean => type === erasureType;

/** What the last erasure of a history recorded of the rest, and its own sequence. */
export function lastErasureOf(
  events: readonly StoredEvent[],
): { readonly sequence: number; readonly rest: string } | undefined {
  const last = events.findLast(isErasure);
  if (last === undefined) return undefined;
  const data: object = last.data;
  return { sequence: last.sequence, rest: "rest" in data && typeof data.rest === "string" ? data.rest : "" };
}
