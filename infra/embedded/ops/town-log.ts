import { namesIn } from "../../../shared/messaging/names-in.ts";
import { traceIdOf, traceIn } from "../../../shared/observability/trace-context.ts";
import type { DailyLog } from "./daily-log.ts";

/** What is told of a request while it is answered. */
export interface Noted {
  /** The route as it is declared. An address that leads nowhere stays out: it may hold anything. */
  route?: string;
  roles?: string;
  /** The person's key (D7). */
  person?: string;
  /** The caller's own trace, where he brought one. */
  traceparent?: string;
}

export interface RequestEnd extends Noted {
  readonly request: string;
  readonly method: string;
  readonly status: number;
  readonly milliseconds: number;
}

/** What became of a message at its consumer. */
export interface MessageEnd {
  readonly queue: string;
  readonly body: string;
  readonly type: string;
  readonly attempt: number;
  readonly outcome: "consumed" | "failed" | "dead";
  readonly reason?: string;
}

/** What happens in a town on this machine, line by line (P-13). No line holds a name, a number, a login, an address or a body. */
export interface TownLog {
  request(end: RequestEnd): void;
  message(end: MessageEnd): void;
}

export const townLog = (log: Pick<DailyLog, "write">): TownLog => ({
  request: ({ request, method, status, milliseconds, route = "unknown", roles, person, traceparent }) =>
    log.write({
      kind: "request",
      at: new Date().toISOString(),
      request,
      trace: traceparent === undefined ? traceIdOf(request) : traceIn(traceparent),
      method,
      route,
      status,
      milliseconds,
      roles,
      person,
    }),
  message: ({ body, ...end }) => log.write({ kind: "message", at: new Date().toISOString(), ...namesIn(body), ...end }),
});
