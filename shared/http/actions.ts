import * as z from "zod";
import { type Decider, type DomainEvent, isRejection, type Rejection } from "../decider/index.ts";
import { contextFor } from "../service/runtime.ts";
import type { Loaded } from "../store/index.ts";
import type { Role } from "../town/roles.ts";
import type { Viewing } from "./commands.ts";
import { hasRole } from "./known-to.ts";
import { type Text, textOf } from "./problem.ts";

const text = z.object({ zh: z.string(), en: z.string() });

/** What this caller can do next with a thing. */
export const actionSchema = z.object({
  verb: z.string(),
  method: z.literal("POST"),
  href: z.string(),
  title: text,
  /** Why it is refused now, where the state tells: what to do first. */
  blocked: z.object({ code: z.string(), reason: text }).optional(),
});
export type Action = z.output<typeof actionSchema>;

/** A step as its thing's views offer it. */
export interface Offer<S, C> {
  readonly verb: string;
  readonly title: Text;
  readonly allow: readonly Role[];
  /** Its name in the table of moves. */
  readonly does: string;
  readonly mayAct?: ((loaded: Loaded<S>, viewing: Viewing) => boolean) | undefined;
  readonly blockedBy?: ((loaded: Loaded<S>, viewing: Viewing) => Rejection | undefined) | undefined;
  /** The command itself, where it needs no body and no fact: the domain is then asked whether it would be refused. */
  readonly trial?: ((loaded: Loaded<S>, viewing: Viewing) => C) | undefined;
}

/** The steps a caller can take: those of their roles that the state allows, each with what blocks it. */
export function actionsOf<S, C, E extends DomainEvent>(
  { of, at, possible }: { of: Decider<S, C, E>; at: string; possible: (state: S) => readonly string[] },
  offers: readonly Offer<S, C>[],
  loaded: Loaded<S>,
  viewing: Viewing,
): Action[] {
  const { actor, texts = {} } = viewing;
  const moves = possible(loaded.state);
  return offers.flatMap((offer) => {
    if (!hasRole(actor, offer.allow) || !moves.includes(offer.does)) return [];
    if (offer.mayAct?.(loaded, viewing) === false) return [];
    const refusal = offer.blockedBy?.(loaded, viewing) ?? tried(of, offer, loaded, viewing);
    if (refusal?.ground === "actor" || refusal?.ground === "state") return [];
    const href = `${at}/${encodeURIComponent(loaded.id)}/${offer.verb}`;
    const action = { verb: offer.verb, method: "POST" as const, href, title: { ...offer.title } };
    if (refusal === undefined) return [action];
    const { code, details } = refusal;
    return [{ ...action, blocked: { code, reason: { ...textOf(code, details, texts) } } }];
  });
}

/** What the domain would answer. Numbers taken on trial are kept by nobody. */
function tried<S, C, E extends DomainEvent>(
  of: Decider<S, C, E>,
  { trial }: Offer<S, C>,
  loaded: Loaded<S>,
  viewing: Viewing,
): Rejection | undefined {
  if (trial === undefined || viewing.actor === undefined) return undefined;
  const context = { ...contextFor(viewing.runtime, viewing.actor), numbers: { take: () => 1 } };
  const decision = of.decide(loaded.state, trial(loaded, viewing), context);
  return isRejection(decision) ? decision : undefined;
}
