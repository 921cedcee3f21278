import { traceIn } from "../observability/trace-context.ts";

/** Id and trace of an event, without reading the whole of it. */
export function namesIn(body: string): { readonly event?: string; readonly trace?: string } {
  const event = /^\{"specversion":"1\.0","id":"([^"\\]{1,300})"/.exec(body)?.[1];
  const traceparent = /"traceparent":"(00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2})"/.exec(body)?.[1];
  return {
    ...(event === undefined ? {} : { event }),
    ...(traceparent === undefined ? {} : { trace: traceIn(traceparent) }),
  };
}

/** The type of an event, without reading the whole of it; `unknown`: it is none. */
export const typeIn = (body: string): string => /"type":"([a-z][a-z0-9.-]{1,120})"/.exec(body)?.[1] ?? "unknown";
