import { traceIdOf, traceIn, traceparentOf } from "../observability/trace-context.ts";
import { actorKey, type Runtime } from "../service/runtime.ts";
import { actorOf } from "./claims.ts";
import type { HttpEvent, HttpResult } from "./event.ts";
import { isProblem, type Problem } from "./problem.ts";
import type { Route } from "./route.ts";

/** A request that was answered. */
interface Ended {
  readonly route: Pick<Route, "method" | "path">;
  readonly event: HttpEvent;
  readonly answer: HttpResult | Problem;
  readonly milliseconds: number;
}

/**
 * What the log tells of a request (P-13), the same as on one machine: the declared route, the status, the time, its id and
 * trace, and who asked, by roles and key (D7). No name, number, login, address or body.
 */
export function logRequest({ route, event, answer, milliseconds }: Ended, runtime: Runtime): void {
  const { requestId, authorizer } = event.requestContext;
  const { traceparent } = event.headers;
  const actor = authorizer === undefined ? undefined : actorOf(authorizer.jwt.claims);
  runtime.observability.info("request", {
    request: requestId,
    trace: traceparent === undefined ? traceIdOf(requestId) : traceIn(traceparentOf(traceparent, requestId)),
    route: `${route.method} ${route.path}`,
    status: isProblem(answer) ? answer.status : answer.statusCode,
    ms: Math.round(milliseconds),
    ...(isProblem(answer) ? { code: answer.code } : {}),
    ...(actor === undefined ? {} : { roles: actor.roles.join(" "), person: actorKey(runtime, actor.sub) }),
  });
}
