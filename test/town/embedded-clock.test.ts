import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import type { RunningTown } from "../../infra/embedded/start.ts";
import { aDataDirectory, Caller, startTestTown } from "../support/embedded.ts";

let town: RunningTown;
let clerk: Caller;
let directory: Awaited<ReturnType<typeof aDataDirectory>>;

async function start(): Promise<void> {
  town = await startTestTown({ dataDir: directory.path });
  clerk = await new Caller(town.url).as("clerk", "supervisor");
}

beforeAll(async () => {
  directory = await aDataDirectory();
  await start();
});

afterAll(async () => {
  await town.stop();
  await directory.remove();
});

const now = async () => z.string().parse((await clerk.get("/_embedded/clock")).body.now);
const inDays = async (days: number) =>
  Temporal.Instant.from(await now())
    .add({ hours: 24 * days })
    .toString({ smallestUnit: "second" });
const history = z.object({ events: z.array(z.object({ type: z.string(), time: z.string() })) });
const closedAt = async (id: string) =>
  history
    .parse((await clerk.get(`/tally/tallies/${id}/history`)).body)
    .events.find(({ type }) => type.endsWith("closed"))?.time;
const closings = async () => z.array(z.string()).parse((await clerk.get("/ledger/pages/closings")).body.closings ?? []);

describe("the clock", () => {
  it("tells instant and day of the town", async () => {
    const { body } = await clerk.get("/_embedded/clock");
    const today = Temporal.Instant.from(await now())
      .toZonedDateTimeISO("Asia/Shanghai")
      .toPlainDate();
    expect(body).toMatchObject({ today: today.toString(), offset: expect.any(Number) });
  });

  it("acts on every deadline on the way, in order, each at its instant", async () => {
    const [third, first, second] = [await inDays(3), await inDays(1), await inDays(2)];
    const ids = new Map<string, string>();
    for (const closesAt of [third, first, second]) ids.set(closesAt, await clerk.openTally({ book: "期", closesAt }));
    const { status, body } = await clerk.call("PUT", "/_embedded/clock", { advance: "P5D" });
    expect(status).toBe(200);
    expect(Temporal.Instant.compare(z.string().parse(body.now), third)).toBe(1);
    for (const [closesAt, id] of ids) expect(await closedAt(id)).toBe(closesAt);
    expect((await closings()).slice(-3)).toEqual([ids.get(first), ids.get(second), ids.get(third)]);
  });

  it("is set to an instant, and goes on from there", async () => {
    const target = await inDays(2);
    await clerk.call("PUT", "/_embedded/clock", { now: target });
    expect(Temporal.Instant.compare(await now(), target)).toBeGreaterThanOrEqual(0);
    const before = await now();
    await expect.poll(now).not.toBe(before);
  });

  it("never runs backwards", async () => {
    const { status, body } = await clerk.call("PUT", "/_embedded/clock", { now: "2020-01-01T00:00:00Z" });
    expect([status, body.code]).toEqual([409, "clock.backwards"]);
    expect((await clerk.call("PUT", "/_embedded/clock", { advance: "-P1D" })).status).toBe(409);
  });

  it("understands instants and spans, nothing else", async () => {
    for (const asked of [{ now: "tomorrow" }, { advance: "five days" }, { advance: 5 }, {}, [], { now: "2030-01-01" }])
      expect((await clerk.call("PUT", "/_embedded/clock", asked)).body.code).toBe("request.invalid");
  });

  it("signs nobody out", async () => {
    await clerk.call("PUT", "/_embedded/clock", { advance: "P30D" });
    expect((await clerk.get("/tally/tallies?book=a")).status).toBe(200);
  });
});

describe("a town that was off for weeks", () => {
  it("keeps its clock, and acts on what fell due meanwhile, in order", async () => {
    const [later, sooner] = [await inDays(20), await inDays(10)];
    const late = await clerk.openTally({ book: "远", closesAt: later });
    const soon = await clerk.openTally({ book: "近", closesAt: sooner });
    const before = await now();
    await town.stop();
    const file = join(directory.path, "clock.json");
    const { offsetMs } = z.object({ offsetMs: z.int() }).parse(JSON.parse(await readFile(file, "utf8")));
    await writeFile(file, JSON.stringify({ offsetMs: offsetMs + 30 * 86_400_000 }));
    await start();
    expect(Temporal.Instant.compare(await now(), before)).toBe(1);
    await clerk.settle();
    const [soonClosed, lateClosed] = [z.string().parse(await closedAt(soon)), z.string().parse(await closedAt(late))];
    expect(Temporal.Instant.compare(soonClosed, lateClosed)).toBeLessThanOrEqual(0);
    expect((await closings()).slice(-2).toSorted()).toEqual([soon, late].toSorted());
  });
});
