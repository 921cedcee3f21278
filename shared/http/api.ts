import middy from "@middy/core";
import headerNormalizer from "@middy/http-header-normalizer";
import httpRouter from "@middy/http-router";
import securityHeaders from "@middy/http-security-headers";
import type { Context } from "aws-lambda";
import type { Service } from "../service/manifest.ts";
import type { Runtime } from "../service/runtime.ts";
import { StoreBusy, StoreTooNew } from "../store/index.ts";
import { bodyFits } from "./answer-size.ts";
import { byResource } from "./by-resource.ts";
import { cachedAnswer, unmodified } from "./caching.ts";
import { checkedAnswer } from "./checked-answer.ts";
import { contentPolicy } from "./content-policy.ts";
import type { HttpEvent, HttpResult } from "./event.ts";
import { finished } from "./finishing.ts";
import { languageIn } from "./language.ts";
import { isProblem, type Problem, type ProblemTexts, problem, renderProblem } from "./problem.ts";
import { callerOf, paramsOf, type Reading, readingOf, readRequest } from "./reading.ts";
import { Refused } from "./refused.ts";
import type { Answer, Route } from "./route.ts";
import { commonProblems } from "./texts.ts";

/** The Lambda handler of all of a service's routes. */
export function apiFor(service: Service, runtime: Runtime) {
  const texts = { ...commonProblems, ...service.problems };
  const routes = service.routes.flatMap((route) => {
    const handler = handlerOf(route, runtime, texts);
    return methodsOf(route).map((method) => ({ method, path: route.path, handler }));
  });
  const routesFor = byResource(routes);
  const routers = new Map<ReturnType<typeof routesFor>, ReturnType<typeof httpRouter<HttpEvent, HttpResult>>>();
  /** The router of a resource, made when it is first asked for. */
  const routerFor = (path: string) => {
    const some = routesFor(path);
    const router = routers.get(some) ?? httpRouter<HttpEvent, HttpResult>({ routes: [...some], notFoundResponse });
    routers.set(some, router);
    return router;
  };
  return middy<HttpEvent, HttpResult>()
    .use(finished)
    .use(headerNormalizer())
    .use(securityHeaders(forJson))
    .use(problems(runtime, texts))
    .handler((event, context, options) => routerFor(event.rawPath)(event, context, options));
}

const notFoundResponse = () => {
  throw new Refused(problem(404, "request.unknown-route"));
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

function handlerOf(route: Route, runtime: Runtime, texts: ProblemTexts) {
  const parts: Parts = { route, runtime, reading: readingOf(route, texts) };
  return async (event: HttpEvent, context: Context): Promise<HttpResult> => {
    const started = performance.now();
    const answer = await answerTo(event, context, parts, texts).catch((error: unknown) => problemOf(error, runtime));
    log(route, answer, performance.now() - started, runtime);
    if (isProblem(answer)) return renderProblem(answer, languageOf(event), instanceOf(event), texts);
    return unmodified(answer, event) ?? answer;
  };
}

interface Parts {
  readonly route: Route;
  readonly runtime: Runtime;
  readonly reading: Reading;
}

/** Signs in, then asks whether the caller may know of the thing at all; only then is anything said of what was sent. */
async function answerTo(
  event: HttpEvent,
  context: Context,
  { route, runtime, reading }: Parts,
  texts: ProblemTexts,
): Promise<HttpResult | Problem> {
  const actor = callerOf(route, event, runtime);
  if (actor !== undefined && isProblem(actor)) return actor;
  const params = paramsOf(event);
  if (params === undefined) return problem(404, "resource.not-found");
  if ((await route.isKnownTo?.({ params, actor }, runtime)) === false) return problem(404, "resource.not-found");
  const request = await readRequest(event, context, reading, { actor, params });
  const given = isProblem(request) ? request : await route.handle(request, runtime, texts);
  const checked = isProblem(given) ? given : checkedAnswer(route, given, runtime);
  return isProblem(checked) ? checked : rendered(checked, route);
}

/** What is larger than a Lambda may answer is refused with a word for it, not lost on the way. */
function rendered(answer: Answer, route: Route): HttpResult | Problem {
  const result = written(answer, route);
  return bodyFits(result.body ?? "") ? cachedAnswer(result, route) : problem(413, "answer.too-large");
}

function written({ status, headers, body }: Answer, { produces }: Route): HttpResult {
  const common = { "content-type": produces ?? "application/json", ...policyOf(produces), ...headers };
  if (produces === undefined) return { statusCode: status, headers: common, body: JSON.stringify(body) };
  if (typeof body === "string") return { statusCode: status, headers: common, body };
  if (!(body instanceof Uint8Array)) throw new TypeError(`${produces} is text or bytes`);
  return { statusCode: status, headers: common, body: Buffer.from(body).toString("base64"), isBase64Encoded: true };
}

/** Pages and pictures run no script and load nothing from elsewhere. */
const policyOf = (produces: string | undefined) =>
  /^(text\/html|image\/svg)/.test(produces ?? "") ? { "content-security-policy": contentPolicy } : {};

const languageOf = (event: HttpEvent) => languageIn(event.headers["accept-language"]);

/** A problem's `instance` is a URI reference, so the decoded path is encoded again. */
const instanceOf = ({ rawPath }: HttpEvent) => encodeURI(rawPath.toWellFormed());

function log(route: Route, answer: HttpResult | Problem, milliseconds: number, { observability }: Runtime): void {
  const status = isProblem(answer) ? answer.status : answer.statusCode;
  const facts = { route: `${route.method} ${route.path}`, status, ms: Math.round(milliseconds) };
  observability.info("request", isProblem(answer) ? { ...facts, code: answer.code } : facts);
  observability.count(isProblem(answer) ? "Refused" : "Answered");
}

/** What no route answered itself: an unknown path, and the unforeseen before a route was found. */
const problems = (runtime: Runtime, texts: ProblemTexts): middy.MiddlewareObj<HttpEvent, HttpResult> => ({
  // In braces: what an `after` answers becomes the answer.
  after: () => {
    runtime.observability.flush();
  },
  onError: (request) => {
    const answer = problemOf(request.error, runtime);
    runtime.observability.flush();
    request.response = renderProblem(answer, languageOf(request.event), instanceOf(request.event), texts);
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
  return problem(503, "service.unavailable", { headers: { "retry-after": "5" } });
}
