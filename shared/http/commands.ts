import { randomUUID } from "node:crypto";
import type * as z from "zod";
import type { Actor, Decider, DomainEvent, Rejection } from "../decider/index.ts";
import { contextFor, type Runtime } from "../service/runtime.ts";
import {
  type Commands,
  digest,
  type Facts,
  type FactsAsked,
  type Loaded,
  type Members,
  type NoFacts,
  type NoMembers,
  type Others,
  type Outcome,
  type StatesBefore,
  sha256,
} from "../store/index.ts";
import type { Role } from "../town/roles.ts";
import { type Blames, calledInBody } from "./blamed.ts";
import type { Declares } from "./declared.ts";
import { leadsInto } from "./field-title.ts";
import { fromRejection, isProblem, type Problem, type ProblemTexts, problem, type Text, textOf } from "./problem.ts";
import { type Answer, type Request, type Route, type RouteName, splitName } from "./route.ts";
import { parsedBy } from "./validation.ts";

/** What a view may know besides the state. */
export interface Viewing {
  readonly actor: Actor | undefined;
  readonly runtime: Runtime;
  /** Texts of refusals, where a view tells what blocks a step. */
  readonly texts?: ProblemTexts;
}

/** What a command is asked for: of what, with what, by whom. */
interface Asking<B extends z.ZodType> {
  readonly id: string;
  readonly body: z.output<B>;
  readonly actor: Actor;
  readonly runtime: Runtime;
}

/** Other aggregates of the service that change with the route's own: all of them, or none. */
interface Together<B extends z.ZodType, L, F extends FactsAsked, M extends Members> {
  readonly members: (asking: Learnt<B, L>) => M;
  readonly commands: (
    input: Learnt<B, L> & { readonly facts: Facts<F>; readonly before: StatesBefore<M> },
  ) => Commands<M>;
  /** What is refused where one of them is not there; else a field that names it is blamed. */
  readonly missing?: (asking: Asking<B>) => { readonly [K in keyof M]?: Rejection };
}

/** The same, with what was found out beforehand. */
type Learnt<B extends z.ZodType, L> = Asking<B> & { readonly learnt: L | undefined };

export interface Writing<
  S,
  C,
  E extends DomainEvent,
  B extends z.ZodType,
  V extends z.ZodType,
  L,
  F extends FactsAsked,
  M extends Members,
  Said = z.input<V>,
> {
  readonly summary: Text;
  readonly allow: readonly Role[];
  readonly of: Decider<S, C, E>;
  readonly body: B;
  readonly returns: V;
  /** Other aggregates the decision needs to know, by name; read in the same round trip as its own. */
  readonly facts?: (asking: Asking<B>) => F | Promise<F>;
  /** `either`: a command that also begins the aggregate, where its id follows from what it is of. */
  readonly expects?: "existing" | "either";
  /** What must be found out outside the table before the decision, e.g. of a file; asked for once. */
  readonly learn?: (asking: Asking<B>) => L | Promise<L>;
  /** It learns from the table only: a view that says what comes next finds it out, too. */
  readonly learnsFromTable?: boolean;
  /** The command, from body, facts and what was learnt. */
  readonly run: (input: {
    readonly id: string;
    readonly body: z.output<B>;
    readonly facts: Facts<F>;
    readonly runtime: Runtime;
    readonly learnt: L | undefined;
  }) => C;
  /** Which field of this body holds what a rule blames by another name, and what was filed before. */
  readonly blames?: Blames;
  /** What changes with it. A fact that is a member too is known as it is committed. */
  readonly others?: Together<B, L, F, M>;
  readonly view: (loaded: Loaded<S>, viewing: Viewing) => Said | Promise<Said>;
}

interface Creating<B extends z.ZodType> {
  /**
   * The new id. `unique` (16 characters) follows from the `Idempotency-Key` and the person, so that a repetition meets
   * the first; put anything for the reader before it, followed by a dot.
   */
  readonly id: (input: { body: z.output<B>; unique: string; runtime: Runtime }) => string;
}

/** `POST /<service>/<resources>`: 201 with `Location`. */
export function create<
  S,
  C,
  E extends DomainEvent,
  B extends z.ZodType,
  V extends z.ZodType,
  L = undefined,
  F extends FactsAsked = NoFacts,
  M extends Members = NoMembers,
  Said extends z.input<V> = z.input<V>,
>(name: RouteName, spec: Writing<S, C, E, B, V, L, F, M, Said> & Creating<B> & Declares<V, Said>): Route {
  return writing(name, spec, spec.id);
}

/** `POST /<service>/<resources>/{id}/<verb>`: 200 with the new view. */
export function command<
  S,
  C,
  E extends DomainEvent,
  B extends z.ZodType,
  V extends z.ZodType,
  L = undefined,
  F extends FactsAsked = NoFacts,
  M extends Members = NoMembers,
  Said extends z.input<V> = z.input<V>,
>(name: RouteName, spec: Writing<S, C, E, B, V, L, F, M, Said> & Declares<V, Said>): Route {
  return writing(name, spec, undefined);
}

function writing<
  S,
  C,
  E extends DomainEvent,
  B extends z.ZodType,
  V extends z.ZodType,
  L,
  F extends FactsAsked,
  M extends Members,
>(name: RouteName, spec: Writing<S, C, E, B, V, L, F, M>, newId: Creating<B>["id"] | undefined): Route {
  const creates = newId !== undefined;
  return {
    ...splitName(name),
    summary: spec.summary,
    allow: spec.allow,
    body: spec.body,
    returns: spec.returns,
    status: creates ? 201 : 200,
    isCommand: true,
    async handle(request, runtime, texts) {
      const { actor } = request;
      if (actor === undefined) return problem(401, "auth.missing");
      const body = parsedBy(spec.body, request.body);
      const commandId = commandIdOf(actor.sub, request.idempotencyKey ?? randomUUID());
      const id = newId?.({ body, unique: readable(commandId), runtime }) ?? request.params.id ?? "";
      const asking = { id, body, actor, runtime };
      const learnt = await spec.learn?.(asking);
      const facts = await spec.facts?.(asking);
      const outcome = await runtime.store.execute<S, C, E, F, M>({
        decider: spec.of,
        id,
        expects: creates ? "new" : (spec.expects ?? "existing"),
        commandId,
        // Without a key no other request can be this one.
        bodyDigest: request.idempotencyKey === undefined ? "" : digestOf([name, creates ? "" : id, request.body]),
        command: (known) => spec.run({ id, body, facts: known, runtime, learnt }),
        context: contextFor(runtime, actor),
        ...(facts === undefined ? {} : { facts }),
        ...(spec.others === undefined ? {} : { others: othersFor(spec.others, { ...asking, learnt }) }),
        ...(await expectedOf(request.ifMatch, () => runtime.store.load(spec.of, id))),
        ...(request.traceparent === undefined ? {} : { traceparent: request.traceparent }),
      });
      const done = refusedBy(outcome, spec, asking, texts);
      if (isProblem(done)) return done;
      return respond(await spec.view(done, { actor, runtime, texts }), done, request, creates);
    },
  };
}

/** Another body under the same key is another command. */
const digestOf = (asked: readonly unknown[]) => digest(asked.map((one) => one ?? null)).slice(0, 16);

/** A command's identity: it is carried out once for a person and a key. */
export const commandIdOf = (sub: string, key: string): string => sha256(JSON.stringify([sub, key])).slice(0, 24);

/** The version a command expects. Of several the present one counts, if it is among them. */
async function expectedOf(
  versions: readonly number[] | undefined,
  load: () => Promise<{ readonly version: number } | undefined>,
): Promise<{ readonly expectedVersion?: number }> {
  const [first, ...others] = versions ?? [];
  if (first === undefined) return {};
  const present = others.length === 0 ? undefined : (await load())?.version;
  return { expectedVersion: present !== undefined && others.includes(present) ? present : first };
}

const othersFor = <B extends z.ZodType, L, F extends FactsAsked, M extends Members>(
  { members, commands }: Together<B, L, F, M>,
  asking: Learnt<B, L>,
): Others<M, F> => ({
  members: members(asking),
  commands: (facts, before) => commands({ ...asking, facts, before }),
});

/**
 * A refusal by what the body calls its fields. What another aggregate blames that changes too, and the body does not have, is not
 * blamed.
 */
function refusedBy<S, E extends DomainEvent, M extends Members, B extends z.ZodType, L, F extends FactsAsked>(
  outcome: Outcome<S, E, M>,
  { body: schema, others, blames }: Pick<Writing<S, never, E, B, z.ZodType, L, F, M>, "body" | "others" | "blames">,
  asking: Asking<B>,
  texts: ProblemTexts,
): Loaded<S> | Problem {
  if (outcome.kind === "not-found" && outcome.member !== undefined) {
    const said = others?.missing?.(asking)[outcome.member];
    return said === undefined ? unknownIn(asking.body, outcome.id, texts) : fromRejection(said, texts);
  }
  if (outcome.kind !== "rejected") return refusalOf(outcome, texts);
  const called = calledInBody(outcome.rejection, schema, blames);
  const { pointer, ...rejection } = called;
  const isTold = pointer === undefined || outcome.member === undefined || leadsInto(schema, pointer);
  return fromRejection(isTold ? called : rejection, texts);
}

/** 404, with the field by which the body names what is not there. */
function unknownIn(body: unknown, id: string | undefined, texts: ProblemTexts): Problem {
  const fields = typeof body === "object" && body !== null && id !== undefined ? Object.entries(body) : [];
  const code = "value.names-nothing";
  const errors = fields
    .filter(([_name, value]) => value === id)
    .map(([name]) => ({ pointer: `/${name}`, code, detail: textOf(code, {}, texts) }));
  return problem(404, "resource.not-found", errors.length === 0 ? {} : { errors });
}

/** What became of a command: the thing as it stands now, or the problem to answer. */
export function refusalOf<S, E extends DomainEvent, M extends Members>(
  outcome: Outcome<S, E, M>,
  texts: ProblemTexts,
): Loaded<S> | Problem {
  switch (outcome.kind) {
    case "done":
      return outcome;
    case "rejected":
      return fromRejection(outcome.rejection, texts);
    case "not-found":
      return problem(404, "resource.not-found");
    case "stale":
      return problem(412, "resource.stale", {
        details: { version: outcome.version },
        headers: { etag: `"${outcome.version}"` },
      });
    case "reused-command-id":
      return problem(422, "request.command-id-reused");
  }
}

function respond(view: unknown, { id, version }: Loaded<unknown>, request: Request, creates: boolean): Answer {
  const etag = `"${version}"`;
  if (!creates) return { status: 200, headers: { etag }, body: view };
  const location = `${request.path.replace(/\/$/, "")}/${encodeURIComponent(id)}`;
  return { status: 201, headers: { etag, location }, body: view };
}

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** 16 characters of Crockford's base 32 (80 bits) from a hexadecimal digest: no I, L, O, U to misread. */
export const readable = (hex: string): string =>
  BigInt(`0x${hex.slice(0, 20)}`)
    .toString(32)
    .padStart(16, "0")
    .replace(/./g, (digit) => alphabet[Number.parseInt(digit, 32)] ?? "0");
