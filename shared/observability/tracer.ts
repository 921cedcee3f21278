import { Tracer } from "@aws-lambda-powertools/tracer";
import type { Tracing } from "./tracing.ts";

const tracer = new Tracer({ captureHTTPsRequests: false });
tracer.provider.setContextMissingStrategy("IGNORE_ERROR");

/** X-Ray's stand-in for Lambda's own segment; it is in sight only while the SDK is being loaded. */
const invocation = tracer.isTracingEnabled() ? tracer.getSegment() : undefined;

/** Invocations do not descend from the one that loaded the tracer, so each is given its segment anew. */
export function tracingOf(clients: readonly object[]): Tracing {
  for (const client of clients) tracer.captureAWSv3Client(client);
  return async (work) => {
    if (invocation === undefined) return work();
    return tracer.provider.getNamespace().runAndReturn(() => {
      tracer.setSegment(invocation);
      return work();
    });
  };
}
