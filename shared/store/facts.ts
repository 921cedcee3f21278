import type { Decider, DomainEvent } from "../decider/index.ts";
import type { Folding } from "./folding.ts";

/** Another aggregate of the service that a decision needs to know. */
export interface FactReference<S> {
  readonly of: Folding<S>;
  readonly id: string;
  /** The decision is committed only while the fact is as it was read. */
  readonly held?: true;
  /** The state as the decision is given it, where the asker knows more of it. */
  seen?(state: S): S;
}

/** The facts a decision asks for, each by its name; undefined: it does not need this one. */
export type FactsAsked = Readonly<
  Record<string, FactReference<unknown> | readonly FactReference<unknown>[] | undefined>
>;

/** No facts at all: asking one of them by any name does not compile. */
export type NoFacts = Readonly<Record<never, never>>;

/** The states of the facts asked for, by the same names; undefined where there is no such aggregate. */
export type Facts<F extends FactsAsked> = { readonly [K in keyof F]: FactFrom<F[K]> };
type FactFrom<R> = R extends readonly FactReference<infer S>[]
  ? readonly (S | undefined)[]
  : R extends FactReference<infer S>
    ? S | undefined
    : undefined;

/** Names an aggregate as a fact; it is read in the same round trip as the state the decision is about. */
export const factReference = <S, C, E extends DomainEvent>(of: Decider<S, C, E>, id: string): FactReference<S> => ({
  of,
  id,
});

/** Several facts of one kind under one name; their states come in the same order. */
export const factReferences = <S, C, E extends DomainEvent>(of: Decider<S, C, E>, ids: readonly string[]) =>
  ids.map((id) => factReference(of, id));

/**
 * A fact that the decision relies on until it is committed, so that a rule that spans aggregates has no race. When the
 * fact changes in between (or appears), it is read again and the decision is made again.
 */
export const heldFact = <S>(reference: FactReference<S>): FactReference<S> => ({ ...reference, held: true });

/** All references, in the order of their names. */
export function referencesIn(asked: FactsAsked): readonly FactReference<unknown>[] {
  const found: FactReference<unknown>[] = [];
  for (const one of Object.values(asked)) {
    if (one === undefined) continue;
    if ("of" in one) found.push(one);
    else found.push(...one);
  }
  return found;
}

/** Gives the states back by the names under which they were asked for; they come in the order of `referencesIn`. */
export function factsFrom<F extends FactsAsked>(asked: F | undefined, states: readonly unknown[]): Facts<F> {
  if (asked !== undefined) return namedFacts(asked, states);
  const none: FactsAsked = {};
  if (asksNothing<F>(none)) return namedFacts(none, []);
  throw new TypeError("unreachable");
}
const asksNothing = <F extends FactsAsked>(_asked: FactsAsked): _asked is F => true;

function namedFacts<F extends FactsAsked>(asked: F, states: readonly unknown[]): Facts<F> {
  const named: Record<string, unknown> = {};
  let next = 0;
  for (const [name, one] of Object.entries<FactsAsked[string]>(asked)) {
    if (one === undefined) named[name] = undefined;
    else if ("of" in one) named[name] = given(one, states[next++]);
    else named[name] = one.map((each) => given(each, states[next++]));
  }
  if (isNamed(asked, named)) return named;
  throw new TypeError("unreachable");
}

const given = (one: FactReference<unknown>, state: unknown): unknown =>
  state === undefined || one.seen === undefined ? state : one.seen(state);

const isNamed = <F extends FactsAsked>(_asked: F, _named: unknown): _named is Facts<F> => true;
