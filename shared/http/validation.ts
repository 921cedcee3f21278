import type * as z from "zod";
import { titleIn } from "./field-title.ts";
import { type BadValue, type ProblemTexts, problem, textOf } from "./problem.ts";

const pointerOf = (path: readonly PropertyKey[]) =>
  path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

/** How a place is named: in a body by JSON pointer, in a query by its parameter. */
const places = { body: pointerOf, query: (path: readonly PropertyKey[]) => `?${path.map(String).join(".")}` };
type Place = keyof typeof places;

type Issue = z.core.$ZodIssue;

/**
 * Whether a document of JSON Schema cannot say it: a check digit, or one field against another. Such a request is well formed, and
 * a rule refuses it.
 */
const isBeyondSchema = (issue: Issue): boolean =>
  issue.code === "custom" ||
  (issue.code === "invalid_union" && issue.errors.some((branch) => branch.every(isBeyondSchema)));

/** Of a choice the one branch that is right but for a rule speaks for it; else the one of the kind that was sent. */
function spoken(issue: Issue): readonly Issue[] {
  if (issue.code !== "invalid_union") return [issue];
  const branch = issue.errors.find((one) => one.every(isBeyondSchema)) ?? ofItsKind(issue.errors);
  return branch?.map((one) => ({ ...one, path: [...issue.path, ...one.path] })).flatMap(spoken) ?? [issue];
}

/** The one branch that is wrong only in its parts, or only has more of them than it may. */
function ofItsKind(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const deeper = branches.filter((one) => one.every(({ path }) => path.length > 0));
  const wider = branches.filter((one) =>
    one.every(({ path, code }) => path.length > 0 || code === "unrecognized_keys"),
  );
  const [only, another] = deeper.length > 0 ? deeper : wider;
  return another === undefined ? only : undefined;
}

/** A zod issue as a stable code and the details its text needs. A schema's own message is a code of its own. */
function meaning(issue: Issue): { code: string; details: Record<string, unknown> } {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined
        ? { code: "value.missing", details: {} }
        : { code: "value.wrong-type", details: { expected: issue.expected } };
    case "too_small":
      return { code: "value.too-short", details: { minimum: String(issue.minimum) } };
    case "too_big":
      return { code: "value.too-long", details: { maximum: String(issue.maximum) } };
    case "invalid_value":
      return issue.input === undefined
        ? { code: "value.missing", details: {} }
        : { code: "value.not-allowed", details: { values: issue.values.map(String) } };
    case "invalid_union":
      // Which of several forms it is says one field: its values are told.
      return "options" in issue && Array.isArray(issue.options)
        ? { code: "value.not-allowed", details: { values: issue.options.map(String) } }
        : { code: "value.bad-format", details: {} };
    default:
      return { code: "value.bad-format", details: {} };
  }
}

/** An issue of a schema as problems tell it: a stable code and its text. */
export function badValues(issue: Issue, texts: ProblemTexts, place: Place): BadValue[] {
  if (issue.code === "unrecognized_keys") {
    const code = place === "query" ? "value.unknown-parameter" : "value.unknown-field";
    return issue.keys.map((key) => ({
      pointer: places[place]([...issue.path, key]),
      code,
      detail: textOf(code, {}, texts),
    }));
  }
  const found = meaning(issue);
  const code = Object.hasOwn(texts, issue.message) ? issue.message : found.code;
  return [{ pointer: places[place](issue.path), code, detail: textOf(code, found.details, texts) }];
}

/**
 * Parses untrusted input; a failure names every bad value by JSON pointer, or `?name` in a query. 400 says that it is not as the
 * document describes, 422 that it is, and a rule beyond the document refuses it.
 */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown, texts: ProblemTexts, place: Place = "body") {
  const result = schema.safeParse(input, { reportInput: true });
  if (result.success) return { ok: true as const, value: result.data };
  const { issues } = result.error;
  const errors = issues.flatMap(spoken).flatMap((issue) => {
    const field = titleIn(schema, issue.path);
    return badValues(issue, texts, place).map((one) => (field === undefined ? one : { ...one, field }));
  });
  const status = issues.every(isBeyondSchema) ? 422 : 400;
  return { ok: false as const, problem: problem(status, "request.invalid", { errors }) };
}

/** What was parsed with this very schema before the route was entered; the route's type says so, a request's cannot. */
export function parsedBy<S extends z.ZodType>(_schema: S | undefined, value: unknown): z.output<S> {
  const trusts = (_value: unknown): _value is z.output<S> => true;
  if (trusts(value)) return value;
  throw new TypeError("unreachable");
}
