import {
  type Actor,
  type Context,
  type Decider,
  type DomainEvent,
  isRejection,
  type Recorded,
  type Rejection,
} from "../decider/index.ts";
import { type ChainCheck, checkChain, genesis, link } from "./chain.ts";
import {
  eventPrefix,
  eventSort,
  isStoredEvent,
  isStoredState,
  partitionOf,
  rememberedCommands,
  type StoredEvent,
  type StoredState,
  seriesKey,
  stateKey,
} from "./items.ts";
import { Series, type Taking } from "./numbers.ts";
import { type ConditionalPut, type Item, indexAttributes, type Position, type Query, type Table } from "./table.ts";

/** An aggregate as loaded: its state and the version that a write must still find. */
export interface Loaded<S> {
  readonly id: string;
  readonly version: number;
  readonly state: S;
}

/** Any decider, whatever its types: what a table full of different aggregates can be asked for. */
export type AnyDecider = Pick<Decider<never, never, DomainEvent>, "aggregate">;

export interface Execution<S, C, E extends DomainEvent> {
  readonly decider: Decider<S, C, E>;
  readonly id: string;
  /** The command, or what makes it from the aggregates read along with the state. */
  readonly command: C | ((facts: Facts) => C);
  /** Other aggregates of this service that the decision needs to know; read in the same round trip. */
  readonly facts?: readonly FactReference[];
  /** Identity of the command: the same id is carried out once, however often it is sent. */
  readonly commandId: string;
  /** Digest of what was asked; the same id with another digest is refused. */
  readonly bodyDigest: string;
  /** The version the caller saw (`If-Match`). */
  readonly expectedVersion?: number;
  /** Whether the aggregate is there already, is to be new (it is then not read first), or either. */
  readonly expects: "existing" | "new" | "either";
  readonly traceparent?: string;
  readonly context: Omit<Context, "numbers">;
}

export interface FactReference {
  readonly aggregate: string;
  readonly id: string;
}

/** The states of the facts asked for, in order; undefined where there is none. */
export type Facts = readonly (Loaded<unknown> | undefined)[];

export type Outcome<S, E extends DomainEvent> =
  | ({ readonly kind: "done"; readonly repeated: boolean; readonly events: readonly Recorded<E>[] } & Loaded<S>)
  | { readonly kind: "rejected"; readonly rejection: Rejection }
  | { readonly kind: "not-found" }
  | { readonly kind: "stale"; readonly version: number }
  | { readonly kind: "reused-command-id" };

/** Thrown when a crowd on one item outlasts all attempts; nothing was written, the caller may try again. */
export class StoreBusy extends Error {
  override readonly name = "StoreBusy";
}

const attempts = 40;

/** Aggregates in a table: load, execute a command in one transaction, list, tell their history. */
export class Store {
  readonly table: Table;
  readonly #series = new Series();

  constructor(table: Table) {
    this.table = table;
  }

  async load<S, C, E extends DomainEvent>(decider: Decider<S, C, E>, id: string): Promise<Loaded<S> | undefined> {
    const [item] = await this.table.read([stateKey(decider.aggregate, id)]);
    return isStoredState(item) && item.id === id ? loaded(decider, item) : undefined;
  }

  /**
   * Carries out a command: at most one read, one transaction of the state and its events (and a counter, where the
   * decision takes a number). A lost race is decided again on what won it.
   * @throws StoreBusy when the race is lost too often
   */
  async execute<S, C, E extends DomainEvent>(execution: Execution<S, C, E>): Promise<Outcome<S, E>> {
    const { decider, id, expects, facts = [] } = execution;
    const reads = expects === "new" ? 0 : 1;
    const keys = [
      ...(reads === 0 ? [] : [stateKey(decider.aggregate, id)]),
      ...facts.map((fact) => stateKey(fact.aggregate, fact.id)),
    ];
    const items = keys.length === 0 ? [] : await this.table.read(keys);
    const known = items
      .slice(reads)
      .map((item, place) => (isStoredState(item) && item.id === facts[place]?.id ? anyLoaded(item) : undefined));
    const command = isMaker(execution.command) ? execution.command(known) : execution.command;
    let current = reads === 0 ? undefined : items[0];

    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const before = this.#settled(execution, current);
      if (before !== undefined) return before;
      const result = await this.#attempt(execution, command, isStoredState(current) ? current : undefined);
      if (result.kind === "rejected" && reads === 0 && current === undefined) {
        // What the rules refuse by now may be the repetition of what they allowed: only then is the new one read.
        [current] = await this.table.read([stateKey(decider.aggregate, id)]);
        if (current !== undefined) continue;
      }
      if (result.kind !== "lost") return result;
      if (result.current !== undefined) current = result.current;
      if (result.contended || attempt > 2) await pause(attempt);
    }
    throw new StoreBusy(`${decider.aggregate} ${attempts} attempts`);
  }

  /** What needs no decision: unknown, stale. A repetition is not stale, whatever version it names. */
  #settled<S, C, E extends DomainEvent>(
    { id, expects, expectedVersion, commandId }: Execution<S, C, E>,
    current: Item | undefined,
  ): Outcome<S, E> | undefined {
    if (current === undefined) return expects === "existing" ? { kind: "not-found" } : undefined;
    if (!isStoredState(current)) return undefined;
    if (expects === "existing" && current.id !== id) return { kind: "not-found" };
    if (expectedVersion === undefined || current.commands.some(([known]) => known === commandId)) return undefined;
    return current.version === expectedVersion ? undefined : { kind: "stale", version: current.version };
  }

  async #attempt<S, C, E extends DomainEvent>(
    execution: Execution<S, C, E>,
    command: C,
    current: StoredState | undefined,
  ): Promise<Outcome<S, E> | Lost> {
    const { decider, id, commandId, bodyDigest } = execution;
    const repeated = current?.commands.find(([remembered]) => remembered === commandId);
    if (repeated !== undefined && current !== undefined) {
      if (repeated[1] !== bodyDigest) return { kind: "reused-command-id" };
      return { kind: "done", repeated: true, events: [], ...(await this.#asOf(decider, current, repeated[2])) };
    }

    const state = current === undefined ? undefined : trusted(decider, current.state);
    const decide = (taking: Taking) => decider.decide(state, command, { ...execution.context, numbers: taking });
    const first = this.#series.taking();
    const decision = decide(first);
    if (isRejection(decision)) return { kind: "rejected", rejection: decision };
    if (decision.length === 0)
      return current === undefined || state === undefined
        ? { kind: "not-found" }
        : { kind: "done", repeated: false, events: [], id, version: current.version, state };
    if (first.series === undefined) return this.#commit(execution, current, decision, first);
    return this.#series.inTurn(first.series, async () => {
      const taking = this.#series.taking();
      const numbered = decide(taking);
      if (isRejection(numbered)) return { kind: "rejected", rejection: numbered };
      return this.#commit(execution, current, numbered, taking);
    });
  }

  async #commit<S, C, E extends DomainEvent>(
    execution: Execution<S, C, E>,
    current: StoredState | undefined,
    events: readonly E[],
    taking: Taking,
  ): Promise<Outcome<S, E> | Lost> {
    const { decider, id } = execution;
    let state = current === undefined ? undefined : trusted(decider, current.state);
    let version = current?.version ?? 0;
    let head = current?.head ?? genesis;
    const recorded: Recorded<E>[] = [];
    const stored: StoredEvent[] = [];
    for (const event of events) {
      version += 1;
      const { now, actor } = execution.context;
      const full = { ...event, sequence: version, time: now, actor: actor.sub };
      const item = eventItem(execution, full, head, actor);
      head = item.hash;
      state = decider.evolve(state, full);
      recorded.push(full);
      stored.push(item);
    }
    if (state === undefined) return { kind: "not-found" };

    const puts: ConditionalPut[] = [
      {
        item: stateItem(execution, state, version, head, current?.commands ?? []),
        expect: current === undefined ? "absent" : { version: current.version },
      },
      ...stored.map((item) => ({ item, expect: "absent" as const })),
      ...taking.puts(),
    ];
    const result = await this.table.write(puts);
    if (result.written) {
      for (const [series, last] of taking.entries()) this.#series.learn(series, last);
      return { kind: "done", repeated: false, events: recorded, id, version, state };
    }
    for (const { put, current: now } of result.failed) {
      const series = puts[put]?.item.series;
      if (typeof series === "string" && typeof now?.version === "number") this.#series.learn(series, now.version);
    }
    return { kind: "lost", contended: result.contended, current: result.failed.find(({ put }) => put === 0)?.current };
  }

  /** The aggregate as it was after a version; told from its events when it has moved on since. */
  async #asOf<S, C, E extends DomainEvent>(decider: Decider<S, C, E>, current: StoredState, version: number) {
    if (current.version === version) return loaded(decider, current);
    let state: S | undefined;
    for (const event of await this.#events(decider.aggregate, current.id, version))
      state = decider.evolve(state, trustedEvent(decider, event));
    return state === undefined ? loaded(decider, current) : { id: current.id, version, state };
  }

  async #events(aggregate: string, id: string, through = Number.MAX_SAFE_INTEGER): Promise<StoredEvent[]> {
    const events: StoredEvent[] = [];
    let after: Position | undefined;
    do {
      const to = through === Number.MAX_SAFE_INTEGER ? `${eventPrefix}~` : eventSort(through);
      const query: Query = { partition: partitionOf(aggregate, id), from: eventPrefix, to, limit: 500 };
      const page = await this.table.query(after === undefined ? query : { ...query, after });
      events.push(...page.items.filter(isStoredEvent));
      after = page.last;
    } while (after !== undefined);
    return events;
  }

  /** Every event of an aggregate in order; empty when there is no such aggregate. */
  history(decider: AnyDecider, id: string): Promise<StoredEvent[]> {
    return this.#events(decider.aggregate, id);
  }

  /** Recomputes the chain of an aggregate's events and holds it against its state; undefined: no such aggregate. */
  async verify(decider: AnyDecider, id: string): Promise<ChainCheck | undefined> {
    const [state] = await this.table.read([stateKey(decider.aggregate, id)]);
    return isStoredState(state) ? checkChain(await this.#events(decider.aggregate, id), state.head) : undefined;
  }

  /** A page of a named list. `last` is where the next page begins. */
  async list<S, C, E extends DomainEvent>(decider: Decider<S, C, E>, query: Query & { readonly index: string }) {
    const page = await this.table.query(query);
    const items = page.items.filter(isStoredState).map((item) => loaded(decider, item));
    return { items, ...(page.last === undefined ? {} : { last: page.last }) };
  }

  /** The last number given in a series; 0 before the first. */
  async lastNumber(series: string): Promise<number> {
    const [item] = await this.table.read([seriesKey(series)]);
    return typeof item?.version === "number" ? item.version : 0;
  }
}

interface Lost {
  readonly kind: "lost";
  readonly contended: boolean;
  readonly current: Item | undefined;
}

const isMaker = <C>(command: C | ((facts: Facts) => C)): command is (facts: Facts) => C =>
  typeof command === "function";

/** The single place where what we wrote ourselves is believed to be what its decider wrote. */
function trusts<S, C, E extends DomainEvent>(_decider: Decider<S, C, E>, _value: unknown): _value is S {
  return true;
}
function trusted<S, C, E extends DomainEvent>(decider: Decider<S, C, E>, value: unknown): S {
  if (trusts(decider, value)) return value;
  throw new TypeError("unreachable");
}
function trustsEvent<S, C, E extends DomainEvent>(_decider: Decider<S, C, E>, _value: unknown): _value is Recorded<E> {
  return true;
}
function trustedEvent<S, C, E extends DomainEvent>(decider: Decider<S, C, E>, value: StoredEvent): Recorded<E> {
  const event: unknown = value;
  if (trustsEvent(decider, event)) return event;
  throw new TypeError("unreachable");
}

const anyLoaded = ({ id, version, state }: StoredState): Loaded<unknown> => ({ id, version, state });
const loaded = <S, C, E extends DomainEvent>(decider: Decider<S, C, E>, item: StoredState): Loaded<S> => ({
  id: item.id,
  version: item.version,
  state: trusted(decider, item.state),
});

function stateItem<S, C, E extends DomainEvent>(
  { decider, id, commandId, bodyDigest }: Execution<S, C, E>,
  state: S,
  version: number,
  head: string,
  commands: StoredState["commands"],
): StoredState {
  const lists = { ...decider.listed?.(state, id) };
  const due = decider.nextDeadline?.(state);
  if (due !== undefined) lists[dueIndex] = { partition: "due", sort: `${due}#${decider.aggregate}#${id}` };
  const places = Object.entries(lists).flatMap(([index, key]) => {
    const names = indexAttributes(index);
    return [
      [names.partition, key.partition],
      [names.sort, key.sort],
    ];
  });
  return {
    ...stateKey(decider.aggregate, id),
    sk: "state",
    aggregate: decider.aggregate,
    id,
    version,
    state,
    head,
    commands: [...commands.slice(1 - rememberedCommands), [commandId, bodyDigest, version]],
    ...Object.fromEntries(places),
  };
}

/** The index that holds every state with a deadline ahead, in the order in which they fall due. */
export const dueIndex = "byDue";

function eventItem<S, C, E extends DomainEvent>(
  { decider, id, commandId, traceparent }: Execution<S, C, E>,
  event: Recorded<E>,
  previous: string,
  actor: Actor,
): StoredEvent {
  const content = {
    aggregate: decider.aggregate,
    id,
    sequence: event.sequence,
    type: event.type,
    time: event.time,
    actor: actor.sub,
    data: event.data,
    ...(event.personal === undefined ? {} : { personal: event.personal }),
    command: commandId,
    ...(traceparent === undefined ? {} : { traceparent }),
    previous,
  };
  return { pk: partitionOf(decider.aggregate, id), sk: eventSort(event.sequence), ...content, hash: link(content) };
}

/** Full jitter, at most 100 ms: only who met another write under way, or lost more than twice, waits. */
const pause = (attempt: number) =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(100, 5 * 2 ** attempt)));

/** The fact at a position as the state of the decider it was asked for from. */
export function factOf<S, C, E extends DomainEvent>(
  decider: Decider<S, C, E>,
  facts: Facts,
  position: number,
): S | undefined {
  const fact = facts[position];
  return fact === undefined ? undefined : trusted(decider, fact.state);
}
