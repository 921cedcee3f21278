import type { Context } from "./context.ts";
import type { Decider, DomainEvent, Recorded } from "./decider.ts";
import type { Moves } from "./moves.ts";
import { refusals } from "./refusals.ts";
import type { Decision, Rejection } from "./rejection.ts";

/** The words in which one aggregate is written: name them once, and its tables are typed from them. */
export interface Words {
  readonly state: object;
  readonly command: { readonly type: string };
  readonly event: DomainEvent;
  /** States and what moves them; `Record<never, never>` for an aggregate without states. */
  readonly moves: object;
  /** Commands that begin an aggregate, and the events that record its beginning. */
  readonly begins: string;
  readonly begun: string;
  /** Codes with which the sub-context refuses. */
  readonly refusal: string;
}

/** The member of a union of commands or events that bears this type. */
export type OfType<U, T> = U extends { readonly type: infer All }
  ? T extends All
    ? [All] extends [T]
      ? U
      : U & { readonly type: T }
    : never
  : never;

/** The member of a union of states that bears this status. */
export type InStatus<S, Status> = S extends { readonly status: infer All }
  ? Status extends All
    ? [All] extends [Status]
      ? S
      : S & { readonly status: Status }
    : never
  : never;

type StatusOf<S> = S extends { readonly status: infer Status extends string } ? Status : never;
type CommandsIn<Table> = { [Status in keyof Table]: keyof Table[Status] }[keyof Table] & string;
type StatusesWith<Table, Command> = {
  [Status in keyof Table]: Command extends keyof Table[Status] ? Status : never;
}[keyof Table];

/** A row for each state and nothing else; a cell names a command and leads to a state. */
export type MovesOf<S, C extends { readonly type: string }> = {
  readonly [Status in StatusOf<S>]: { readonly [Command in C["type"]]?: StatusOf<S> | readonly StatusOf<S>[] };
};

type Rule<S, C, E> = (state: S, command: C, context: Context) => Decision<E>;
type Effect<S, E> = (state: S, event: Recorded<E>) => S;
/** What an event makes of a state; of several states by name where it means something else in each. */
type Effects<S, E> =
  | Effect<S, E>
  | { readonly [Status in StatusOf<S>]?: (state: InStatus<S, Status>, event: Recorded<E>) => S };

type Moving<W extends Words> = CommandsIn<W["moves"]>;
type Rest<W extends Words> = Exclude<W["command"]["type"], Moving<W> | W["begins"]>;

type Steps<W extends Words> = {
  readonly [T in Moving<W>]: Rule<
    InStatus<W["state"], StatusesWith<W["moves"], T>>,
    OfType<W["command"], T>,
    W["event"]
  >;
};
type Always<W extends Words> = {
  readonly [T in Rest<W>]: Rule<W["state"], OfType<W["command"], T>, W["event"]>;
} & {
  readonly [T in Exclude<W["command"]["type"], Rest<W>>]?: Rule<W["state"], OfType<W["command"], T>, W["event"]>;
};

/** The part of the tables that says what events make of a state. */
export interface Events<W extends Words> {
  /** What an aggregate is before anything happened, where no command begins it. */
  readonly empty?: W["state"];
  /** What a beginning makes; `before` is there only if the same event can come again. */
  readonly begun: {
    readonly [T in W["begun"]]: (event: Recorded<OfType<W["event"], T>>, before: W["state"] | undefined) => W["state"];
  };
  readonly effects: {
    readonly [T in Exclude<W["event"]["type"], W["begun"]>]: Effects<W["state"], OfType<W["event"], T>>;
  };
}

/** The tables of an aggregate. A command without a rule, or an event without an effect, does not compile. */
export type Tables<W extends Words> = Omit<
  Decider<W["state"], W["command"], W["event"]>,
  "decide" | "evolve" | "moves"
> & {
  /** Rules of the commands that begin an aggregate. */
  readonly begin: {
    readonly [T in W["begins"]]: (command: OfType<W["command"], T>, context: Context) => Decision<W["event"]>;
  };
} & Events<W> &
  ([Moving<W>] extends [never]
    ? object
    : {
        readonly moves: W["moves"] & MovesOf<W["state"], W["command"]>;
        /** The code that refuses a command which the moves do not list. */
        readonly impossible: W["refusal"];
        /** Moves that time or an event makes: a refusal does not offer them. */
        readonly byItself?: readonly Moving<W>[];
        /** One rule for each command of the moves: it takes every state in which the moves list the command. */
        readonly steps: Steps<W>;
        /** What holds for every move; it is asked after the moves and before the rule. */
        readonly guard?: (
          state: W["state"],
          command: OfType<W["command"], Moving<W>>,
          context: Context,
        ) => Rejection | undefined;
      }) &
  ([Rest<W>] extends [never]
    ? { readonly always?: Always<W> }
    : {
        /** Rules of commands that the moves do not know: they are asked in every state. */
        readonly always: Always<W>;
      });

interface AnyState {
  readonly status?: string;
}
interface AnyCommand {
  readonly type: string;
}
type Table<F> = Readonly<Record<string, F | undefined>>;
type AnyEffect = (state: AnyState, event: Recorded<DomainEvent>) => AnyState;
type AnyRule = Rule<AnyState, AnyCommand, DomainEvent>;

/** The same tables as the program reads them: the types above have checked each row. */
interface LookedEvents {
  readonly empty?: AnyState;
  readonly begun: Table<(event: Recorded<DomainEvent>, before: AnyState | undefined) => AnyState>;
  readonly effects: Table<AnyEffect | Table<AnyEffect>>;
}
interface Looked extends Omit<Decider<AnyState, AnyCommand, DomainEvent>, "decide" | "evolve">, LookedEvents {
  readonly begin: Table<(command: AnyCommand, context: Context) => Decision<DomainEvent>>;
  readonly moves?: Moves;
  readonly impossible?: string;
  readonly byItself?: readonly string[];
  readonly steps?: Table<AnyRule>;
  readonly guard?: (state: AnyState, command: AnyCommand, context: Context) => Rejection | undefined;
  readonly always?: Table<AnyRule>;
}

const { checkMove } = refusals<string>();

const lookUp = <F>(table: Table<F> | undefined, key: string): F | undefined =>
  table !== undefined && Object.hasOwn(table, key) ? table[key] : undefined;

/**
 * Builds a decider from its tables. `decide` looks up the move, then asks the rule; `evolve` looks up the effect.
 * Before the beginning a command finds nothing. An event that the tables do not know is a fault and throws.
 */
export function deciderOf<W extends Words>(tables: Tables<W>): Decider<W["state"], W["command"], W["event"]>;
export function deciderOf(tables: Looked): Decider<AnyState, AnyCommand, DomainEvent> {
  const {
    begin,
    empty,
    begun: _begun,
    effects: _effects,
    moves,
    impossible,
    byItself,
    steps,
    guard,
    always,
    ...rest
  } = tables;
  return {
    ...rest,
    ...(moves === undefined ? {} : { moves }),
    decide(state = empty, command, context) {
      if (state === undefined) return lookUp(begin, command.type)?.(command, context) ?? [];
      const free = lookUp(always, command.type);
      if (free !== undefined) return free(state, command, context);
      const { status = "" } = state;
      const refused =
        checkMove(moves ?? {}, impossible ?? "", status, command.type, byItself) ?? guard?.(state, command, context);
      if (refused !== undefined) return refused;
      const rule = lookUp(steps, command.type);
      if (rule === undefined) throw new TypeError(`${tables.aggregate}: no rule for ${command.type}`);
      return rule(state, command, context);
    },
    evolve: evolver(tables.aggregate, tables),
  };
}

type Evolve<S, E> = (state: S | undefined, event: Recorded<E>) => S;

/** Builds `evolve` alone, for a rule that must know what its own events make of the state. */
export function evolveOf<W extends Words>(aggregate: string, tables: Events<W>): Evolve<W["state"], W["event"]>;
export function evolveOf(aggregate: string, tables: LookedEvents): Evolve<AnyState, DomainEvent> {
  return evolver(aggregate, tables);
}

function evolver(aggregate: string, { begun, effects, empty }: LookedEvents): Evolve<AnyState, DomainEvent> {
  return (state, event) => {
    const start = lookUp(begun, event.type);
    if (start !== undefined) return start(event, state);
    const effect = lookUp(effects, event.type);
    if (effect === undefined) throw new TypeError(`${aggregate}: ${event.type} is not one of its events`);
    const before = state ?? empty;
    if (before === undefined) throw new TypeError(`${aggregate}: ${event.type} came before its beginning`);
    const { status = "" } = before;
    const now = typeof effect === "function" ? effect : lookUp(effect, status);
    if (now === undefined) throw new TypeError(`${aggregate}: ${event.type} does not happen when ${status}`);
    return now(before, event);
  };
}

/**
 * An effect that only some states can meet: `holds` says which. In another state the event is a fault and throws.
 * @example "permits.application.supplemented": within(isRunning)((state, { data }) => ({ ...state, given: data.given }))
 */
export const within =
  <S extends object, Some extends S>(holds: (state: S) => state is Some) =>
  <E extends { readonly type: string }>(effect: (state: Some, event: E) => S) =>
  (state: S, event: E): S => {
    if (!holds(state)) throw new TypeError(`${event.type} does not happen in this state`);
    return effect(state, event);
  };
