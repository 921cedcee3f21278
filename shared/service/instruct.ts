import type { Actor, Decider, DomainEvent } from "../decider/index.ts";
import { theTownItself } from "../decider/index.ts";
import {
  digest,
  type Expects,
  type Facts,
  type FactsAsked,
  type Loaded,
  type Members,
  type NoFacts,
  type NoMembers,
  type Others,
  sha256,
} from "../store/index.ts";
import type { Aggregate, Carried, Instruction } from "./manifest.ts";
import { contextFor, type Runtime } from "./runtime.ts";

type KeyedInstruction = Instruction & { readonly key: string; readonly subject: string };
type Cause = Parameters<Instruction["carryOut"]>[1];

/** A command that follows from an event, a deadline or the town's opening, not from a person. */
export function instruct<
  S,
  C,
  E extends DomainEvent,
  F extends FactsAsked = NoFacts,
  M extends Members = NoMembers,
>(spec: {
  readonly of: Decider<S, C, E>;
  readonly id: string;
  readonly facts?: F;
  readonly command: C | ((facts: Facts<F>) => C);
  readonly expects?: Expects;
  /** Other aggregates that change with it: all of them, or none. */
  readonly others?: Others<M, F>;
  /** As whom the town acts; by default as nobody but itself. */
  readonly actor?: Actor;
}): KeyedInstruction {
  const key = `${spec.of.aggregate}/${spec.id}`;
  return {
    key,
    subject: key,
    async carryOut(runtime, cause): Promise<Carried> {
      const outcome = await runtime.store.execute<S, C, E, F, M>({
        decider: spec.of,
        id: spec.id,
        command: spec.command,
        ...(spec.facts === undefined ? {} : { facts: spec.facts }),
        ...(spec.others === undefined ? {} : { others: spec.others }),
        expects: spec.expects ?? "existing",
        ...askedBy(cause, key, runtime, spec.actor),
      });
      if (outcome.kind === "done") return { done: true };
      if (outcome.kind !== "rejected") return { done: false, code: outcome.kind };
      const { code, details } = outcome.rejection;
      return { done: false, code, details };
    },
  };
}

const askedBy = (cause: Cause, key: string, runtime: Runtime, actor: Actor = theTownItself) => ({
  commandId: sha256(`${cause.id}|${key}`).slice(0, 24),
  bodyDigest: digest(cause.id).slice(0, 16),
  context: contextFor(runtime, actor),
  ...(cause.traceparent === undefined ? {} : { traceparent: cause.traceparent }),
});

/**
 * Declares a decider as an aggregate of a service; its deadlines are acted on by the clockwork.
 * @param whenDue what a deadline gives instead of `onDeadline` alone, e.g. an instruction with `others`
 */
export function aggregate<S, C, E extends DomainEvent>(
  decider: Decider<S, C, E>,
  whenDue?: (loaded: Loaded<S>) => Instruction,
): Aggregate {
  const { onDeadline } = decider;
  const instruction = (found: Loaded<S>): Instruction | undefined => {
    if (whenDue !== undefined) return whenDue(found);
    return onDeadline && instruct({ of: decider, id: found.id, command: onDeadline(found.state) });
  };
  if (onDeadline === undefined && whenDue === undefined) return { name: decider.aggregate, decider };
  return {
    name: decider.aggregate,
    decider,
    async onDeadline(runtime: Runtime, id: string, due: string) {
      const loaded = await runtime.store.load(decider, id);
      if (loaded === undefined || decider.nextDeadline?.(loaded.state) !== due) return { done: true };
      return instruction(loaded)?.carryOut(runtime, { id: `deadline|${due}` }) ?? { done: true };
    },
  };
}
