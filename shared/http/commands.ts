import { randomUUID } from "node:crypto";
import type * as z from "zod";
import type { Actor, Decider, DomainEvent } from "../decider/index.ts";
import { contextFor, type Runtime } from "../service/runtime.ts";
import { digest, type FactReference, type Facts, type Loaded, type Outcome, sha256 } from "../store/index.ts";
import type { Role } from "../town/roles.ts";
import { fromRejection, isProblem, type Problem, type ProblemTexts, problem, type Text } from "./problem.ts";
import { type Answer, type Request, type Route, type RouteName, splitName } from "./route.ts";
import { parsedBy } from "./validation.ts";

/** What a view may know besides the state. */
export interface Viewing {
  readonly actor: Actor | undefined;
  readonly runtime: Runtime;
}

interface Writing<S, C, E extends DomainEvent, B extends z.ZodType, V extends z.ZodType, L> {
  readonly summary: Text;
  readonly allow: readonly Role[];
  readonly of: Decider<S, C, E>;
  readonly body: B;
  readonly returns: V;
  /** Other aggregates the decision needs to know; those found from id, body and actor are read in the same round trip. */
  readonly facts?: (input: {
    id: string;
    body: z.output<B>;
    actor: Actor;
    runtime: Runtime;
  }) => readonly FactReference[] | Promise<readonly FactReference[]>;
  /** `either`: a command that also begins the aggregate, where its id follows from what it is of. */
  readonly expects?: "existing" | "either";
  /** What must be found out outside the table before the decision, e.g. of a file; asked for once. */
  readonly learn?: (input: { id: string; body: z.output<B>; actor: Actor; runtime: Runtime }) => Promise<L>;
  /** The command, from body, facts and what was learnt. */
  readonly run: (input: { id: string; body: z.output<B>; facts: Facts; runtime: Runtime; learnt: L | undefined }) => C;
  readonly view: (loaded: Loaded<S>, viewing: Viewing) => z.input<V> | Promise<z.input<V>>;
}

interface Creating<B extends z.ZodType> {
  /**
   * The new id. `unique` (16 characters) follows from the `Idempotency-Key` and the person, so that a repetition meets
   * the first; put anything for the reader before it, followed by a dot.
   */
  readonly id: (input: { body: z.output<B>; unique: string }) => string;
}

/** `POST /<service>/<resources>`: 201 with `Location`. */
export function create<S, C, E extends DomainEvent, B extends z.ZodType, V extends z.ZodType, L = undefined>(
  name: RouteName,
  spec: Writing<S, C, E, B, V, L> & Creating<B>,
): Route {
  return writing(name, spec, spec.id);
}

/** `POST /<service>/<resources>/{id}/<verb>`: 200 with the new view. */
export function command<S, C, E extends DomainEvent, B extends z.ZodType, V extends z.ZodType, L = undefined>(
  name: RouteName,
  spec: Writing<S, C, E, B, V, L>,
): Route {
  return writing(name, spec, undefined);
}

function writing<S, C, E extends DomainEvent, B extends z.ZodType, V extends z.ZodType, L = undefined>(
  name: RouteName,
  spec: Writing<S, C, E, B, V, L>,
  newId: Creating<B>["id"] | undefined,
): Route {
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
      const commandId = sha256(JSON.stringify([actor.sub, request.idempotencyKey ?? randomUUID()])).slice(0, 24);
      const id = newId?.({ body, unique: readable(commandId) }) ?? request.params.id ?? "";
      const learnt = await spec.learn?.({ id, body, actor, runtime });
      const outcome = await runtime.store.execute({
        decider: spec.of,
        id,
        expects: creates ? "new" : (spec.expects ?? "existing"),
        commandId,
        bodyDigest: digest([name, creates ? "" : id, request.body ?? null]).slice(0, 16),
        command: (facts) => spec.run({ id, body, facts, runtime, learnt }),
        facts: (await spec.facts?.({ id, body, actor, runtime })) ?? [],
        context: contextFor(runtime, actor),
        ...(request.ifMatch === undefined ? {} : { expectedVersion: request.ifMatch }),
        ...(request.traceparent === undefined ? {} : { traceparent: request.traceparent }),
      });
      const done = refusalOf(outcome, texts);
      if (isProblem(done)) return done;
      return respond(await spec.view(done, { actor, runtime }), done, request, creates);
    },
  };
}

function refusalOf<S, E extends DomainEvent>(outcome: Outcome<S, E>, texts: ProblemTexts): Loaded<S> | Problem {
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
  return { status: 201, headers: { etag, location: `${request.path.replace(/\/$/, "")}/${id}` }, body: view };
}

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** 16 characters of Crockford's base 32 (80 bits) from a hexadecimal digest: no I, L, O, U to misread. */
const readable = (hex: string) =>
  BigInt(`0x${hex.slice(0, 20)}`)
    .toString(32)
    .padStart(16, "0")
    .replace(/./g, (digit) => alphabet[Number.parseInt(digit, 32)] ?? "0");
