import { hash } from "node:crypto";
import canonicalize from "canonicalize";
import { lastErasureOf } from "./erasure-event.ts";
import type { StoredEvent } from "./items.ts";

export const sha256 = (content: string | Uint8Array) => hash("sha256", content, "hex");

/** SHA-256 over the RFC 8785 form of any JSON value: equal values, equal digests. */
export const digest = (value: unknown) => sha256(canonicalize(value) ?? "null");

/** The hash before an aggregate's first event. */
export const genesis = "0".repeat(64);

type Linked = Omit<StoredEvent, "hash" | "pk" | "sk">;

/**
 * What stands in the chain for the personal part and the actor of a sealed event: their digest with a random salt. With the
 * salt erased nobody tries out names and numbers against it.
 */
export const sealOf = ({ seal, salt, personal, actor, by }: Linked): string =>
  typeof seal === "string" ? seal : digest([salt, actor, personal ?? null, by ?? null]);

/** What of an event is never erased. A move to another engine changes nothing of it. */
function openPartOf({ personal: _personal, actor: _actor, by: _by, salt: _salt, seal: _seal, ...open }: Linked) {
  const { version: _version, anchored: _anchored, moved: _moved, ...rest } = open;
  return rest;
}

/**
 * What is left of the events from which something was erased, as one digest: the erasure records it, so that the rest can
 * be held against it. Salted too: the next erasure takes these salts.
 */
export function restOf(events: readonly StoredEvent[]): string {
  const touched = events.filter(({ seal, anchored }) => seal !== undefined || anchored === true);
  return digest(
    touched.map(({ hash: _hash, pk: _pk, sk: _sk, ...event }) => {
      const { salt, actor, personal, by } = event;
      return [event.sequence, digest([salt, actor, personal ?? null, by ?? null, openPartOf(event)])];
    }),
  );
}

/**
 * The link an event adds to its aggregate's chain (P-18). Personal data enters only as a digest, so that it can be erased
 * (P-8) without breaking the chain. An event of before seals holds a digest without salt, and its actor as it is.
 */
export function link(event: Linked): string {
  const { personal, actor, by, salt, seal } = event;
  const open = openPartOf(event);
  if (salt !== undefined || seal !== undefined) return digest({ ...open, seal: sealOf(event) });
  return digest({
    ...open,
    actor,
    ...(by === undefined ? {} : { by }),
    ...(personal === undefined ? {} : { personalDigest: digest(personal) }),
  });
}

export type ChainCheck =
  | { readonly intact: true; readonly events: number; readonly head: string }
  | { readonly intact: false; readonly brokenAt: number };

/**
 * Recomputes a whole history: a changed, missing, swapped or inserted event is found at its sequence. What is left after an
 * erasure is held against what the erasure recorded; a difference is found at that record.
 */
export function checkChain(events: readonly StoredEvent[], head: string): ChainCheck {
  const erasure = lastErasureOf(events);
  let previous = genesis;
  let expected = 1;
  for (const stored of events) {
    const { hash, pk: _pk, sk: _sk, ...event } = stored;
    // An event of before seals has lost what its hash was made of: the record of the erasure holds it.
    const holds = event.anchored === true ? erasure !== undefined : link(event) === hash;
    if (event.sequence !== expected || event.previous !== previous || !holds)
      return { intact: false, brokenAt: expected };
    previous = hash;
    expected += 1;
  }
  if (erasure !== undefined && restOf(events) !== erasure.rest) return { intact: false, brokenAt: erasure.sequence };
  return previous === head ? { intact: true, events: events.length, head } : { intact: false, brokenAt: expected };
}
