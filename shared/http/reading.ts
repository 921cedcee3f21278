import { randomUUID } from "node:crypto";
import middy from "@middy/core";
import jsonBodyParser from "@middy/http-json-body-parser";
import type { Context } from "aws-lambda";
import * as z from "zod";
import type { Actor } from "../decider/index.ts";
import { traceparentOf } from "../observability/trace-context.ts";
import type { Runtime } from "../service/runtime.ts";
import { actorOf } from "./claims.ts";
import { versionsOf } from "./conditions.ts";
import type { HttpEvent } from "./event.ts";
import { type Problem, type ProblemTexts, problem, textOf } from "./problem.ts";
import { Refused } from "./refused.ts";
import { readBodyText } from "./request-body.ts";
import { heedsIfMatch, type Request, type Route } from "./route.ts";
import { parseInput } from "./validation.ts";

/** Larger bodies are refused: documents travel through signed URLs, not through JSON. */
export const bodyLimit = 256 * 1024;

/** Nothing has a longer id; DynamoDB refuses keys of more than 1024 bytes as malformed. */
const longestId = 256;

/** How a route's requests are read; made once for each route. */
export interface Reading {
  readonly route: Route;
  readonly texts: ProblemTexts;
  readonly query: z.ZodType;
  readonly bodyOf: (event: HttpEvent, context: Context) => Promise<unknown>;
}

export const readingOf = (route: Route, texts: ProblemTexts): Reading => ({
  route,
  texts,
  query: queryOf(route),
  bodyOf: bodyReader(route),
});

/** Who asks; a problem where the route is not open to them. On a public route nobody is asked. */
export function callerOf({ allow }: Route, event: HttpEvent, { town }: Runtime): Actor | Problem | undefined {
  const actor = actorOf(event.requestContext.authorizer?.jwt.claims);
  if (allow === "public") return actor?.town === town.slug ? actor : undefined;
  if (actor === undefined) return problem(401, "auth.missing", { headers: { "www-authenticate": "Bearer" } });
  if (actor.town !== town.slug) return problem(403, "auth.other-town");
  if (actor.roles.some((role) => allow.includes(role))) return actor;
  return problem(403, "auth.role", { details: { allow: [...allow] } });
}

/** Parameters that stand twice and are no list: the gateway joins both by a comma, and the text would be another one. */
function repeatedIn(raw: string, query: unknown): string[] {
  if (raw === "") return [];
  const names = [...new URLSearchParams(raw).keys()];
  const lists = new Set(Object.entries(query ?? {}).flatMap(([name, value]) => (Array.isArray(value) ? [name] : [])));
  return [...new Set(names.filter((name, at) => names.indexOf(name) < at && !lists.has(name)))];
}

/** Parses everything a route takes; the first kind of fault found is answered whole. */
export async function readRequest(
  event: HttpEvent,
  context: Context,
  { route, texts, query: querySchema, bodyOf }: Reading,
  known: Pick<Request, "actor" | "params">,
): Promise<Request | Problem> {
  const query = parseInput(querySchema, { ...event.queryStringParameters }, texts, "query");
  if (!query.ok) return query.problem;
  const twice = route.query instanceof z.ZodRecord ? [] : repeatedIn(event.rawQueryString, query.value);
  if (twice.length > 0) {
    const detail = textOf("value.repeated", {}, texts);
    return problem(400, "request.invalid", {
      errors: twice.map((name) => ({ pointer: `?${name}`, code: "value.repeated", detail })),
    });
  }
  const sent = await bodyOf(event, context);
  const body = route.body === undefined ? undefined : parseInput(route.body, sent, texts);
  if (body?.ok === false) return body.problem;
  const ifMatch = heedsIfMatch(route) ? versionsOf(event.headers["if-match"]) : undefined;
  if (ifMatch === "unreadable") return problem(400, "request.bad-if-match");
  return {
    ...known,
    id: context?.awsRequestId ?? randomUUID(),
    query: route.query === undefined ? undefined : query.value,
    body: body?.value,
    path: event.rawPath,
    idempotencyKey: event.headers["idempotency-key"] || undefined,
    ifMatch,
    traceparent: traceparentOf(event.headers.traceparent, event.requestContext.requestId),
    source: event.requestContext.http.sourceIp,
    ...originOf(event),
    lastEventId: event.headers["last-event-id"] || undefined,
  };
}

/** By which origin it came: behind the gateway HTTPS, on one machine what that says. */
function originOf({ headers: { host, "x-forwarded-proto": said } }: HttpEvent): Pick<Request, "origin"> {
  if (host === undefined || !/^[\w.:[\]-]{1,255}$/.test(host)) return {};
  const isHere = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/.test(host);
  const scheme = said === "http" || (said === undefined && isHere) ? "http" : "https";
  return { origin: `${scheme}://${host}` };
}

/**
 * The path's parameters. The gateway has decoded the path already; nothing is decoded twice.
 * @returns undefined where one is longer than any id
 */
export function paramsOf({ pathParameters = {} }: HttpEvent): Record<string, string> | undefined {
  const params: Record<string, string> = {};
  for (const [name, value = ""] of Object.entries(pathParameters)) params[name] = value;
  return Object.values(params).some((value) => value.length > longestId) ? undefined : params;
}

/** Half a character has no digest and no place in the table. */
function onlyUnicode(key: string, value: unknown): unknown {
  if (!key.isWellFormed() || (typeof value === "string" && !value.isWellFormed())) throw new SyntaxError("no Unicode");
  return value;
}

/** A body that is text of another kind than JSON, e.g. `text/csv`. */
async function readText(event: HttpEvent, { type, bytes }: NonNullable<Route["accepts"]>): Promise<void> {
  // No body at all has no type either
  if (event.body === undefined) event.headers["content-type"] ??= type;
  if (event.headers["content-type"]?.split(";")[0]?.trim().toLowerCase() !== type)
    throw new Refused(problem(415, "request.unsupported-media-type", { details: { type } }));
  setText(event, await readBodyText(event, bytes));
}

async function readJson(event: HttpEvent, limit = bodyLimit): Promise<void> {
  const text = await readBodyText(event, limit);
  setText(event, text === "" ? "{}" : text);
  if (text === "") event.headers["content-type"] ??= "application/json";
}

function setText(event: HttpEvent, text: string): void {
  event.body = text;
  event.isBase64Encoded = false;
}

/** How a route's body is read: not at all, as text of its own type, or as JSON. */
function bodyReader({ accepts, body, bytes }: Route): Reading["bodyOf"] {
  if (accepts !== undefined)
    return async (event) => {
      await readText(event, accepts);
      return event.body;
    };
  if (body === undefined) return async () => undefined;
  const parsedWith = (parser: ReturnType<typeof jsonBodyParser>) =>
    middy<HttpEvent, unknown>()
      .use(parser)
      .handler(async (event) => event.body);
  const parsed = parsedWith(jsonBodyParser());
  const unescaped = parsedWith(jsonBodyParser({ reviver: onlyUnicode }));
  return async (event, context) => {
    await readJson(event, bytes);
    // Only an escape brings half a character into a text that was read as UTF-8
    return event.body?.includes("\\u") === true ? unescaped(event, context) : parsed(event, context);
  };
}

/** A parameter that a route does not know is refused on every route, also where it takes none. */
const queryOf = ({ query }: Route): z.ZodType =>
  query === undefined ? z.strictObject({}) : query instanceof z.ZodObject ? query.strict() : query;
