import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { ByDocument } from "../support/by-document.ts";
import { aLivedTown, type LivedTown } from "../support/lived-town.ts";
import { type Overheard, overhear } from "../support/overheard.ts";
import { rightsIn } from "./rights.ts";

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

let lived: LivedTown;
let overheard: Overheard;
beforeAll(async () => {
  vi.spyOn(console, "log").mockReturnValue();
  overheard = overhear();
  lived = await aLivedTown();
  overheard.stop();
});
afterAll(() => lived.stop());

rightsIn(() => lived);

/** Last: it works long without a pause, and waiting connections would be closed meanwhile. */
test("A8: all that the demo asks, and all that it is answered, is as the document says", async () => {
  const document = new ByDocument(await (await fetch(`${lived.town.url}/openapi.json`)).json());
  const known = overheard.exchanges.filter(({ path }) => document.templateOf(path) !== undefined);
  expect(new Set(known.map(({ path }) => document.templateOf(path))).size).toBeGreaterThan(80);
  expect([...new Set(known.flatMap((one) => document.faultsOf(one)))]).toEqual([]);
});
