import { compressed } from "../../shared/http/compression.ts";
import { contentPolicy } from "../../shared/http/content-policy.ts";
import type { HttpEvent, HttpResult } from "../../shared/http/event.ts";
import { withoutBody } from "../../shared/http/finishing.ts";

/** Path → what is served there: made at synth, written into the function. */
export type Served = Readonly<Record<string, { readonly type: string; readonly body: string }>>;

/** What goes with a document of the town: anybody may keep it a while; a page runs no script. */
export const documentHeaders = (type: string): Record<string, string> => ({
  "content-type": type,
  "cache-control": "public, max-age=300",
  "x-content-type-options": "nosniff",
  ...(type.startsWith("text/html") ? { "content-security-policy": contentPolicy } : {}),
});

type Asked = Pick<HttpEvent, "rawPath"> & {
  readonly headers?: HttpEvent["headers"];
  readonly requestContext?: { readonly requestId: string; readonly http: { readonly method: string } };
};

/** The paths of a town's API that belong to no service. */
export function docs(served: Served) {
  return async ({ rawPath, headers = {}, requestContext }: Asked): Promise<HttpResult> => {
    const found = served[rawPath];
    const named = requestContext === undefined ? {} : { "x-request-id": requestContext.requestId };
    if (found === undefined) return { statusCode: 404, headers: named, body: "" };
    const kept = documentHeaders(found.type);
    if (rawPath === "/health") kept["cache-control"] = "no-store";
    const whole = { statusCode: 200, headers: { ...kept, ...named }, body: found.body };
    const answer = await compressed(whole, headers["accept-encoding"]);
    return requestContext?.http.method === "HEAD" ? withoutBody(answer) : answer;
  };
}
