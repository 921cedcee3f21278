import { createHash } from "node:crypto";
import { actorOf } from "../../shared/http/claims.ts";
import { compressed } from "../../shared/http/compression.ts";
import { isKnown } from "../../shared/http/conditions.ts";
import { contentPolicy } from "../../shared/http/content-policy.ts";
import type { HttpEvent, HttpResult } from "../../shared/http/event.ts";
import { withoutBody } from "../../shared/http/finishing.ts";
import { languageIn } from "../../shared/http/language.ts";
import { type MeTable, viewMe } from "../../shared/http/me.ts";
import { isProblem, type Problem, problem, renderProblem, textOf } from "../../shared/http/problem.ts";
import { commonProblems } from "../../shared/http/texts.ts";

/** Path → what is served there: made at synth, in files beside the function. `/me` is the table it is answered from. */
export type Served = Readonly<Record<string, { readonly type: string; readonly body: () => string }>>;

/** What goes with a document of the town: anybody may keep it a while; a page runs no script. */
const documentHeaders = (type: string): Record<string, string> => ({
  "content-type": type,
  "cache-control": "public, max-age=300",
  "x-content-type-options": "nosniff",
  ...(type.startsWith("text/html") ? { "content-security-policy": contentPolicy } : {}),
});

/** A document of the town, with an ETag of its content. */
export const documentAnswer = (type: string, body: string): HttpResult => ({
  statusCode: 200,
  headers: {
    ...documentHeaders(type),
    etag: `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`,
  },
  body,
});

/** RFC 9110 15.4.5: the document, or 304 where the caller has it. */
export function documentFor(document: HttpResult, ifNoneMatch: string | undefined): HttpResult {
  const { "cache-control": kept = "", etag = "" } = document.headers ?? {};
  if (!isKnown(ifNoneMatch, String(etag))) return document;
  return { statusCode: 304, headers: { "cache-control": kept, etag } };
}

/** What the town says of itself takes no query: one that it does not know is refused, as on every route. */
export function unasked(query: Iterable<string>): Problem | undefined {
  const errors = [...new Set(query)].map((name) => badParameter(name));
  return errors.length === 0 ? undefined : problem(400, "request.invalid", { errors });
}
const badParameter = (name: string) => {
  const code = "value.unknown-parameter";
  return { pointer: `?${name}`, code, detail: textOf(code, {}, commonProblems) };
};

/** `GET /me` from the claims of a verified token; a token of another town or without a person is refused. */
export function answerMe(claims: unknown, table: MeTable): HttpResult | Problem {
  const actor = actorOf(claims);
  if (actor === undefined) return problem(401, "auth.missing", { headers: { "www-authenticate": "Bearer" } });
  if (actor.town !== table.town) return problem(403, "auth.other-town");
  const headers = { "content-type": "application/json", "cache-control": "no-store" };
  return { statusCode: 200, headers, body: JSON.stringify(viewMe(actor, table)) };
}

type Asked = Pick<HttpEvent, "rawPath"> & {
  readonly headers?: HttpEvent["headers"];
  readonly queryStringParameters?: HttpEvent["queryStringParameters"];
  readonly requestContext?: {
    readonly requestId: string;
    readonly http: { readonly method: string };
    readonly authorizer?: HttpEvent["requestContext"]["authorizer"];
  };
};

/** Answers of the API, that is; a document may be asked for with anything behind it. */
export const takesNoQuery = (path: string): boolean => ["/health", "/town", "/me"].includes(path);

/** The paths of a town's API that belong to no service. */
export function docs(served: Served) {
  const table: MeTable | undefined = served["/me"] === undefined ? undefined : JSON.parse(served["/me"].body());
  const answers = new Map<string, HttpResult>();
  /** A document is read by its first reader. */
  const documentAt = (path: string): HttpResult | undefined => {
    const known = answers.get(path);
    const found = Object.hasOwn(served, path) ? served[path] : undefined;
    if (known !== undefined || found === undefined) return known;
    const answer = documentAnswer(found.type, found.body());
    answers.set(path, answer);
    return answer;
  };
  const whole = (path: string, headers: HttpEvent["headers"], claims: unknown): HttpResult | undefined => {
    if (path === "/me" && table !== undefined) return rendered(answerMe(claims, table), headers, path);
    const found = documentAt(path);
    if (found === undefined) return undefined;
    if (path === "/health") return { ...found, headers: { ...found.headers, "cache-control": "no-store" } };
    return documentFor(found, headers["if-none-match"]);
  };
  return async ({ rawPath, headers = {}, queryStringParameters = {}, requestContext }: Asked): Promise<HttpResult> => {
    const named = requestContext === undefined ? {} : { "x-request-id": requestContext.requestId };
    const bad = takesNoQuery(rawPath) ? unasked(Object.keys(queryStringParameters)) : undefined;
    const found =
      bad === undefined
        ? whole(rawPath, headers, requestContext?.authorizer?.jwt.claims)
        : rendered(bad, headers, rawPath);
    const told = found ?? rendered(problem(404, "request.unknown-route"), headers, rawPath);
    const answer = await compressed(
      { ...told, headers: { ...told.headers, ...named } },
      { method: "GET", acceptEncoding: headers["accept-encoding"] },
    );
    return requestContext?.http.method === "HEAD" ? withoutBody(answer) : answer;
  };
}

const rendered = (answer: HttpResult | Problem, headers: HttpEvent["headers"], path: string): HttpResult =>
  isProblem(answer) ? renderProblem(answer, languageIn(headers["accept-language"]), path, commonProblems) : answer;
