import { afterAll, beforeAll, vi } from "vitest";
import { aLivedTown, type LivedTown } from "../support/lived-town.ts";
import { numbersIn } from "./told.ts";

/** A thousand people take a minute: `npm run test:engine` tries them, `npm test` does not. */
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

let lived: LivedTown;
beforeAll(async () => {
  vi.stubEnv("POWERTOOLS_LOG_LEVEL", "INFO");
  for (const level of ["log", "info", "warn", "error", "debug"] as const) vi.spyOn(console, level).mockReturnValue();
  lived = await aLivedTown();
});
afterAll(() => lived.stop());

numbersIn(() => lived);
