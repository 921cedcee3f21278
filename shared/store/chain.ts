import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { StoredEvent } from "./items.ts";

export const sha256 = (content: string | Uint8Array) => createHash("sha256").update(content).digest("hex");

/** SHA-256 over the RFC 8785 form of any JSON value: equal values, equal digests. */
export const digest = (value: unknown) => sha256(canonicalize(value) ?? "null");

/** The hash before an aggregate's first event. */
export const genesis = "0".repeat(64);

/**
 * The link an event adds to its aggregate's chain (P-18). Personal data enters only as its own digest, so that it can
 * be erased one day (P-8) without breaking the chain.
 */
export function link(event: Omit<StoredEvent, "hash" | "pk" | "sk">): string {
  const { personal, ...open } = event;
  return digest({ ...open, ...(personal === undefined ? {} : { personalDigest: digest(personal) }) });
}

export type ChainCheck =
  | { readonly intact: true; readonly events: number; readonly head: string }
  | { readonly intact: false; readonly brokenAt: number };

/** Recomputes a whole history: a changed, missing, swapped or inserted event is found at its sequence. */
export function checkChain(events: readonly StoredEvent[], head: string): ChainCheck {
  let previous = genesis;
  let expected = 1;
  for (const stored of events) {
    const { hash, pk: _pk, sk: _sk, ...event } = stored;
    if (event.sequence !== expected || event.previous !== previous || link(event) !== hash)
      return { intact: false, brokenAt: expected };
    previous = hash;
    expected += 1;
  }
  return previous === head ? { intact: true, events: events.length, head } : { intact: false, brokenAt: expected };
}
