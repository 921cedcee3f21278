import type { DomainEvent, Recorded } from "../decider/index.ts";
import { genesis } from "./chain.ts";
import type { Asked, Done } from "./execution.ts";
import type { FactReference } from "./facts.ts";
import { type StoredEvent, type StoredState, stateKey } from "./items.ts";
import type { JointMember } from "./joint.ts";
import type { Taking } from "./numbers.ts";
import { type ConditionalWrite, keyOfWrite } from "./table.ts";
import { eventItem, stateItem } from "./written.ts";

/** What a decision makes of one member: its state and events, and the writes that keep them. */
export interface Committed {
  readonly done: Done<unknown, DomainEvent>;
  readonly writes: readonly ConditionalWrite[];
}

/** @returns undefined when there is no such aggregate and nothing was decided of it */
export function committed(
  asked: Asked,
  { of, id }: JointMember,
  current: StoredState | undefined,
  before: unknown,
  events: readonly DomainEvent[],
): Committed | undefined {
  const expect = current === undefined ? ("absent" as const) : { version: current.version };
  if (events.length === 0) {
    if (current === undefined) return undefined;
    const unchanged = { id, version: current.version, state: before, events: [] };
    return { done: unchanged, writes: [{ check: stateKey(of.aggregate, id), expect }] };
  }
  const { now, actor } = asked.context;
  let state = before;
  let version = current?.version ?? 0;
  let head = current?.head ?? genesis;
  const recorded: Recorded<DomainEvent>[] = [];
  const stored: StoredEvent[] = [];
  for (const event of events) {
    version += 1;
    const full = { ...event, sequence: version, time: now, actor: actor.sub };
    const item = eventItem(asked, of, id, full, head);
    head = item.hash;
    state = of.evolve(state, full);
    recorded.push(full);
    stored.push(item);
  }
  const item = stateItem(asked, of, id, { state, version, head }, current);
  return {
    done: { id, version, state, events: recorded },
    writes: [{ item, expect }, ...stored.map((one) => ({ item: one, expect: "absent" as const }))],
  };
}

/**
 * All writes of a commit: the members' own, the counters, and the conditions on what the decision relied on.
 * @throws TypeError when two members are one aggregate
 */
export function writesOf(
  results: readonly Committed[],
  facts: readonly FactReference<unknown>[],
  factItems: readonly (StoredState | undefined)[],
  taking: Taking,
): readonly ConditionalWrite[] {
  const writes = [...results.flatMap((one) => one.writes), ...taking.puts()];
  const keys = new Set(writes.map(keyOf));
  if (keys.size !== writes.length) throw new TypeError("an aggregate is a member twice");
  for (const [at, { of, id, held }] of facts.entries()) {
    const version = factItems[at]?.version;
    const check = {
      check: stateKey(of.aggregate, id),
      expect: version === undefined ? ("absent" as const) : { version },
    };
    if (held !== true || keys.has(keyOf(check))) continue;
    keys.add(keyOf(check));
    writes.push(check);
  }
  return writes;
}

const keyOf = (write: ConditionalWrite) => {
  const { pk, sk } = keyOfWrite(write);
  return JSON.stringify([pk, sk]);
};
