import { type HttpResult, type Problem, problem } from "../../shared/http/index.ts";
import type { MeTable } from "../../shared/http/me.ts";
import { traceparentOf } from "../../shared/observability/trace-context.ts";
import { answerMe, documentFor, takesNoQuery, unasked } from "../functions/docs.ts";
import { authorise } from "./authoriser.ts";
import type { Answering, Arrived } from "./gateway.ts";
import { headersOf, httpEvent } from "./http-event.ts";
import type { Identity } from "./identity.ts";
import { isLoopback } from "./loopback.ts";
import { opsPath } from "./ops/ops-door.ts";
import { isTarget, type serviceRoutes } from "./service-routes.ts";

interface Parts {
  readonly routes: ReturnType<typeof serviceRoutes>;
  readonly identity: Identity;
  /** Settles when what was committed so far would survive a power cut. */
  readonly durable: () => Promise<void>;
  readonly health: () => Promise<HttpResult>;
  /** The operators' door. */
  readonly ops: Answering;
  /** `/openapi.json` and the like; undefined: there is no such document. */
  readonly document: (path: string) => Promise<HttpResult | undefined>;
  /** From what `/me` is answered. */
  readonly me: () => Promise<MeTable>;
  /** The origin by which the town is reached from outside, e.g. through a proxy. */
  readonly publicUrl?: string | undefined;
  /** The key by which the log knows a login. */
  readonly keyOf: (login: string) => string;
  /** `METHOD /path` → what the simulation answers; empty where there is none. */
  readonly simulation: Readonly<Record<string, (body: unknown) => Promise<HttpResult | Problem>>>;
}

/** Where each request goes: the town's own pages, the simulation, or a service. */
export function frontDoor({
  routes,
  identity,
  durable,
  health,
  document,
  me,
  simulation,
  keyOf,
  ops,
  publicUrl,
}: Parts): Answering {
  return async (arrived) => {
    const { request, method, asked } = arrived;
    const { decoded: path } = asked;
    if (path.startsWith("/_embedded/")) {
      if (!isLoopback(request)) return problem(404, "request.unknown-route");
      return simulated(simulation, arrived);
    }
    const reads = method === "GET" || method === "HEAD";
    if (path === opsPath || path.startsWith(`${opsPath}/`)) return ops(arrived);
    if (reads && path === "/me") arrived.noted.route = path;
    const bad = reads && takesNoQuery(path) ? unasked(new URLSearchParams(asked.query).keys()) : undefined;
    if (bad !== undefined) return bad;
    if (reads && path === "/health") {
      arrived.noted.route = path;
      return health();
    }
    if (reads) {
      const found = await document(path);
      if (found !== undefined) arrived.noted.route = path;
      if (found !== undefined) return documentFor(found, headersOf(request)["if-none-match"]);
    }
    if (reads && path === "/me") return whoAsks(arrived, identity, await me());
    const answer = await serve(arrived, { routes, identity, keyOf, publicUrl });
    await durable();
    return answer;
  };
}

type Serving = Pick<Parts, "routes" | "identity" | "keyOf" | "publicUrl">;
async function serve(arrived: Arrived, { routes, identity, keyOf, publicUrl }: Serving) {
  const { request, method, asked, noted } = arrived;
  const target = routes(method, asked.decoded);
  if (!isTarget(target)) return target;
  const { routeKey, pathParameters } = target;
  if (target.declared !== undefined) noted.route = target.declared;
  const event = { ...arrived, routeKey, pathParameters, publicUrl };
  // As in the cloud: nobody reads a token on a public route, so an issuer that is away does not close it
  if (target.isPublic) return target.handle(httpEvent(event));
  const authorised = await authorise(request.headers.authorization, identity);
  if (typeof authorised === "string") return unauthorised(authorised);
  note(arrived, authorised.authorizer.jwt.claims, keyOf);
  return target.handle(httpEvent({ ...event, ...authorised }));
}

/** Who asks, for the log: by role and key, never by login or name. */
function note({ noted, request, requestId }: Arrived, claims: Claims, keyOf: Parts["keyOf"]): void {
  const { sub, roles } = claims;
  if (typeof sub === "string") noted.person = keyOf(sub);
  if (roles !== undefined) noted.roles = [roles].flat().join(" ");
  const [traceparent] = request.headersDistinct.traceparent ?? [];
  if (traceparent !== undefined) noted.traceparent = traceparentOf(traceparent, requestId);
}

type Claims = Exclude<Awaited<ReturnType<typeof authorise>>, string>["authorizer"]["jwt"]["claims"];

/** `/me`: behind the authoriser, as in the cloud. */
async function whoAsks({ request }: Arrived, identity: Identity, table: MeTable): Promise<HttpResult | Problem> {
  const authorised = await authorise(request.headers.authorization, identity);
  if (typeof authorised === "string") return unauthorised(authorised);
  return answerMe(authorised.authorizer.jwt.claims, table);
}

function unauthorised(why: "missing" | "invalid" | "unavailable"): Problem {
  if (why === "unavailable") return problem(503, "auth.unavailable", { headers: { "retry-after": "10" } });
  const code = why === "missing" ? "auth.missing" : "auth.invalid-token";
  return problem(401, code, { headers: { "www-authenticate": "Bearer" } });
}

async function simulated(simulation: Parts["simulation"], { request, method, asked, body }: Arrived) {
  const answer = simulation[`${method} ${asked.decoded}`];
  if (answer === undefined) {
    const allow = Object.keys(simulation).filter((name) => name.endsWith(` ${asked.decoded}`));
    return allow.length === 0
      ? problem(404, "request.unknown-route")
      : problem(405, "request.method-not-allowed", { details: { method } });
  }
  if (body.length === 0) return answer({});
  if (!/^application\/json\b/.test(headersOf(request)["content-type"] ?? "application/json"))
    return problem(415, "request.unsupported-media-type");
  const given = parsed(body);
  return given === undefined ? problem(400, "request.malformed-json") : answer(given.value);
}

function parsed(body: Buffer): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(body.toString("utf8")) };
  } catch {
    return undefined;
  }
}
