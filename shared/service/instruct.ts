import type { Actor, Decider, DomainEvent } from "../decider/index.ts";
import { theTownItself } from "../decider/index.ts";
import { digest, type FactReference, type Facts, sha256 } from "../store/index.ts";
import type { Aggregate, Carried, Instruction } from "./manifest.ts";
import { contextFor, type Runtime } from "./runtime.ts";

/** A command that follows from an event, a deadline or the town's opening, not from a person. */
export function instruct<S, C, E extends DomainEvent>(spec: {
  readonly of: Decider<S, C, E>;
  readonly id: string;
  readonly command: C | ((facts: Facts) => C);
  readonly facts?: readonly FactReference[];
  readonly expects?: "existing" | "new" | "either";
  /** As whom the town acts; by default as nobody but itself. */
  readonly actor?: Actor;
}): Instruction & { readonly key: string; readonly subject: string } {
  const key = `${spec.of.aggregate}/${spec.id}`;
  return {
    key,
    subject: key,
    async carryOut(runtime, cause): Promise<Carried> {
      const outcome = await runtime.store.execute({
        decider: spec.of,
        id: spec.id,
        command: spec.command,
        facts: spec.facts ?? [],
        expects: spec.expects ?? "existing",
        commandId: sha256(`${cause.id}|${key}`).slice(0, 24),
        bodyDigest: digest(cause.id).slice(0, 16),
        context: contextFor(runtime, spec.actor ?? theTownItself),
        ...(cause.traceparent === undefined ? {} : { traceparent: cause.traceparent }),
      });
      if (outcome.kind === "done") return { done: true };
      if (outcome.kind !== "rejected") return { done: false, code: outcome.kind };
      const { code, details } = outcome.rejection;
      return { done: false, code, details };
    },
  };
}

/** Declares a decider as an aggregate of a service; its deadlines are acted on by the clockwork. */
export function aggregate<S, C, E extends DomainEvent>(decider: Decider<S, C, E>): Aggregate {
  const { onDeadline } = decider;
  if (onDeadline === undefined) return { name: decider.aggregate, decider };
  return {
    name: decider.aggregate,
    decider,
    async onDeadline(runtime: Runtime, id: string, due: string) {
      const loaded = await runtime.store.load(decider, id);
      if (loaded === undefined || decider.nextDeadline?.(loaded.state) !== due) return { done: true };
      const command = onDeadline(loaded.state);
      return instruct({ of: decider, id, command }).carryOut(runtime, { id: `deadline|${due}` });
    },
  };
}
