/** One invocation in X-Ray's terms: all that `work` does is recorded under it. */
export type Tracing = <R>(work: () => Promise<R>) => Promise<R>;

/** Lambda sets this for every invocation; only sampled ones are recorded. */
const sampled = () => process.env._X_AMZN_TRACE_ID?.includes("Sampled=1") === true;

let tracing: Promise<Tracing> | undefined;

/**
 * Records the calls of these SDK clients in X-Ray (Powertools tracer). The tracer costs as much to load as a third of
 * the SDK; so it is loaded by the first sampled invocation after the one that started the process, which Lambda itself
 * records well enough.
 */
export function traced<E, R>(
  clients: readonly object[],
  handler: (event: E, context: never) => Promise<R>,
): (event: E, context: never) => Promise<R> {
  let started = false;
  return async (event, context) => {
    const first = !started;
    started = true;
    if (first || !sampled()) return handler(event, context);
    tracing ??= import("./tracer.ts").then(({ tracingOf }) => tracingOf(clients));
    return (await tracing)(() => handler(event, context));
  };
}
