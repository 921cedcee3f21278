import type { HttpEvent, HttpResult } from "../../shared/http/api.ts";

/** Path → what is served there: made at synth, written into the function. */
export type Served = Readonly<Record<string, { readonly type: string; readonly body: string }>>;

/** The paths of a town's API that belong to no service. */
export function docs(served: Served) {
  return async ({ rawPath }: Pick<HttpEvent, "rawPath">): Promise<HttpResult> => {
    const found = served[rawPath];
    if (found === undefined) return { statusCode: 404, body: "" };
    const headers = {
      "content-type": found.type,
      "cache-control": rawPath === "/health" ? "no-store" : "public, max-age=300",
      "x-content-type-options": "nosniff",
    };
    return { statusCode: 200, headers, body: found.body };
  };
}
