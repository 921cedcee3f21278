import * as z from "zod";
import type { Actor, Decider, DomainEvent } from "../decider/index.ts";
import type { Runtime } from "../service/runtime.ts";
import type { Loaded, StoredEvent } from "../store/index.ts";
import type { Role } from "../town/roles.ts";
import type { Viewing } from "./commands.ts";
import type { Declares } from "./declared.ts";
import { isProblem, type Problem, type ProblemTexts, problem, type Text } from "./problem.ts";
import { type Answer, type Request, type Route, type RouteName, splitName } from "./route.ts";
import { parsedBy } from "./validation.ts";
import { withoutLogins, worksHere } from "./without-logins.ts";

export interface Reading<V extends z.ZodType> {
  readonly summary: Text;
  readonly allow: readonly Role[] | "public";
  readonly returns: V;
}

/** Whether one may know of it at all; asked with what else it depends on at hand. */
type MayRead<S> = (loaded: Loaded<S>, actor: Actor | undefined, runtime: Runtime) => boolean | Promise<boolean>;

/** A route that answers something it works out by itself. */
export function read<Q extends z.ZodType, V extends z.ZodType, Said extends z.input<V> = z.input<V>>(
  name: RouteName,
  spec: Reading<V> & {
    readonly query?: Q;
    readonly maxAge?: number;
    readonly run: (
      request: Request<unknown, z.output<Q>>,
      runtime: Runtime,
      texts: ProblemTexts,
    ) => Promise<Said | Problem>;
  } & Declares<V, Exclude<Said, Problem>>,
): Route {
  return {
    ...splitName(name),
    ...common(spec),
    ...(spec.query === undefined ? {} : { query: spec.query }),
    ...(spec.maxAge === undefined ? {} : { maxAge: spec.maxAge }),
    async handle(request, runtime, texts) {
      const body = await spec.run({ ...request, query: parsedBy(spec.query, request.query) }, runtime, texts);
      if (typeof body === "object" && body !== null && isProblem(body)) return body;
      return { status: 200, body };
    },
  };
}

/** A route that answers something other than JSON: a picture, a table, a document, a stream of events. */
export function readContent<Q extends z.ZodType>(
  name: RouteName,
  spec: Omit<Reading<z.ZodType>, "returns"> & {
    /** Media type, with its charset where it is text. */
    readonly produces: string;
    readonly query?: Q;
    readonly elsewhere?: true;
    readonly forbiddenByState?: true;
    /** What the text holds, where it is JSON of another media type. */
    readonly holds?: z.ZodType;
    readonly run: (
      request: Request<unknown, z.output<Q>>,
      runtime: Runtime,
    ) => Promise<
      | { readonly content: string | Uint8Array; readonly headers?: Answer["headers"] }
      /** A URL where it is to be fetched, because it is too large for an answer. */
      | { readonly elsewhere: string }
      | Problem
    >;
  },
): Route {
  return {
    ...splitName(name),
    ...common({ ...spec, returns: spec.holds ?? z.string() }),
    produces: spec.produces,
    ...(spec.elsewhere === undefined ? {} : { elsewhere: spec.elsewhere }),
    ...(spec.forbiddenByState === undefined ? {} : { forbiddenByState: spec.forbiddenByState }),
    ...(spec.query === undefined ? {} : { query: spec.query }),
    async handle(request, runtime) {
      const found = await spec.run({ ...request, query: parsedBy(spec.query, request.query) }, runtime);
      if (isProblem(found)) return found;
      if ("elsewhere" in found) return { status: 307, headers: { location: found.elsewhere }, body: "" };
      const { content, headers } = found;
      return { status: 200, body: content, ...(headers === undefined ? {} : { headers }) };
    },
  };
}

/**
 * `GET /<service>/<resources>/{id}`; `mayRead` false answers 404, as if there were none; `asOf` may answer it as it was
 * earlier instead, or nothing.
 */
export function readById<
  S,
  C,
  E extends DomainEvent,
  V extends z.ZodType,
  Q extends z.ZodType = z.ZodUndefined,
  Said extends z.input<V> = z.input<V>,
>(
  name: RouteName,
  spec: Reading<V> & {
    readonly of: Decider<S, C, E>;
    readonly query?: Q;
    readonly mayRead?: MayRead<S>;
    readonly asOf?: (loaded: Loaded<S>, query: z.output<Q>, runtime: Runtime) => Promise<Loaded<S> | undefined>;
    readonly view: (loaded: Loaded<S>, viewing: Viewing & { readonly query: z.output<Q> }) => Said | Promise<Said>;
  } & Declares<V, Said>,
): Route {
  return {
    ...splitName(name),
    ...common(spec),
    ...(spec.query === undefined ? {} : { query: spec.query }),
    async handle({ params, query, actor }, runtime, texts): Promise<Answer | Problem> {
      const current = await runtime.store.load(spec.of, params.id ?? "");
      if (current === undefined || (await spec.mayRead?.(current, actor, runtime)) === false)
        return problem(404, "resource.not-found");
      const viewing = { actor, runtime, texts, query: parsedBy(spec.query, query) };
      const loaded = spec.asOf === undefined ? current : await spec.asOf(current, viewing.query, runtime);
      if (loaded === undefined) return problem(404, "resource.not-found");
      return { status: 200, headers: { etag: `"${loaded.version}"` }, body: await spec.view(loaded, viewing) };
    },
  };
}

const event = z.object({
  sequence: z.int(),
  type: z.string(),
  time: z.iso.datetime(),
  actor: z.string(),
  data: z.record(z.string(), z.unknown()),
  /** Why somebody was shown personal data in full: for the person himself and the supervisor (P-15). */
  reason: z.string().optional(),
  hash: z.string(),
});
const history = z.object({
  events: z.array(event),
  chain: z.object({ intact: z.boolean(), head: z.string().optional(), brokenAt: z.int().optional() }),
});

type ToldEvent = z.output<typeof event>;
/** An event as this caller is told it. */
export type Told<S> = (event: ToldEvent, loaded: Loaded<S>, actor: Actor | undefined) => ToldEvent;

/** The envelope of an event names its actor: of these types it does not. */
export const withoutActorOf =
  (types: readonly string[]) =>
  (one: ToldEvent): ToldEvent =>
    types.includes(one.type) ? { ...one, actor: "" } : one;

/** `GET /<service>/<resources>/{id}/history`: all events without personal data, and whether their chain is intact. */
export function historyOf<S, C, E extends DomainEvent>(
  name: RouteName,
  spec: Omit<Reading<z.ZodType>, "returns"> & {
    readonly of: Decider<S, C, E>;
    readonly mayRead?: MayRead<S>;
    readonly told?: Told<S>;
  },
): Route {
  const { told = (one) => one } = spec;
  return read(name, {
    ...spec,
    returns: history,
    async run({ params, actor }, runtime) {
      const found = await runtime.store.chronicle(spec.of, params.id ?? "");
      if (found === undefined || (await spec.mayRead?.(found, actor, runtime)) === false)
        return problem(404, "resource.not-found");
      const { events, chain } = found;
      const masked = worksHere(actor)
        ? undefined
        : withoutLogins(
            runtime,
            actor,
            events.flatMap((one) => [one.actor, ...loginsTold(one)]),
          );
      return {
        events: events.map((one) => {
          const { sequence, type, time, actor: sub, data, hash } = one;
          const by = masked?.actor(sub) ?? sub;
          const why = mayKnowWhy(actor) ? reasonIn(one) : {};
          return told(
            { sequence, type, time, actor: by, data: masked?.data(data) ?? { ...data }, ...why, hash },
            found,
            actor,
          );
        }),
        chain: chain.intact ? { intact: true, head: chain.head } : { intact: false, brokenAt: chain.brokenAt },
      };
    },
  });
}

/** The logins that an event's data holds: its keys stand in their places when it is published. */
const loginsTold = ({ data, told = {} }: StoredEvent): string[] =>
  Object.keys(told).flatMap((place) => textAt(data, place.split(".")));

function textAt(value: unknown, [name, ...below]: readonly string[]): string[] {
  if (name === undefined) return typeof value === "string" ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  return textAt(Object.entries(value).find(([field]) => field === name)?.[1], below);
}

/** Events by which somebody was shown personal data in full. */
const showing = /\.(disclosed|contact-disclosed|prefilled)$/;

/** P-15: the supervisor, and the person himself: nobody else from outside reads a history that is not public. */
const mayKnowWhy = (actor: Actor | undefined): boolean =>
  actor !== undefined && (actor.roles.includes("supervisor") || !worksHere(actor));

function reasonIn({ type, personal }: StoredEvent): { readonly reason?: string } {
  const reason = personal !== undefined && "reason" in personal ? personal.reason : undefined;
  return showing.test(type) && typeof reason === "string" ? { reason } : {};
}

export const common = <V extends z.ZodType>({ summary, allow, returns }: Reading<V>) => ({
  summary,
  allow,
  returns,
  status: 200 as const,
  isCommand: false,
});
