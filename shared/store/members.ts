import { type Decider, type DomainEvent, present } from "../decider/index.ts";
import type { Done, Expects } from "./execution.ts";
import type { Facts, FactsAsked } from "./facts.ts";
import type { JointResult } from "./joint.ts";

/** An aggregate that changes together with the one a command is about. */
export interface Member<S, C, E extends DomainEvent> {
  readonly of: Decider<S, C, E>;
  readonly id: string;
  /** Default `existing`. */
  readonly expects?: Expects;
  readonly expectedVersion?: number;
}
export type AnyMember = Member<unknown, unknown, DomainEvent>;

/** The members of a commit, each by its name; several of one kind stand under one name. */
export type Members = Readonly<Record<string, AnyMember | readonly AnyMember[]>>;
export type NoMembers = Readonly<Record<never, never>>;

/** Names an aggregate as a member of a joint commit. */
export const member = <S, C, E extends DomainEvent>(
  of: Decider<S, C, E>,
  id: string,
  more: Pick<Member<S, C, E>, "expects" | "expectedVersion"> = {},
): Member<S, C, E> => ({ of, id, ...more });

/** The command to each member, by the same names. */
export type Commands<M extends Members> = {
  readonly [K in keyof M]: M[K] extends readonly Member<infer _S, infer C, infer _E>[]
    ? readonly C[]
    : M[K] extends Member<infer _S, infer C, infer _E>
      ? C
      : never;
};

/** The state of each member before the decision; undefined where there is no such aggregate yet. */
export type StatesBefore<M extends Members> = {
  readonly [K in keyof M]: M[K] extends readonly Member<infer S, infer _C, infer _E>[]
    ? readonly (S | undefined)[]
    : M[K] extends Member<infer S, infer _C, infer _E>
      ? S | undefined
      : never;
};

export type DoneMembers<M extends Members> = {
  readonly [K in keyof M]: M[K] extends readonly Member<infer S, infer _C, infer E>[]
    ? readonly Done<S, E>[]
    : M[K] extends Member<infer S, infer _C, infer E>
      ? Done<S, E>
      : never;
};

/** What changes together with the aggregate a command is about: all of it, or nothing. */
export interface Others<M extends Members, F extends FactsAsked> {
  readonly members: M;
  /** What each is told. Made again when another write came first, so it depends on its arguments only. */
  readonly commands: (facts: Facts<F>, before: StatesBefore<M>) => Commands<M>;
}

/** All members in the order of their names. */
export const membersIn = (members: Members) =>
  Object.values(members).flatMap((one) =>
    ("of" in one ? [one] : one).map((each) => ({ ...each, expects: each.expects ?? ("existing" as const) })),
  );

/** The name and the id of a member by its place in the commit; the first place is the aggregate the command is about. */
function nameOf(members: Members, place: number): { readonly member?: string; readonly id?: string } {
  const named = Object.entries(members).flatMap(([name, one]) =>
    ("of" in one ? [one] : one).map(({ id }) => ({ member: name, id })),
  );
  return named[place - 1] ?? {};
}

/**
 * The commands in the order of `membersIn`.
 * @throws TypeError when a name has not as many commands as members
 */
export function commandsOf<M extends Members, F extends FactsAsked>(
  { members, commands }: Others<M, F>,
  facts: Facts<F>,
  before: readonly unknown[],
): readonly unknown[] {
  const states = byName(members, before);
  if (!areStates(members, states)) throw new TypeError("unreachable");
  const told: Readonly<Record<string, unknown>> = commands(facts, states);
  return Object.entries<Members[string]>(members).flatMap(([name, one]) => {
    const each = told[name];
    if ("of" in one) return [each];
    if (Array.isArray(each) && each.length === one.length) return each;
    throw new TypeError(`${name}: ${one.length} members need as many commands`);
  });
}

/** A result that is not done, with the name of the member that was in the way instead of its place. */
export function refusedOf(result: Exclude<JointResult, { kind: "done" }>, members: Members) {
  if (result.kind === "reused-command-id") return result;
  const { member, id } = nameOf(members, result.member);
  const named = present({ member });
  if (result.kind === "rejected") return { kind: result.kind, rejection: result.rejection, ...named };
  if (result.kind === "stale") return { kind: result.kind, version: result.version, ...named };
  return { kind: result.kind, ...named, ...present({ id }) };
}

/** What became of each member, by its name. */
export function doneByName<M extends Members>(
  members: M | undefined,
  done: readonly Done<unknown, DomainEvent>[],
): DoneMembers<M> {
  const named = byName(members ?? {}, done);
  if (areDone<M>(named)) return named;
  throw new TypeError("unreachable");
}

function byName(members: Members, values: readonly unknown[]): unknown {
  const rest = [...values];
  return Object.fromEntries(
    Object.entries(members).map(([name, one]) => [name, "of" in one ? rest.shift() : one.map(() => rest.shift())]),
  );
}
const areStates = <M extends Members>(_of: M, _named: unknown): _named is StatesBefore<M> => true;
const areDone = <M extends Members>(_named: unknown): _named is DoneMembers<M> => true;
