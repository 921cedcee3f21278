import type * as z from "zod";
import { type Context, type Decider, type DomainEvent, isRejection, type Rejection } from "../decider/index.ts";
import type { FactsAsked, Members } from "../store/index.ts";
import type { Asker } from "./actions.ts";
import { calledInBody } from "./blamed.ts";
import type { Writing } from "./commands.ts";
import { examplesOf } from "./examples.ts";

/** A thing as the domain is asked about it; without a state where it has not begun. */
interface Of<S> {
  readonly id: string;
  readonly state: S | undefined;
}
export type Tries<S, B extends z.ZodType> = (of: Of<S>, known: Omit<Context, "numbers">) => readonly z.input<B>[];

type Asked<S, C, E extends DomainEvent, B extends z.ZodType, L, F extends FactsAsked, M extends Members> = Pick<
  Writing<S, C, E, B, z.ZodType, L, F, M>,
  "body" | "facts" | "learn" | "learnsFromTable" | "run" | "blames"
> & {
  readonly of: Decider<S, C, E>;
  /**
   * Bodies that may be sent in this state, where the schema alone does not tell; none: there is nothing to do it to. One that
   * the schema refuses, as it names a person by a login that is too long, may not be sent.
   */
  readonly tries?: Tries<S, B> | undefined;
};

/**
 * Asks the domain beforehand what it would say to a step: the step's own command, made of bodies that may be sent and of the
 * facts as they are. Who may take it, and when, is thus told by the rules themselves. A refusal that names a value, or
 * contradicts one, is of the example and not of the step.
 */
export function asking<S, C, E extends DomainEvent, B extends z.ZodType, L, F extends FactsAsked, M extends Members>({
  of,
  body,
  facts,
  learn,
  learnsFromTable = false,
  run,
  tries,
  blames,
}: Asked<S, C, E, B, L, F, M>): (of: Of<S>, asker: Asker) => Promise<Rejection | undefined> {
  let known: { readonly on: string; readonly examples: readonly z.output<B>[] } | undefined;
  const examplesOn = (on: string) => {
    if (known?.on !== on) known = { on, examples: examplesOf(body, on) };
    return known.examples;
  };
  return async ({ id, state }, { actor, runtime, context }) => {
    const examples =
      tries?.({ id, state }, context).flatMap((one) => body.safeParse(one).data ?? []) ??
      examplesOn(context.today.toString());
    if (tries !== undefined && examples.length === 0) return nothingToDo;
    const refusals: Rejection[] = [];
    for (const example of examples) {
      const asks = { id, body: example, actor, runtime };
      const asked = facts?.(asks);
      const known = runtime.store.facts(isPromise(asked) ? await asked : asked);
      const learning = learnsFromTable ? learn?.(asks) : undefined;
      const learnt = isPromise(learning) ? await learning : learning;
      const command = run({ id, body: example, facts: isPromise(known) ? await known : known, runtime, learnt });
      const decision = of.decide(state, command, context);
      if (!isRejection(decision)) return undefined;
      const called = calledInBody(decision, body, blames);
      // No example mends what was filed before.
      const isOfBefore = decision.pointer !== undefined && called.pointer === undefined;
      if (!isOfBefore && isOfTheExample(called)) return undefined;
      // What must be found out elsewhere first is not found out for a view.
      if (learn !== undefined && !learnsFromTable && decision.ground !== "actor") return undefined;
      refusals.push(called);
    }
    return weakest(refusals);
  };
}

/** Most examples ask for what is known already: there is nothing to wait for. */
const isPromise = <T>(value: T | Promise<T>): value is Promise<T> => value instanceof Promise;

const isOfTheExample = ({ ground, pointer }: Rejection) =>
  ground === "input" || (pointer !== undefined && ground !== "actor");

/** Of several refusals the one that is nearest to a step: a rule before the state, the state before the person. */
const weakest = (refusals: readonly Rejection[]) =>
  refusals.find(({ ground }) => ground === "rule") ?? refusals.find(({ ground }) => ground === "state") ?? refusals[0];

/** A step on a part of a thing, such as a ticket of a queue, where there is no such part. */
const nothingToDo: Rejection = { rejected: true, code: "resource.not-found", ground: "actor", details: {} };
