import type { Context } from "aws-lambda";
import type { Acquaint } from "../service/manifest.ts";
import type { Runtime } from "../service/runtime.ts";
import { bodyFits } from "./answer-size.ts";
import { isInRequest, lostBlame } from "./blamed.ts";
import { cachedAnswer } from "./caching.ts";
import { checkedAnswer } from "./checked-answer.ts";
import { contentPolicy } from "./content-policy.ts";
import type { HttpEvent, HttpResult } from "./event.ts";
import { titleAtPointer } from "./field-title.ts";
import { isProblem, type Problem, type ProblemTexts, problem } from "./problem.ts";
import { callerOf, paramsOf, readingOf, readRequest } from "./reading.ts";
import type { Answer, Route } from "./route.ts";

/**
 * Answers requests of a route. It signs in, then asks whether the caller may know of the thing at all; only then is
 * anything said of what was sent.
 */
export function answering(route: Route, runtime: Runtime, texts: ProblemTexts, acquaint: Acquaint = (actor) => actor) {
  const reading = readingOf(route, texts);
  return async (event: HttpEvent, context: Context): Promise<HttpResult | Problem> => {
    const caller = callerOf(route, event, runtime);
    if (caller !== undefined && isProblem(caller)) return caller;
    const actor = caller === undefined ? undefined : await acquaint(caller, runtime);
    const params = paramsOf(event);
    if (params === undefined) return problem(404, "resource.not-found");
    const serving = route.isCommand ? { ...runtime, store: runtime.store.forRequest() } : runtime;
    if ((await route.isKnownTo?.({ params, actor }, serving)) === false) return problem(404, "resource.not-found");
    const request = await readRequest(event, context, reading, { actor, params });
    const given = isProblem(request) ? request : await route.handle(request, serving, texts);
    const checked = isProblem(given) ? given : checkedAnswer(route, given, runtime);
    return isProblem(checked)
      ? calledAs(route, shownAt(route, absentIn(route, params, checked), runtime))
      : rendered(checked, route);
  };
}

/** Of a thing that is not there, a route with a word of its own says what comes first. */
function absentIn({ absent }: Route, { id = "" }: Readonly<Record<string, string>>, refused: Problem): Problem {
  const isOther = refused.code !== "resource.not-found" || refused.errors !== undefined;
  return absent === undefined || isOther ? refused : { ...refused, code: absent.code, details: { [absent.as]: id } };
}

/** A form can show each place that is blamed: one that the request does not have is struck and counted, and tests are told. */
function shownAt(route: Route, refused: Problem, { observability }: Runtime): Problem {
  const lost = refused.errors?.find((one) => !isInRequest(route, one));
  if (lost === undefined) return refused;
  const facts = { route: `${route.method} ${route.path}`, at: lost.pointer, code: lost.code };
  observability.count("AnswerDrift");
  observability.error(lostBlame, new TypeError(lostBlame), facts);
  const { errors = [], ...rest } = refused;
  const left = errors.filter((one) => isInRequest(route, one));
  return left.length === 0 ? rest : { ...rest, errors: left };
}

/** Each place in a request is called as its schema calls it, also where a rule refuses it. */
function calledAs(route: Route, refused: Problem): Problem {
  if (refused.errors === undefined) return refused;
  const errors = refused.errors.map((one) => {
    const field = one.field ?? titleAtPointer(route, one.pointer);
    return field === undefined ? one : { ...one, field };
  });
  return { ...refused, errors };
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
