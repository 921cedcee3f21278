import { randomUUID } from "node:crypto";
import type { Actor, Decider, DomainEvent } from "../decider/index.ts";
import { contextFor, type Runtime } from "./runtime.ts";

interface Shown<S, C, E extends DomainEvent> {
  readonly of: Decider<S, C, E>;
  readonly id: string;
  /** What the thing notes: its event says who was shown it, and when. */
  readonly command: C;
  /** In what form it was shown. */
  readonly as: string;
  readonly actor: Actor;
}

/**
 * P-15: puts on record that a person was shown personal data in full. A route asks for it before its answer leaves.
 * @throws Error if it could not be put on record: then nothing is shown
 */
export async function putOnRecord<S, C, E extends DomainEvent>(
  { of, id, command, as, actor }: Shown<S, C, E>,
  runtime: Runtime,
): Promise<void> {
  const outcome = await runtime.store.execute({
    ...{ decider: of, id, expects: "existing" as const },
    commandId: randomUUID(),
    bodyDigest: as,
    command,
    context: contextFor(runtime, actor),
  });
  if (outcome.kind !== "done") throw new Error("a reading could not be put on record");
}
