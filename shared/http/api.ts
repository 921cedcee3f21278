import { randomUUID } from "node:crypto";
import middy from "@middy/core";
import headerNormalizer from "@middy/http-header-normalizer";
import jsonBodyParser from "@middy/http-json-body-parser";
import httpRouter from "@middy/http-router";
import securityHeaders from "@middy/http-security-headers";
import type { APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyStructuredResultV2, Context } from "aws-lambda";
import type { Service } from "../service/manifest.ts";
import type { Runtime } from "../service/runtime.ts";
import { StoreBusy, StoreTooNew } from "../store/index.ts";
import { bodyFits } from "./answer-size.ts";
import { actorOf } from "./claims.ts";
import { isProblem, type Language, type Problem, type ProblemTexts, problem, renderProblem } from "./problem.ts";
import type { Answer, Request, Route } from "./route.ts";
import { commonProblems } from "./texts.ts";
import { parseInput } from "./validation.ts";

/** API Gateway's HTTP API event, format 2.0; the authoriser is absent on public routes. */
export type HttpEvent = Omit<APIGatewayProxyEventV2WithJWTAuthorizer, "requestContext"> & {
  readonly requestContext: Omit<APIGatewayProxyEventV2WithJWTAuthorizer["requestContext"], "authorizer"> & {
    readonly authorizer?: APIGatewayProxyEventV2WithJWTAuthorizer["requestContext"]["authorizer"] | undefined;
  };
};
export type HttpResult = APIGatewayProxyStructuredResultV2;

/** Larger bodies are refused: documents travel through signed URLs, not through JSON. */
export const bodyLimit = 256 * 1024;

/** Nothing has a longer id; DynamoDB refuses keys of more than 1024 bytes as malformed. */
const longestId = 256;

/** The Lambda handler of all of a service's routes. */
export function apiFor(service: Service, runtime: Runtime) {
  const texts = { ...commonProblems, ...service.problems };
  const routes = service.routes.map((route) => ({
    method: route.method,
    path: route.path,
    handler: handlerOf(route, runtime, texts),
  }));
  const router = httpRouter<HttpEvent, HttpResult>({
    routes,
    notFoundResponse: () => {
      throw new Refused(problem(404, "request.unknown-route"));
    },
  });
  return middy<HttpEvent, HttpResult>()
    .use(headerNormalizer())
    .use(securityHeaders(forJson))
    .use(problems(runtime, texts))
    .handler(router);
}

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

/** Carries a problem out of a middleware, where only an exception ends the request. */
class Refused extends Error {
  override readonly name = "Refused";
  readonly answer: Problem;
  constructor(answer: Problem) {
    super(answer.code);
    this.answer = answer;
  }
}

function handlerOf(route: Route, runtime: Runtime, texts: ProblemTexts) {
  const handle = middy<HttpEvent, HttpResult>();
  const { accepts } = route;
  if (accepts !== undefined) handle.use({ before: ({ event }) => readText(event, accepts) });
  else if (route.body !== undefined)
    handle.use({ before: ({ event }) => checkBody(event, route.bytes) }).use(jsonBodyParser({ reviver: onlyUnicode }));
  return handle.handler(async (event: HttpEvent, context: Context) => {
    const started = performance.now();
    const request = readRequest(route, event, runtime, texts, context?.awsRequestId);
    const given = isProblem(request) ? request : await route.handle(request, runtime, texts);
    const answer = isProblem(given) ? given : rendered(given, route);
    log(route, given.status, answer, performance.now() - started, runtime);
    return isProblem(answer) ? renderProblem(answer, languageOf(event), event.rawPath, texts) : answer;
  });
}

/** What is larger than a Lambda may answer is refused with a word for it, not lost on the way. */
function rendered(answer: Answer, route: Route): HttpResult | Problem {
  const result = written(answer, route);
  return bodyFits(result.body ?? "") ? result : problem(413, "answer.too-large");
}

function written({ status, headers, body }: Answer, { produces }: Route): HttpResult {
  const common = { "content-type": produces ?? "application/json", "cache-control": "no-store", ...headers };
  if (produces === undefined) return { statusCode: status, headers: common, body: JSON.stringify(body) };
  if (typeof body === "string") return { statusCode: status, headers: common, body };
  if (!(body instanceof Uint8Array)) throw new TypeError(`${produces} is text or bytes`);
  return { statusCode: status, headers: common, body: Buffer.from(body).toString("base64"), isBase64Encoded: true };
}

/** Half a character has no digest and no place in the table. */
function onlyUnicode(key: string, value: unknown): unknown {
  if (!key.isWellFormed() || (typeof value === "string" && !value.isWellFormed())) throw new SyntaxError("no Unicode");
  return value;
}

function checkSize(event: HttpEvent, limit: number): void {
  const bytes = Buffer.byteLength(event.body ?? "", event.isBase64Encoded ? "base64" : "utf8");
  if (bytes > limit) throw new Refused(problem(413, "request.too-large", { details: { limit } }));
}

/** A body that is text of another kind than JSON, e.g. `text/csv`. */
function readText(event: HttpEvent, { type, bytes }: NonNullable<Route["accepts"]>): void {
  checkSize(event, bytes);
  if (event.headers["content-type"]?.split(";")[0]?.trim().toLowerCase() !== type)
    throw new Refused(problem(415, "request.unsupported-media-type", { details: { type } }));
  event.body = Buffer.from(event.body ?? "", event.isBase64Encoded ? "base64" : "utf8").toString("utf8");
  event.isBase64Encoded = false;
}

function checkBody(event: HttpEvent, limit = bodyLimit): void {
  checkSize(event, limit);
  if (event.body === undefined || event.body === "") {
    event.body = "{}";
    event.isBase64Encoded = false;
    event.headers["content-type"] ??= "application/json";
  }
}

/** Signs in, then parses everything a route takes; the first kind of fault found is answered whole. */
function readRequest(
  route: Route,
  event: HttpEvent,
  { town }: Runtime,
  texts: ProblemTexts,
  requestId: string | undefined,
): Request | Problem {
  const actor = actorOf(event.requestContext.authorizer?.jwt.claims);
  if (route.allow !== "public") {
    if (actor === undefined) return problem(401, "auth.missing", { headers: { "www-authenticate": "Bearer" } });
    if (actor.town !== town.slug) return problem(403, "auth.other-town");
    const { allow } = route;
    if (!actor.roles.some((role) => allow.includes(role)))
      return problem(403, "auth.role", { details: { allow: [...allow] } });
  }
  const query = route.query === undefined ? undefined : parseInput(route.query, queryOf(event), texts, "query");
  if (query?.ok === false) return query.problem;
  const body = route.body === undefined ? undefined : parseInput(route.body, event.body, texts);
  if (body?.ok === false) return body.problem;
  const params = paramsOf(event);
  if (Object.values(params).some((value) => value.length > longestId)) return problem(404, "resource.not-found");
  const ifMatch = ifMatchOf(event.headers["if-match"]);
  if (Number.isNaN(ifMatch)) return problem(400, "request.bad-if-match");
  return {
    id: requestId ?? randomUUID(),
    params,
    query: query?.value,
    body: body?.value,
    actor: actor?.town === town.slug ? actor : undefined,
    path: event.rawPath,
    idempotencyKey: event.headers["idempotency-key"] || undefined,
    ifMatch,
    traceparent: event.headers.traceparent,
    lastEventId: event.headers["last-event-id"] || undefined,
  };
}

const queryOf = (event: HttpEvent) => ({ ...event.queryStringParameters });

const paramsOf = (event: HttpEvent): Record<string, string> =>
  Object.fromEntries(
    Object.entries(event.pathParameters ?? {}).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, decode(value)]],
    ),
  );

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

const ifMatchOf = (header: string | undefined) => {
  if (header === undefined || header === "*") return undefined;
  return Number(/^(?:W\/)?"(\d+)"$/.exec(header.trim())?.[1] ?? Number.NaN);
};

/** Chinese unless English is asked for first. */
export const languageOf = (event: HttpEvent): Language =>
  /^\s*en\b/i.test(event.headers["accept-language"] ?? "") ? "en" : "zh";

function log(
  route: Route,
  given: number,
  answer: HttpResult | Problem,
  milliseconds: number,
  { observability }: Runtime,
): void {
  const status = isProblem(answer) ? answer.status : given;
  const facts = { route: `${route.method} ${route.path}`, status, ms: Math.round(milliseconds) };
  observability.info("request", isProblem(answer) ? { ...facts, code: answer.code } : facts);
  observability.count(isProblem(answer) ? "Refused" : "Answered");
}

/** What no route answered itself: faults of middlewares, crowds, and the unforeseen. */
const problems = ({ observability }: Runtime, texts: ProblemTexts): middy.MiddlewareObj<HttpEvent, HttpResult> => ({
  // In braces: whatever an `after` answers becomes the answer.
  after: () => {
    observability.flush();
  },
  onError: (request) => {
    const answer = problemOf(request.error);
    if (answer.status >= 500) observability.error("request failed", request.error, { code: answer.code });
    observability.flush();
    request.response = renderProblem(answer, languageOf(request.event), request.event.rawPath, texts);
  },
});

function problemOf(error: unknown): Problem {
  if (error instanceof Refused) return error.answer;
  if (error instanceof StoreBusy) return problem(503, "service.busy", { headers: { "retry-after": "1" } });
  if (error instanceof StoreTooNew) return problem(503, "service.data-newer");
  const status = error instanceof Error && "statusCode" in error ? error.statusCode : undefined;
  if (status === 415) return problem(415, "request.unsupported-media-type", { details: { type: "application/json" } });
  if (status === 422 || status === 400) return problem(400, "request.malformed-json");
  return problem(503, "service.unavailable", { headers: { "retry-after": "5" } });
}
