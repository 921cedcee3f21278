import { type Decider, type DomainEvent, theTownItself } from "../decider/index.ts";
import { type Hold, hold, holdIdOf } from "../holds/hold.ts";
import { type AnyDecider, type Loaded, sha256 } from "../store/index.ts";
import { stateKey } from "../store/items.ts";
import { type Erasing, erasingOf, type Retained } from "../store/retained.ts";
import type { Item } from "../store/table.ts";
import type { Passed } from "./manifest.ts";
import { contextFor, type Runtime } from "./runtime.ts";

/** What is outside of a record and goes or stays with it (P-8). */
export interface Retaining<S> {
  /**
   * The day on which it truly ended, where other records say so: a paper is over with its case. `open`: one of them is not
   * over yet. Absent: it ended when it says.
   */
  readonly endOf?: (runtime: Runtime, loaded: Loaded<S>) => Promise<string | "open">;
  /** Takes away its files, before the record says that they are gone; carried out again after an interruption. */
  readonly remove?: (runtime: Runtime, loaded: Loaded<S>) => Promise<void>;
}

type Whole<S, C, E extends DomainEvent> = Decider<S, C, E>;

/** A record that cannot be erased yet is looked at again after so long. */
const lookAgain = { months: 1 };

/** P-8: the next erasure of a loaded record; undefined: none. */
export const nextErasing = <S>(
  of: Parameters<typeof erasingOf>[0],
  { retained }: Pick<Loaded<S>, "retained">,
  { town }: Pick<Runtime, "town">,
): Erasing | undefined => (retained === undefined ? undefined : erasingOf(of, retained, town));

/** Whether a record is under a hold. */
export async function isHeld(runtime: Runtime, aggregate: string, id: string): Promise<boolean> {
  const found = await runtime.store.load(hold, holdIdOf(aggregate, id));
  return found?.state.status === "standing";
}

const stands = (item: Item | undefined): boolean => {
  const state = item?.state;
  return typeof state === "object" && state !== null && "status" in state && state.status === standing;
};
const standing: Hold["status"] = "standing";

/**
 * P-8: takes the erasure that is due of a record: its files first, then its personal parts in state, lists and history. What
 * is held or still needed is looked at again later.
 */
export async function eraseDue<S, C, E extends DomainEvent>(
  of: Whole<S, C, E>,
  runtime: Runtime,
  loaded: Loaded<S>,
  { due, kinds }: Erasing,
  { endOf, remove }: Retaining<S>,
): Promise<Passed> {
  const { store, town } = runtime;
  const { id, version, retained = {} } = loaded;
  const ended = await endOf?.(runtime, loaded);
  if (ended !== undefined && ended !== retained.endedOn && (ended === "open" || ended > (retained.endedOn ?? "")))
    return putOff(of, runtime, loaded, ended === "open" ? {} : { endedOn: ended });
  if (await isHeld(runtime, of.aggregate, id)) return putOff(of, runtime, loaded, {});
  await remove?.(runtime, loaded);
  const context = contextFor(runtime, theTownItself);
  const done = await store.erase({
    ...{ of, id, version, kinds, context },
    commandId: sha256(`erasure|${due}|${version}|${of.aggregate}/${id}`).slice(0, 24),
    bodyDigest: "",
    hold: { key: stateKey(hold.aggregate, holdIdOf(of.aggregate, id)), stands },
  });
  if (done === "held") return putOff(of, runtime, loaded, {});
  const after = await store.load(of, id);
  if (done === "lost" && after?.version === version) return { done: false, code: "no-progress" };
  if (after === undefined) return { done: true, steps: 0, next: undefined };
  const next = earliest(of.nextDeadline?.(after.state), nextErasing(of, after, { town })?.due);
  return { done: true, steps: done === "erased" ? 1 : 0, next };
}

/** The last day on which one of these records ended, and not before `since`; `open`: one of them is not over, or is held. */
export async function endOfAll(
  runtime: Runtime,
  records: readonly { readonly of: AnyDecider; readonly id: string }[],
  since: string,
): Promise<string | "open"> {
  let last = since;
  for (const { of, id } of records) {
    const found = await runtime.store.retained(of, id);
    if (found === undefined) continue;
    if (found.endedOn === undefined || (await isHeld(runtime, of.aggregate, id))) return "open";
    if (found.endedOn > last) last = found.endedOn;
  }
  return last;
}

async function putOff<S, C, E extends DomainEvent>(
  of: Whole<S, C, E>,
  runtime: Runtime,
  { id, state }: Loaded<S>,
  { endedOn }: Pick<Retained, "endedOn">,
): Promise<Passed> {
  const { store, town } = runtime;
  const { today } = contextFor(runtime, theTownItself);
  const keptUntil = endedOn === undefined ? today.add(lookAgain).toString() : null;
  await store.recount({ of, id, town, keptUntil, ...(endedOn === undefined ? {} : { endedOn }) });
  const after = await store.load(of, id);
  const next = after === undefined ? undefined : nextErasing(of, after, { town })?.due;
  return { done: true, steps: 1, next: earliest(of.nextDeadline?.(state), next) };
}

/** The earlier of two instants, either of which may be absent. */
export const earliest = (one: string | undefined, other: string | undefined): string | undefined =>
  [one, other].filter((instant) => instant !== undefined).toSorted()[0];
