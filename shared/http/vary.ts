import type { HttpResult } from "./event.ts";

type Headers = NonNullable<HttpResult["headers"]>;

/** Adds names to `Vary`, each once. */
export function withVary(headers: Headers, ...names: readonly string[]): Headers {
  const known = String(headers.vary ?? "")
    .split(",")
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== "");
  return { ...headers, vary: [...new Set([...known, ...names])].join(", ") };
}
