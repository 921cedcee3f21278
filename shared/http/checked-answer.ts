import type { Runtime } from "../service/runtime.ts";
import { type Problem, problem } from "./problem.ts";
import type { Answer, Route } from "./route.ts";

/**
 * Holds a JSON answer against what its route promises (`returns`), so that only declared fields go out.
 * A value that does not fit is refused with 500. An undeclared field is struck and counted; where answers are
 * strict (tests, simulation) it is refused too.
 */
export function checkedAnswer(route: Route, answer: Answer, runtime: Runtime): Answer | Problem {
  if (route.produces !== undefined || !isPromised(route, answer)) return answer;
  const parsed = route.returns.safeParse(answer.body);
  if (!parsed.success) {
    drifted(route, runtime, pointerOf(parsed.error.issues[0]?.path ?? []));
    return problem(500, "answer.off-schema");
  }
  const undeclared = undeclaredIn(answer.body, parsed.data);
  if (undeclared === undefined) return { ...answer, body: parsed.data };
  drifted(route, runtime, pointerOf(undeclared));
  return runtime.strictAnswers === true ? problem(500, "answer.off-schema") : { ...answer, body: parsed.data };
}

const isPromised = ({ status, later }: Route, answer: Answer) =>
  answer.status === status || (later === true && answer.status === 202);

type Path = readonly PropertyKey[];
const pointerOf = (path: Path) => path.map((part) => `/${String(part)}`).join("");

/** Names the place, never the value: it may be personal. */
function drifted(route: Route, { observability }: Runtime, at: string): void {
  observability.count("AnswerDrift");
  observability.error("answer off its schema", new TypeError("answer off its schema"), {
    route: `${route.method} ${route.path}`,
    at,
  });
}

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

/** The first field that was given and that the schema does not know. */
function undeclaredIn(given: unknown, kept: unknown): Path | undefined {
  if (!isFields(given) || !isFields(kept)) return undefined;
  for (const name of Object.keys(given)) {
    const value = given[name];
    if (value === undefined) continue;
    if (!Object.hasOwn(kept, name)) return [name];
    const deeper = undeclaredIn(value, kept[name]);
    if (deeper !== undefined) return [name, ...deeper];
  }
  return undefined;
}
