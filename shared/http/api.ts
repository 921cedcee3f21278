import middy from "@middy/core";
import headerNormalizer from "@middy/http-header-normalizer";
import httpRouter from "@middy/http-router";
import securityHeaders from "@middy/http-security-headers";
import type { Context } from "aws-lambda";
import { NoCalendar } from "../calendar/no-calendar.ts";
import { type Loadable, once, ready } from "../service/later.ts";
import type { Acquaint } from "../service/manifest.ts";
import type { Runtime } from "../service/runtime.ts";
import { StoreBusy } from "../store/joint.ts";
import { StoreTooNew } from "../store/too-new.ts";
import { byResource } from "./by-resource.ts";
import { unmodified } from "./caching.ts";
import type { HttpEvent, HttpResult } from "./event.ts";
import { finished } from "./finishing.ts";
import { languageIn } from "./language.ts";
import { isProblem, type Problem, type ProblemTexts, problem, renderProblem } from "./problem.ts";
import { methodsAt, type Protocol, protocolAt } from "./protocol.ts";
import { Refused } from "./refused.ts";
import type { Answer, Route } from "./route.ts";
import { commonProblems } from "./texts.ts";

/** So much of a service as its API needs. A route may be loaded with the first request for it. */
export interface Serving {
  readonly routes: readonly Loadable<Route, "method" | "path">[];
  readonly problems: ProblemTexts;
  readonly acquaint?: Acquaint;
  /** Protocols of others that it speaks, each below a path of its own; loaded with the first refusal there. */
  readonly protocols?: readonly Loadable<Protocol, "at">[];
  /** More texts of refusals, loaded with the first route. */
  readonly texts?: () => Promise<ProblemTexts>;
}

/** The Lambda handler of all of a service's routes. */
export function apiFor(service: Serving, runtime: Runtime) {
  const { known, texts } = textsOf(service);
  const routesFor = byResource(service.routes);
  const routers = new Map<ReturnType<typeof routesFor>, ReturnType<typeof httpRouter<HttpEvent, HttpResult>>>();
  /** The router of a resource, made when it is first asked for. */
  const routerFor = (path: string) => {
    const some = routesFor(path);
    const made = routers.get(some);
    if (made !== undefined) return made;
    const routes = some.flatMap((route) => {
      const handler = handlerOf(route, runtime, texts, service);
      return methodsOf(route).map((method) => ({ method, path: route.path, handler }));
    });
    const router = httpRouter<HttpEvent, HttpResult>({ routes, notFoundResponse: noRoute(service) });
    routers.set(some, router);
    return router;
  };
  return middy<HttpEvent, HttpResult>()
    .use(finished)
    .use(headerNormalizer())
    .use(securityHeaders(forJson))
    .use(problems(runtime, known, service))
    .handler((event, context, options) => routerFor(event.rawPath)(event, context, options));
}

interface Texts {
  readonly known: ProblemTexts;
  readonly texts: () => Promise<ProblemTexts>;
}

const textsByService = new WeakMap<Serving, Texts>();

/** The thousands of texts of a service's refusals, put together once. */
function textsOf(service: Serving): Texts {
  const made = textsByService.get(service);
  if (made !== undefined) return made;
  const known = { ...commonProblems, ...service.problems };
  const all = { known, texts: once(async () => ({ ...known, ...(await service.texts?.()) })) };
  textsByService.set(service, all);
  return all;
}

/** What is asked for by another method than it takes is told so where another protocol is spoken; elsewhere the gateway does. */
const noRoute =
  ({ routes, protocols }: Serving) =>
  ({ method, path }: { readonly method: string; readonly path: string }): never => {
    const others = protocolAt(protocols, path) === undefined ? [] : methodsAt(routes, path);
    if (others.length === 0) throw new Refused(problem(404, "request.unknown-route"));
    const headers = { allow: others.join(", ") };
    throw new Refused(problem(405, "request.method-not-allowed", { details: { method }, headers }));
  };

/** Headers that matter for an API that answers JSON; those for pages are left out. */
const forJson = {
  contentSecurityPolicy: false,
  crossOriginEmbedderPolicy: false,
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
  permissionsPolicy: false,
  dnsPrefetchControl: false,
  downloadOptions: false,
  permittedCrossDomainPolicies: false,
};

/** RFC 9110 9.3.2: what answers GET answers HEAD too. */
export const methodsOf = ({ method }: Pick<Route, "method">) =>
  method === "GET" ? (["GET", "HEAD"] as const) : ([method] as const);

function handlerOf(
  named: Serving["routes"][number],
  runtime: Runtime,
  allTexts: () => Promise<ProblemTexts>,
  { acquaint, protocols }: Serving,
) {
  // What reads requests and checks answers needs all schemas: it comes with the first route, not with the start.
  const serving = once(async () => {
    const [{ answering }, { logRequest }, route, texts] = await Promise.all([
      import("./answering.ts"),
      import("./request-log.ts"),
      ready(named),
      allTexts(),
    ]);
    return { answerTo: answering(route, runtime, texts, acquaint), logRequest, route, texts };
  });
  return async (event: HttpEvent, context: Context): Promise<HttpResult> => {
    const started = performance.now();
    const { answerTo, logRequest, route, texts } = await serving();
    const answer = await answerTo(event, context).catch((error: unknown) => problemOf(error, runtime));
    logRequest({ route, event, answer, milliseconds: performance.now() - started }, runtime);
    if (isProblem(answer)) return refusal(answer, event, texts, protocols);
    return unmodified(answer, event) ?? answer;
  };
}

/** A refusal in the words of the protocol that is spoken there. */
async function refusal(
  answer: Problem,
  event: HttpEvent,
  texts: ProblemTexts,
  protocols: Serving["protocols"],
): Promise<HttpResult> {
  const spoken = protocolAt(protocols, event.rawPath);
  if (spoken === undefined) return renderProblem(answer, languageOf(event), instanceOf(event), texts);
  return rendered((await ready(spoken)).renders(answer, event.rawPath, texts));
}

/** A refusal of another protocol as the gateway takes it. */
export const rendered = ({ status, headers = {}, body }: Answer): HttpResult => ({
  statusCode: status,
  headers: { "cache-control": "no-store", ...headers },
  body: String(body),
});

const languageOf = (event: HttpEvent) => languageIn(event.headers["accept-language"]);

/** A problem's `instance` is a URI reference, so the decoded path is encoded again. */
const instanceOf = ({ rawPath }: HttpEvent) => encodeURI(rawPath.toWellFormed());

/** What no route answered itself: an unknown path, and the unforeseen before a route was found. */
const problems = (
  runtime: Runtime,
  texts: ProblemTexts,
  { protocols }: Serving,
): middy.MiddlewareObj<HttpEvent, HttpResult> => ({
  // In braces: what an `after` answers becomes the answer.
  after: () => {
    runtime.observability.flush();
  },
  onError: async (request) => {
    const answer = problemOf(request.error, runtime);
    runtime.observability.flush();
    request.response = await refusal(answer, request.event, texts, protocols);
  },
});

/** An exception as a problem; what is a fault of ours is logged. */
function problemOf(error: unknown, { observability }: Runtime): Problem {
  const answer = meaningOf(error);
  if (answer.status >= 500) observability.error("request failed", error, { code: answer.code });
  return answer;
}

function meaningOf(error: unknown): Problem {
  if (error instanceof Refused) return error.answer;
  if (error instanceof StoreBusy) return problem(503, "service.busy", { headers: { "retry-after": "1" } });
  if (error instanceof StoreTooNew) return problem(503, "service.data-newer");
  const status = error instanceof Error && "statusCode" in error ? error.statusCode : undefined;
  if (status === 415) return problem(415, "request.unsupported-media-type", { details: { type: "application/json" } });
  if (status === 422 || status === 400) return problem(400, "request.malformed-json");
  // A day that was sent, or is counted from one: no year before the first one is announced any more.
  if (error instanceof NoCalendar) return problem(422, error.code, { details: { date: error.date } });
  return problem(503, "service.unavailable", { headers: { "retry-after": "5" } });
}
