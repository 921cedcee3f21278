import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import * as z from "zod";
import { services } from "../../infra/services.ts";
import { ByDocument } from "../support/by-document.ts";
import { fuzzed } from "../support/fuzzing.ts";
import { aLivedTown, type LivedTown } from "../support/lived-town.ts";
import { type Overheard, overhear } from "../support/overheard.ts";
import { readsIn } from "./reads.ts";
import { rightsIn } from "./rights.ts";
import { thingsIn } from "./things.ts";
import { namesIn } from "./told.ts";

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

let lived: LivedTown;
let overheard: Overheard;
beforeAll(async () => {
  vi.stubEnv("POWERTOOLS_LOG_LEVEL", "INFO");
  for (const level of ["log", "info", "warn", "error", "debug"] as const) vi.spyOn(console, level).mockReturnValue();
  overheard = overhear();
  lived = await aLivedTown();
  overheard.stop();
});
afterAll(() => lived.stop());

rightsIn(() => lived);
readsIn(() => lived);
namesIn(() => lived);
thingsIn(() => lived);

/** Registers that anybody consults: an entry has no other record to be read from. */
const registers = [
  "/permits/approvals",
  "/permits/announcements",
  "/permits/answers",
  "/permits/inspections/published",
  "/grid-events/exposures",
];
const page = z.object({ items: z.array(z.unknown()) });

test("A5: a row of a list has half a kilobyte at the most", async () => {
  const lists = services
    .flatMap(({ routes }) => routes)
    .filter(
      ({ method, path, query }) =>
        method === "GET" && query instanceof z.ZodObject && "cursor" in query.shape && !registers.includes(path),
    );
  const told = overheard.exchanges.filter(({ method, status }) => method === "GET" && status === 200);
  const anybody = lists.filter(({ allow, path }) => allow === "public" && !path.includes("{"));
  const read = await Promise.all(
    anybody.map(async ({ path }) => ({ path, text: await (await fetch(`${lived.town.url}${path}?limit=100`)).text() })),
  );
  const sizes = [...told, ...read].flatMap(({ path, text }) => {
    const isList = lists.some((route) => route.path === path.split("?")[0]);
    const items = isList ? (page.safeParse(JSON.parse(text)).data?.items ?? []) : [];
    return items.map((item) => ({ path, bytes: Buffer.byteLength(JSON.stringify(item)) }));
  });
  expect(sizes.length).toBeGreaterThan(500);
  expect(sizes.filter(({ bytes }) => bytes > 512)).toEqual([]);
});

test("A5: the drop-down of guides has 25 KB at the most", async () => {
  const response = await fetch(`${lived.town.url}/permits/guides?limit=100`);
  const { items } = page.parse(await response.json());
  expect(items.length).toBeGreaterThan(50);
  expect(gzipSync(JSON.stringify(items)).length).toBeLessThanOrEqual(25 * 1024);
});

/** The same as `npm run test:fuzz`, but short and always with the same requests; it changes the town. */
test("A8: all roles ask some hundred things that the document says, and things near it", async () => {
  const { faults, statuses } = await fuzzed(lived, overheard.exchanges, {
    seed: 2026,
    from: 0,
    requests: 400,
    below: [],
  });
  expect([200, 400, 401, 403, 404, 409, 422].filter((status) => !statuses.has(status))).toEqual([]);
  expect(faults).toEqual([]);
});

/** Last: it works long without a pause, and waiting connections would be closed meanwhile. */
test("A8: all that the demo asks, and all that it is answered, is as the document says", async () => {
  const document = new ByDocument(await (await fetch(`${lived.town.url}/openapi/town.json`)).json());
  const known = overheard.exchanges.filter(({ path }) => document.templateOf(path) !== undefined);
  expect(new Set(known.map(({ path }) => document.templateOf(path))).size).toBeGreaterThan(80);
  expect([...new Set(known.flatMap((one) => document.faultsOf(one)))]).toEqual([]);
});
