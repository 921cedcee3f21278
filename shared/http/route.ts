import type * as z from "zod";
import type { Actor } from "../decider/index.ts";
import type { Runtime } from "../service/runtime.ts";
import type { Role } from "../town/roles.ts";
import type { Problem, ProblemTexts, Text } from "./problem.ts";

export type Method = "GET" | "POST";

/** How a thing is told that is not there yet: the code, and the detail of its text that is its id. */
export interface Absent {
  readonly code: string;
  readonly as: string;
}

/** A request after it has been read, signed in and parsed. */
export interface Request<B = unknown, Q = unknown> {
  readonly id: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Q;
  readonly body: B;
  /** Undefined only on public routes. */
  readonly actor: Actor | undefined;
  readonly path: string;
  readonly idempotencyKey: string | undefined;
  /** The versions in `If-Match`: any of them may be the present one. */
  readonly ifMatch: readonly number[] | undefined;
  readonly traceparent: string | undefined;
  /** The network address that it came from. It goes into no log, event or table, save as a keyed digest. */
  readonly source: string;
  /** The origin by which it was reached, such as `https://town.example`; absent: it did not say. */
  readonly origin?: string;
  /** `Last-Event-ID`: what a stream of events was last at, as its reader says. */
  readonly lastEventId: string | undefined;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON; text or bytes where the route `produces` something else. */
  readonly body: unknown;
}

/** One declared route: what the gateway, the documents and the authorisation test are made from. */
export interface Route {
  readonly method: Method;
  /** `/<service>/<resources>/{id}/<verb>` */
  readonly path: string;
  readonly summary: Text;
  /** The roles whose token opens the route; who may act on this very case is the domain's to say. */
  readonly allow: readonly Role[] | "public";
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** What the body is, where it is no JSON; its schema is then given the text. */
  readonly accepts?: { readonly type: string; readonly bytes: number };
  /** How many bytes of JSON it takes; 256 KiB unless said. */
  readonly bytes?: number;
  /** What is answered, where it is no JSON: the answer's body is then the content itself. */
  readonly produces?: string;
  /** What is too large for an answer is fetched from where a 307 leads. */
  readonly elsewhere?: true;
  /** What goes out is parsed by it; fields it does not declare are struck. */
  readonly returns: z.ZodType;
  /** Seconds for which anybody may keep a public answer; a minute unless said, 0: asked for each time. */
  readonly maxAge?: number;
  readonly status: 200 | 201;
  /** It may also answer 202 with `Location`: the work then goes on by events, and is read there. */
  readonly later?: true;
  /** Whether this caller may know of the thing at all: false answers 404 before anything is said of what was sent. */
  isKnownTo?(asked: Pick<Request, "params" | "actor">, runtime: Runtime): Promise<boolean>;
  /** A reading that the state of its thing may forbid (409), such as the notice of a debt that is paid. */
  readonly forbiddenByState?: true;
  /** The verb by which the views of its thing offer it. */
  readonly step?: string;
  /** Codes of its own for statuses that are the edge's elsewhere: a machine's key that opens nothing, a machine too fast. */
  readonly refuses?: Readonly<Partial<Record<401 | 429, readonly string[]>>>;
  /** Takes the place of `resource.not-found`: what comes first. */
  readonly absent?: Absent;
  /** Commands honour `Idempotency-Key` and `If-Match`. */
  readonly isCommand: boolean;
  handle(request: Request, runtime: Runtime, texts: ProblemTexts): Promise<Answer | Problem>;
}

/** A step changes what there is, and so it heeds `If-Match`; nothing else does. */
export const heedsIfMatch = ({ isCommand, status }: Pick<Route, "isCommand" | "status">): boolean =>
  isCommand && status === 200;

export type RouteName = `${Method} /${string}`;

export function splitName(name: RouteName): { method: Method; path: string } {
  const [method, path = "/"] = name.split(" ");
  return { method: method === "GET" ? "GET" : "POST", path };
}
