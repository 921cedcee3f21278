import { type Decider, type DomainEvent, isRejection, type Recorded } from "../decider/index.ts";
import { type ChainCheck, checkChain, genesis } from "./chain.ts";
import type { AnyDecider, Execution, Facts, Loaded, Outcome } from "./execution.ts";
import {
  eventPrefix,
  eventSort,
  isStoredEvent,
  isStoredState,
  partitionOf,
  type StoredEvent,
  type StoredState,
  seriesKey,
  stateKey,
} from "./items.ts";
import { Series, type Taking } from "./numbers.ts";
import type { ConditionalPut, Item, Position, Query, Table } from "./table.ts";
import { anyLoaded, loaded, trusted, trustedEvent } from "./trust.ts";
import { eventItem, stateItem } from "./written.ts";

/** Thrown when a crowd on one item outlasts all attempts; nothing was written, the caller may try again. */
export class StoreBusy extends Error {
  override readonly name = "StoreBusy";
}

const attempts = 40;
/** How often a chronicle is read before a difference between events and state counts as one. */
const rereadings = 5;

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
  execute<S, C, E extends DomainEvent>(execution: Execution<S, C, E>): Promise<Outcome<S, E>> {
    const { decider, id } = execution;
    if (decider.crowded !== true) return this.#execute(execution);
    return this.#series.inTurn(`${decider.aggregate}/${id}`, () => this.#execute(execution));
  }

  async #execute<S, C, E extends DomainEvent>(execution: Execution<S, C, E>): Promise<Outcome<S, E>> {
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

  /** An aggregate as it was right after the event of this sequence, told from its events; undefined: it never came so far. */
  async asOf<S, C, E extends DomainEvent>(
    decider: Decider<S, C, E>,
    id: string,
    version: number,
  ): Promise<Loaded<S> | undefined> {
    const events = await this.#events(decider.aggregate, id, version);
    let state: S | undefined;
    for (const event of events) state = decider.evolve(state, trustedEvent(decider, event));
    return state === undefined || events.length !== version ? undefined : { id, version, state };
  }

  /** Every event of an aggregate in order; empty when there is no such aggregate. */
  history(decider: AnyDecider, id: string): Promise<StoredEvent[]> {
    return this.#events(decider.aggregate, id);
  }

  /**
   * An aggregate with all its events, and their chain recomputed and held against its state; undefined: no such aggregate.
   * Events and state are two reads: what was committed in between is read again, not taken for tampering.
   */
  async chronicle<S, C, E extends DomainEvent>(
    decider: Decider<S, C, E>,
    id: string,
  ): Promise<(Loaded<S> & { readonly events: readonly StoredEvent[]; readonly chain: ChainCheck }) | undefined> {
    for (let attempt = 1; ; attempt += 1) {
      const events = await this.#events(decider.aggregate, id);
      const [state] = await this.table.read([stateKey(decider.aggregate, id)]);
      if (!isStoredState(state) || state.id !== id) return undefined;
      if (state.version === events.length || attempt === rereadings)
        return { ...loaded(decider, state), events, chain: checkChain(events, state.head) };
    }
  }

  /** Whether the chain of an aggregate's events is intact; undefined: no such aggregate. */
  async verify<S, C, E extends DomainEvent>(decider: Decider<S, C, E>, id: string): Promise<ChainCheck | undefined> {
    return (await this.chronicle(decider, id))?.chain;
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

/** Full jitter, at most 100 ms: only who met another write under way, or lost more than twice, waits. */
const pause = (attempt: number) =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(100, 5 * 2 ** attempt)));
