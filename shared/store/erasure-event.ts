import * as z from "zod";
import { retentionKinds } from "../town/retention.ts";
import type { StoredEvent } from "./items.ts";

/** The event by which a history says that personal parts of it were erased (P-8). It changes no state by itself. */
export const erasureType = "retention.erased";

const erasure = z.object({
  /** The kinds of personal parts whose time was over. */
  kinds: z.array(z.enum(retentionKinds)),
  on: z.iso.date(),
  /** Digest of what is left of all events from which something was erased. */
  rest: z.string(),
});

export const isErasure = ({ type }: Pick<StoredEvent, "type">): boolean => type === erasureType;

/** What the last erasure of a history recorded of the rest, and its own sequence. */
export function lastErasureOf(
  events: readonly StoredEvent[],
): { readonly sequence: number; readonly rest: string } | undefined {
  const last = events.findLast(isErasure);
  return last === undefined
    ? undefined
    : { sequence: last.sequence, rest: erasure.safeParse(last.data).data?.rest ?? "" };
}
