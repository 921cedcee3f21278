import * as z from "zod";
import type { Actor, Context, Rejection } from "../decider/index.ts";
import { contextFor, type Runtime } from "../service/runtime.ts";
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
  /** Why it is refused now: what to do first, or what the law forbids. */
  blocked: z.object({ code: z.string(), reason: text }).optional(),
});
export type Action = z.output<typeof actionSchema>;

/** What can be done next with a thing, and the roles of which somebody takes the step. */
export const stepSchema = z.object({
  verb: z.string(),
  title: text,
  roles: z.array(z.string()),
  /** Its last day in time, where it has one. */
  until: z.iso.date().optional(),
});
export type Step = z.output<typeof stepSchema>;

/** A step as its thing's views offer it. */
export interface Offer<S> {
  readonly verb: string;
  readonly title: Text;
  readonly allow: readonly Role[];
  /** Its name in the table of moves. */
  readonly does: string;
  /** What the domain would refuse it with now; undefined: nothing that is known before the body is. */
  readonly refusal: (loaded: Loaded<S>, asker: Asker) => Promise<Rejection | undefined>;
}

/** Who asks, and what a decision would know; found out once for all the steps of a view. */
export interface Asker {
  readonly actor: Actor;
  readonly runtime: Runtime;
  readonly context: Context;
}

/** Where a thing's steps lie, and which of them its state allows; absent: the domain alone says so. */
export interface Offering<S> {
  readonly at: string;
  readonly possible?: ((state: S) => readonly string[]) | undefined;
}

/** A fault of ours in asking takes no view away: the step is then told as its table has it. Where answers are strict it is. */
function unasked(error: unknown, verb: string, { runtime: { observability, strictAnswers } }: Asker): undefined {
  if (strictAnswers === true) throw error;
  observability.count("OffersFailed");
  observability.error("a step could not be asked for", error, { verb });
}

/**
 * The steps a caller can take: those of his roles that the state allows and the domain does not refuse to this very person.
 * A step that a rule refuses now is told with its reason.
 */
export async function actionsOf<S>(
  { at, possible }: Offering<S>,
  offers: readonly Offer<S>[],
  loaded: Loaded<S>,
  { actor, runtime, texts = {} }: Viewing,
): Promise<Action[]> {
  if (actor === undefined) return [];
  const moves = possible?.(loaded.state);
  const open = offers.filter(({ allow, does }) => hasRole(actor, allow) && moves?.includes(does) !== false);
  // All offers ask for the same things: each is read once.
  const reading = { ...runtime, store: runtime.store.remembering() };
  const context = { ...contextFor(runtime, actor), numbers: { take: () => 1 } };
  const asker: Asker = { actor, runtime: reading, context };
  const told = open.map(async (offer) => {
    const refusal = await offer.refusal(loaded, asker).catch((error: unknown) => unasked(error, offer.verb, asker));
    if (refusal?.ground === "actor") return [];
    // Where no table says what a state allows, the domain's word for it is not a step that waits for something.
    if (refusal?.ground === "state" && moves === undefined) return [];
    const href = `${at}/${encodeURIComponent(loaded.id)}/${offer.verb}`;
    const action = { verb: offer.verb, method: "POST" as const, href, title: { ...offer.title } };
    if (refusal === undefined) return [action];
    const { code, details } = refusal;
    return [{ ...action, blocked: { code, reason: { ...textOf(code, details, texts) } } }];
  });
  return (await Promise.all(told)).flat();
}
