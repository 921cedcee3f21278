import type { Actor, Decider, DomainEvent } from "../decider/index.ts";
import { theTownItself } from "../decider/index.ts";
import type { CloudEvent } from "../messaging/cloud-event.ts";
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
import { earliest, eraseDue, nextErasing, type Retaining } from "./erasing.ts";
import type { Aggregate, Carried, Instruction, Passed } from "./manifest.ts";
import { whoActed } from "./reaction.ts";
import { contextFor, type Runtime } from "./runtime.ts";

type KeyedInstruction = Instruction & { readonly key: string; readonly subject: string };
type Cause = Parameters<Instruction["carryOut"]>[1];

interface Spec<S, C, E extends DomainEvent, F extends FactsAsked, M extends Members> {
  readonly of: Decider<S, C, E>;
  readonly id: string;
  readonly facts?: F;
  readonly command: C | ((facts: Facts<F>) => C);
  readonly expects?: Expects;
  /** Other aggregates that change with it: all of them, or none. */
  readonly others?: Others<M, F>;
  /** As whom the town acts; by default as nobody but itself. */
  readonly actor?: Actor;
}

/** A command that follows from an event, a deadline or the town's opening, not from a person. */
export function instruct<S, C, E extends DomainEvent, F extends FactsAsked = NoFacts, M extends Members = NoMembers>(
  spec: Spec<S, C, E, F, M>,
): KeyedInstruction {
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
      if (outcome.kind === "done") return { done: true, ...begunBy(spec.expects, outcome, key) };
      if (outcome.kind === "not-found" && outcome.member === undefined)
        return { done: false, code: outcome.kind, missing: key };
      if (outcome.kind !== "rejected") return { done: false, code: outcome.kind };
      const { code, details } = outcome.rejection;
      return { done: false, code, details };
    },
  };
}

/** Whether it began with this command. Told again, nobody knows: then it counts as begun, and who looks finds nothing new. */
function begunBy(
  expects: Expects | undefined,
  { repeated, events }: { readonly repeated: boolean; readonly events: readonly { readonly sequence: number }[] },
  key: string,
): { readonly began?: string } {
  if (expects === undefined || expects === "existing") return {};
  return repeated || events[0]?.sequence === 1 ? { began: key } : {};
}

/** The same, where there may be nothing to do: what neither exists nor begins is done too. */
export const orNothing = (instruction: KeyedInstruction): KeyedInstruction => ({
  ...instruction,
  async carryOut(runtime, cause) {
    const carried = await instruction.carryOut(runtime, cause);
    return carried.done || carried.code !== "not-found" ? carried : { done: true };
  },
});

/** The same, as the person who acted in an event of this service: he decides by it. */
export const instructAs = <S, C, E extends DomainEvent, F extends FactsAsked = NoFacts, M extends Members = NoMembers>(
  event: CloudEvent,
  spec: Omit<Spec<S, C, E, F, M>, "actor">,
): KeyedInstruction => ({
  ...instruct<S, C, E, F, M>(spec),
  async carryOut(runtime, cause) {
    const actor = { sub: await whoActed(runtime, event), name: "", roles: [] };
    return instruct<S, C, E, F, M>({ ...spec, actor }).carryOut(runtime, cause);
  },
});

const askedBy = (cause: Cause, key: string, runtime: Runtime, actor: Actor = theTownItself) => ({
  commandId: commandIdOf(cause.id, key),
  bodyDigest: digest(cause.id).slice(0, 16),
  context: contextFor(runtime, actor),
  ...(cause.traceparent === undefined ? {} : { traceparent: cause.traceparent }),
});

type WhenDue<S> = (loaded: Loaded<S>) => Instruction;

/**
 * Declares a decider as an aggregate of a service; its deadlines and erasures are acted on by the clockwork.
 * @param whenDue what a deadline gives instead of `onDeadline` alone, e.g. an instruction with `others`
 * @param retaining what is outside of it and goes or stays with it (P-8)
 */
export function aggregate<S, C, E extends DomainEvent>(
  decider: Decider<S, C, E>,
  whenDue?: WhenDue<S>,
  retaining: Retaining<S> = {},
): Aggregate {
  const alone = whenDue === undefined && Object.keys(retaining).length === 0 ? ({ alone: true } as const) : {};
  const timeless = decider.onDeadline === undefined && whenDue === undefined && decider.ended === undefined;
  if (timeless) return { name: decider.aggregate, decider, ...alone };
  return {
    name: decider.aggregate,
    decider,
    ...alone,
    onDeadline: (runtime, id, due) => passDeadline(decider, runtime, { id, due, whenDue, retaining }),
  };
}

interface Due<S> {
  readonly id: string;
  readonly due: string;
  readonly whenDue: WhenDue<S> | undefined;
  readonly retaining: Retaining<S>;
}

/** How often a step is decided again on what another command has just written. */
const rereadings = 10;

/**
 * One step at a deadline, decided on the version that was read. The version is part of the cause: two steps at one
 * instant are two commands, and two sweeps at once take one step.
 */
async function passDeadline<S, C, E extends DomainEvent>(
  decider: Decider<S, C, E>,
  runtime: Runtime,
  { id, due, whenDue, retaining }: Due<S>,
): Promise<Passed> {
  for (let reading = 1; reading <= rereadings; reading += 1) {
    const loaded = await runtime.store.load(decider, id);
    if (loaded === undefined) return { done: true, steps: 0, next: undefined };
    const deadline = decider.nextDeadline?.(loaded.state);
    const erasing = nextErasing(decider, loaded, runtime);
    const next = earliest(deadline, erasing?.due);
    if (next !== due) {
      // The profile says another time now than when it was written.
      const { town } = runtime;
      if (loaded.retained !== undefined) await runtime.store.recount({ of: decider, id, town });
      return { done: true, steps: 0, next };
    }
    if (erasing !== undefined && deadline !== due) return eraseDue(decider, runtime, loaded, erasing, retaining);
    const cause = { id: `deadline|${due}|${loaded.version}` };
    if (whenDue !== undefined) return carriedOut(decider, runtime, loaded, whenDue(loaded), cause);
    const command = decider.onDeadline?.(loaded.state);
    if (command === undefined) return { done: false, code: "no-handler" };
    const outcome = await runtime.store.execute({
      decider,
      id,
      command,
      expects: "existing",
      expectedVersion: loaded.version,
      ...askedBy(cause, `${decider.aggregate}/${id}`, runtime),
    });
    if (outcome.kind === "stale") continue;
    if (outcome.kind === "rejected") return { done: false, code: outcome.rejection.code };
    if (outcome.kind !== "done") return { done: false, code: outcome.kind };
    if (outcome.version === loaded.version) return { done: false, code: "no-progress" };
    return { done: true, steps: outcome.repeated ? 0 : 1, next: await nextOf(decider, runtime, outcome) };
  }
  return { done: false, code: "busy" };
}

/** A step that changes other aggregates too: what it made of its own is read again. */
async function carriedOut<S, C, E extends DomainEvent>(
  decider: Decider<S, C, E>,
  runtime: Runtime,
  before: Loaded<S>,
  step: Instruction,
  cause: Cause,
): Promise<Passed> {
  const carried = await step.carryOut(runtime, cause);
  if (!carried.done) return { done: false, code: carried.code };
  const after = await runtime.store.load(decider, before.id);
  if (after === undefined || after.version === before.version) return { done: false, code: "no-progress" };
  return {
    done: true,
    steps: 1,
    next: earliest(decider.nextDeadline?.(after.state), nextErasing(decider, after, runtime)?.due),
  };
}

/** The next instant at which time alone changes something, as it stands in the table. */
async function nextOf<S, C, E extends DomainEvent>(decider: Decider<S, C, E>, runtime: Runtime, done: Loaded<S>) {
  if (decider.ended?.(done.state) !== true) return decider.nextDeadline?.(done.state);
  const after = (await runtime.store.load(decider, done.id)) ?? done;
  return earliest(decider.nextDeadline?.(after.state), nextErasing(decider, after, runtime)?.due);
}

const commandIdOf = (cause: string, key: string) => sha256(`${cause}|${key}`).slice(0, 24);
