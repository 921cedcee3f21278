import type { Actor, Decider, DomainEvent } from "../../shared/decider/index.ts";
import { contextFor } from "../../shared/service/index.ts";
import { aRuntime } from "../support/tally-town.ts";
import { theCaptain } from "./enforcement-town.ts";

export const today = "2026-09-01";
const runtime = aRuntime();
export const contextOf = (actor: Actor, on: string) => {
  runtime.setClock(`${on}T02:00:00.000Z`);
  return { ...contextFor(runtime, actor), numbers: { take: () => 1 } };
};

/** What the decider makes of the state, or its refusal. */
export function tell<S, C, E extends DomainEvent>(
  of: Decider<S, C, E>,
  state: S | undefined,
  command: C,
  { actor = theCaptain, on = today }: { readonly actor?: Actor; readonly on?: string } = {},
): { readonly state: S | undefined; readonly code?: string; readonly details?: object } {
  const decision = of.decide(state, command, contextOf(actor, on));
  if ("code" in decision) return { state, code: decision.code, details: decision.details };
  const stamp = { time: `${on}T02:00:00.000Z`, actor: actor.sub };
  const after = decision.reduce<S | undefined>(
    (before, event, at) => of.evolve(before, { ...event, ...stamp, sequence: at + 1 }),
    state,
  );
  return { state: after };
}
