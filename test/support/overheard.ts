import { vi } from "vitest";
import { services } from "../../infra/services.ts";
import type { Exchange } from "./by-document.ts";
import { noteExchange } from "./exchanges.ts";

const routes = services.flatMap((service) => service.routes);

export interface Overheard {
  readonly exchanges: readonly Exchange[];
  stop(): void;
}

/** Listens to all that this process asks over HTTP, until it is stopped. */
export function overhear(): Overheard {
  const exchanges: Exchange[] = [];
  const over = globalThis.fetch;
  const spy = vi.spyOn(globalThis, "fetch").mockImplementation(async (to, init) => {
    const response = await over(to, init);
    const { pathname, search } = new URL(String(to));
    const type = response.headers.get("content-type") ?? undefined;
    const text = type?.includes("json") === true ? await response.clone().text() : "";
    const exchange = {
      ...{ method: init?.method ?? "GET", path: `${pathname}${search}`, status: response.status, type, text },
      sent: typeof init?.body === "string" ? init.body : undefined,
    };
    exchanges.push(exchange);
    noteExchange(routes, exchange);
    return response;
  });
  return { exchanges, stop: () => spy.mockRestore() };
}
