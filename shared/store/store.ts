import { type Decider, type DomainEvent, present, type Recorded } from "../decider/index.ts";
import { sharing } from "./apart.ts";
import { type ChainCheck, checkChain } from "./chain.ts";
import { type Erasure, erase, type Recounting, recount } from "./erasing.ts";
import { isErasure } from "./erasure-event.ts";
import type { AnyDecider, Execution, Loaded, Outcome } from "./execution.ts";
import { type Facts, type FactsAsked, factsFrom, type NoFacts, referencesIn } from "./facts.ts";
import { folded, recordedFrom, stateIn, storedEvents } from "./folding.ts";
import {
  eventSort,
  isStoredEvent,
  isStoredState,
  partitionOf,
  type StoredEvent,
  type StoredState,
  seriesKey,
  stateKey,
} from "./items.ts";
import { carryOut, type Joint, type JointResult } from "./joint.ts";
import { type Bounds, countAcross, listedStates, type Place, type Span, statesAcross } from "./listing.ts";
import { commandsOf, doneByName, type Members, membersIn, type NoMembers, refusedOf } from "./members.ts";
import { Series } from "./numbers.ts";
import { ReadStates, statesOf } from "./read-states.ts";
import { onlyReading, type Remembering, remembering } from "./remembering.ts";
import type { Retained } from "./retained.ts";
import type { Query, Table } from "./table.ts";
import { trusted, trustedRecorded } from "./trust.ts";

/** How often a chronicle is read before a difference between events and state counts as one. */
const rereadings = 5;

interface Known {
  readonly of: Pick<AnyDecider, "aggregate">;
  readonly loaded: Loaded<unknown>;
}

/** What a store remembers of its table, and for what. */
interface Remembers {
  /** It tells one answer, and does not write: the aggregate that it knows beforehand. */
  readonly answer?: { readonly known?: Known | undefined; readonly states: ReadStates };
  /** It serves one request. */
  readonly request?: Remembering;
  readonly series?: Series;
}

/** Aggregates in a table: load, execute a command in one transaction, list, tell their history. */
export class Store {
  readonly table: Table;
  readonly #series: Series;
  readonly #remembers: Remembers;

  constructor(table: Table, whole: Table = sharing(table), remembers: Remembers = {}) {
    this.table = whole;
    this.#series = remembers.series ?? new Series();
    this.#remembers = remembers;
  }

  /**
   * The same data, each item read once: for one answer, which asks for the same again and again. It does not write.
   * @param known the aggregate that the answer is about, as it was loaded or committed
   */
  remembering(known?: Known): Store {
    if (this.#remembers.answer !== undefined) return this;
    const table = onlyReading(this.table);
    const states = new ReadStates((references) => statesOf(table, references));
    return new Store(table, table, { answer: { known, states } });
  }

  /**
   * The same data for one request, each item read once until it is written. Who may know of a thing, what a command learns
   * and the command itself ask for the same. A command is refused only by what is read afresh.
   */
  forRequest(): Store {
    const request = remembering(this.table);
    return new Store(request, request, { request, series: this.#series });
  }

  /**
   * The states of what a decision needs to know, by the names under which it asks; in one read.
   * @returns no promise where all are known already
   */
  facts<F extends FactsAsked>(asked: F | undefined): Facts<F> | Promise<Facts<F>> {
    const references = referencesIn(asked ?? {});
    if (references.length === 0) return factsFrom(asked, []);
    const states = this.#remembers.answer?.states.of(references) ?? statesOf(this.table, references);
    return states instanceof Promise ? states.then((read) => factsFrom(asked, read)) : factsFrom(asked, states);
  }

  async load<S, C, E extends DomainEvent>(decider: Decider<S, C, E>, id: string): Promise<Loaded<S> | undefined> {
    const { of, loaded } = this.#remembers.answer?.known ?? {};
    if (of?.aggregate === decider.aggregate && loaded?.id === id)
      return { ...loaded, state: trusted(decider, loaded.state) };
    const [item] = await this.table.read([stateKey(decider.aggregate, id)]);
    return isStoredState(item) && item.id === id ? this.#loaded(decider, item) : undefined;
  }

  /** Several of one kind in one round trip for each hundred; those that there are, in the order of their ids. */
  async loadAll<S, C, E extends DomainEvent>(decider: Decider<S, C, E>, ids: readonly string[]): Promise<Loaded<S>[]> {
    const found: Loaded<S>[] = [];
    for (let at = 0; at < ids.length; at += 100) {
      const part = ids.slice(at, at + 100);
      const items = await this.table.read(part.map((id) => stateKey(decider.aggregate, id)));
      for (const [place, item] of items.entries())
        if (isStoredState(item) && item.id === part[place]) found.push(await this.#loaded(decider, item));
    }
    return found;
  }

  async #loaded<S, C, E extends DomainEvent>(decider: Decider<S, C, E>, item: StoredState): Promise<Loaded<S>> {
    const { id, version } = item;
    return { id, version, state: await stateIn(this.table, decider, item), ...retainedIn(item) };
  }

  /**
   * Carries out a command: at most one read, and one transaction of the state and its events (and a counter, where the
   * decision takes a number). Where other aggregates change with it, all change on their own conditions, or none does.
   * A lost race is decided again on what won it. Refuses more than DynamoDB takes at once (100 items, 4 MB).
   * @throws StoreBusy when the race is lost too often
   */
  async execute<S, C, E extends DomainEvent, F extends FactsAsked = NoFacts, M extends Members = NoMembers>(
    execution: Execution<S, C, E, F, M>,
  ): Promise<Outcome<S, E, M>> {
    const { decider, id, expects, expectedVersion, facts, command, others, ...asked } = execution;
    const first = { of: decider, id, expects, ...(expectedVersion === undefined ? {} : { expectedVersion }) };
    const told = once((states: readonly unknown[]) => (isMaker(command) ? command(factsFrom(facts, states)) : command));
    const result = await this.#inTurn({
      ...asked,
      members: [first, ...membersIn(others?.members ?? {})],
      facts: referencesIn(facts ?? {}),
      commands: (states, [, ...before]) => [
        told(states),
        ...(others === undefined ? [] : commandsOf(others, factsFrom(facts, states), before)),
      ],
    });
    if (result.kind !== "done") return refusedOf(result, others?.members ?? {});
    const [done, ...rest] = result.members;
    if (done === undefined) throw new TypeError("unreachable");
    const { state, events, ...place } = done;
    return {
      ...{ kind: "done", repeated: result.repeated },
      ...place,
      state: trusted(decider, state),
      events: events.map((event) => trustedRecorded(decider, event)),
      others: doneByName(others?.members, rest),
    };
  }

  /** Commands to crowded aggregates wait for one another; always in one order, so that none waits for ever. */
  #inTurn(joint: Joint): Promise<JointResult> {
    const crowded = joint.members.filter(({ of }) => of.crowded === true);
    const turns = [...new Set(crowded.map(({ of, id }) => `${of.aggregate}/${id}`))].toSorted();
    const inside = turns.reduceRight<() => Promise<JointResult>>(
      (task, turn) => () => this.#series.inTurn(turn, task),
      () => carryOut(this.table, this.#series, joint, this.#remembers.request),
    );
    return inside();
  }

  /**
   * An aggregate as it was right after the event of this sequence: as it stands, or told from its events; undefined: it never came
   * so far.
   */
  async asOf<S, C, E extends DomainEvent>(
    decider: Decider<S, C, E>,
    id: string,
    version: number,
  ): Promise<Loaded<S> | undefined> {
    const now = await this.load(decider, id);
    if (now === undefined || now.version < version) return undefined;
    if (now.version === version) return { id, version, state: now.state };
    const events = await storedEvents(this.table, decider.aggregate, id, version);
    const state = folded(decider, events);
    return state === undefined || events.length !== version ? undefined : { id, version, state };
  }

  /** Every event of an aggregate in order, as it was written; empty when there is no such aggregate. */
  history(decider: AnyDecider, id: string): Promise<StoredEvent[]> {
    return storedEvents(this.table, decider.aggregate, id);
  }

  /** The events of an aggregate after one sequence up to and with another, as its decider knows them; read by their keys, as they stand now. */
  async recordedBetween<S, C, E extends DomainEvent>(
    decider: Decider<S, C, E>,
    id: string,
    { after, through }: { readonly after: number; readonly through: number },
  ): Promise<Recorded<E>[]> {
    const pk = partitionOf(decider.aggregate, id);
    const keys = Array.from({ length: Math.max(0, through - after) }, (_, at) => ({
      pk,
      sk: eventSort(after + at + 1),
    }));
    const found: Recorded<E>[] = [];
    for (let at = 0; at < keys.length; at += 100) {
      const items = await this.table.read(keys.slice(at, at + 100));
      for (const item of items)
        if (isStoredEvent(item) && !isErasure(item)) found.push(trustedRecorded(decider, recordedFrom(decider, item)));
    }
    return found;
  }

  /** Every event of an aggregate in order, as its decider knows it today. */
  async recorded<S, C, E extends DomainEvent>(decider: Decider<S, C, E>, id: string): Promise<Recorded<E>[]> {
    const events = (await this.history(decider, id)).filter((event) => !isErasure(event));
    return events.map((event) => trustedRecorded(decider, recordedFrom(decider, event)));
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
      const events = await this.history(decider, id);
      const [state] = await this.table.read([stateKey(decider.aggregate, id)]);
      if (!isStoredState(state) || state.id !== id) return undefined;
      if (state.version === events.length || attempt === rereadings)
        return { ...(await this.#loaded(decider, state)), events, chain: checkChain(events, state.head) };
    }
  }

  /** Whether the chain of an aggregate's events is intact; undefined: no such aggregate. */
  async verify<S, C, E extends DomainEvent>(decider: Decider<S, C, E>, id: string): Promise<ChainCheck | undefined> {
    return (await this.chronicle(decider, id))?.chain;
  }

  /**
   * P-8: erases personal parts of an aggregate that is over, in its state, its lists and its history; the chain stays whole.
   * @returns `lost`: it has changed in the meantime; `held`: it is under a hold
   */
  erase(erasure: Erasure): Promise<"erased" | "held" | "lost"> {
    return erase(this.table, erasure);
  }

  /** What an aggregate says of its retention; undefined: there is no such aggregate. */
  async retained({ aggregate }: AnyDecider, id: string): Promise<Retained | undefined> {
    const [item] = await this.table.read([stateKey(aggregate, id)]);
    return isStoredState(item) && item.id === id ? (retainedIn(item).retained ?? {}) : undefined;
  }

  /** P-8: counts the retention of an aggregate anew. @returns whether something was written */
  recount(recounting: Recounting): Promise<boolean> {
    return recount(this.table, recounting);
  }

  /** A page of a named list. `last` is where the next page begins. */
  async list<S, C, E extends DomainEvent>(decider: Decider<S, C, E>, query: Query & { readonly index: string }) {
    const page = await listedStates(this.table, query);
    const items = await Promise.all(page.items.map((item) => this.#loaded(decider, item)));
    return { items, ...(page.last === undefined ? {} : { last: page.last }) };
  }

  /** A page of several lists of one kind, in the order of their sort keys. `last` is the place the next page begins behind. */
  async listAcross<S, C, E extends DomainEvent>(
    decider: Decider<S, C, E>,
    lists: readonly Bounds[],
    span: Span,
  ): Promise<{ readonly items: readonly (Loaded<S> & { readonly place: Place })[]; readonly last?: Place }> {
    const page = await statesAcross(this.table, lists, span);
    const items = await Promise.all(
      page.items.map(async ({ item, place }) => ({ ...(await this.#loaded(decider, item)), place })),
    );
    return { items, ...(page.last === undefined ? {} : { last: page.last }) };
  }

  /** How many stand in these lists, by their keys; no more than `most` are counted. */
  count(lists: readonly Bounds[], most: number): Promise<number> {
    return countAcross(this.table, lists, most);
  }

  /** The last number given in a series; 0 before the first. */
  async lastNumber(series: string): Promise<number> {
    const [item] = await this.table.read([seriesKey(series)]);
    return typeof item?.version === "number" ? item.version : 0;
  }
}

const retainedIn = ({ endedOn, erased, keptUntil }: StoredState) =>
  endedOn === undefined ? {} : { retained: present({ endedOn, erased, keptUntil }) };

const isMaker = <C, K>(command: C | ((facts: K) => C)): command is (facts: K) => C => typeof command === "function";

/** Makes a command once for the same facts, however often the decision is made again. */
function once<T>(make: (states: readonly unknown[]) => T): (states: readonly unknown[]) => T {
  let last: { readonly states: readonly unknown[]; readonly made: T } | undefined;
  return (states) => {
    if (last?.states !== states) last = { states, made: make(states) };
    return last.made;
  };
}
