import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTown } from "../../infra/embedded/start.ts";
import { exportTown, importTown } from "../../infra/ops/move.ts";
import { OpsProblem } from "../../infra/ops/town-client.ts";
import { verifyTables } from "../../infra/ops/verify.ts";
import { dynamoTable } from "../../shared/store/dynamo-table.ts";
import { aDataDirectory, Caller, testServices, testTown } from "../support/embedded.ts";
import { type Engine, startEngine } from "../support/engine.ts";
import { poison } from "../support/ledger.ts";

let from: Awaited<ReturnType<typeof aDataDirectory>>;
let place: Awaited<ReturnType<typeof aDataDirectory>>;
let exported: string;
let before: readonly unknown[];
const ids: string[] = [];

const nothing = () => undefined;
const where = (dataDir: string) => ({
  ...{ dataDir, town: testTown.profile, services: testServices, version: "0.1.0", cloud: false, account: undefined },
});
const start = (dataDir: string, dynamodb?: string) =>
  startTown({
    town: testTown,
    services: testServices,
    port: 0,
    dataDir,
    ...(dynamodb === undefined ? {} : { dynamodb }),
  });

/** What front ends read: views, lists, histories. */
async function readsOf(url: string): Promise<readonly unknown[]> {
  const clerk = await new Caller(url).as("clerk", "supervisor");
  const paths = ids.flatMap((id) => [`/tally/tallies/${id}`, `/tally/tallies/${id}/history`, `/ledger/pages/${id}`]);
  const all = await Promise.all(paths.map(async (path) => (await clerk.get(path)).body));
  return [...all, (await clerk.get("/tally/tallies?book=%E7%A7%BB")).body.items];
}

beforeAll(async () => {
  [from, place] = [await aDataDirectory(), await aDataDirectory()];
  exported = join(place.path, "exported");
  const town = await start(from.path);
  const clerk = await new Caller(town.url).as("clerk");
  for (let round = 0; round < 6; round += 1) {
    const id = await clerk.openTally({ book: "移" });
    await clerk.post(`/tally/tallies/${id}/add`, { amounts: [round, 7] });
    ids.push(id);
  }
  await clerk.settle();
  before = await readsOf(town.url);
  mkdirSync(join(from.path, "files", "tally", "kept", "a~b"), { recursive: true });
  writeFileSync(join(from.path, "files", "tally", "kept", "a~b", "content"), "内容");
  writeFileSync(join(from.path, "files", "tally", "kept", "a~b", "facts.json"), "{}");
  await town.stop();
  await exportTown(where(from.path), exported, nothing);
});

afterAll(async () => {
  await from.remove();
  await place.remove();
});

describe("a town that moves", () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await startEngine();
  });
  afterAll(() => engine.stop());

  it("answers the same on another engine with streams, to the hash of each event", { timeout: 120_000 }, async () => {
    process.env.AWS_ENDPOINT_URL_DYNAMODB = engine.endpoint;
    const to = join(place.path, "on-engine");
    try {
      await importTown(where(to), exported, nothing);
    } finally {
      delete process.env.AWS_ENDPOINT_URL_DYNAMODB;
    }
    const tables = new Map(testServices.map(({ name }) => [name, dynamoTable(`guangtong-${name}`, engine.client)]));
    const { faults, tables: counts } = await verifyTables(tables, nothing);
    expect(faults).toEqual([]);
    expect(counts.tally?.states).toBeGreaterThanOrEqual(6);
    const town = await start(to, engine.endpoint);
    const clerk = await new Caller(town.url).as("clerk");
    await clerk.settle();
    expect(await readsOf(town.url)).toEqual(before);
    await clerk.post(`/tally/tallies/${ids[0]}/add`, { amounts: [100] });
    await clerk.settle();
    expect((await clerk.get(`/ledger/pages/${ids[0]}`)).body).toMatchObject({ entries: 3, sum: 107 });
    await town.stop();
  });

  it("tells nobody again what they have heard of, and goes on", { timeout: 60_000 }, async () => {
    const to = join(place.path, "on-file");
    await importTown(where(to), exported, nothing);
    const town = await start(to);
    const clerk = await new Caller(town.url).as("clerk");
    await clerk.settle();
    expect(await readsOf(town.url)).toEqual(before);
    for (const { waiting, dead } of await town.queues.states()) expect([waiting, dead]).toEqual([0, 0]);
    await clerk.openTally();
    await clerk.settle();
    await town.stop();
    expect(readFileSync(join(to, "files", "tally", "kept", "a~b", "content"), "utf8")).toBe("内容");
    expect(readFileSync(join(to, "town-secret"))).toEqual(readFileSync(join(from.path, "town-secret")));
  });

  it("may be imported again after a run that was cut off, but not over another town's records", async () => {
    const to = join(place.path, "twice");
    await importTown(where(to), exported, nothing);
    await importTown(where(to), exported, nothing);
    const town = await start(to);
    await (await new Caller(town.url).as("clerk")).post(`/tally/tallies/${ids[0]}/add`, { amounts: [1] });
    await town.stop();
    await expect(importTown(where(to), exported, nothing)).rejects.toThrow(OpsProblem);
  });

  it("does not leave while an event is dead, nor into a directory with something in it", async () => {
    await expect(exportTown(where(from.path), exported, nothing)).rejects.toThrow(/not empty/);
    const town = await start(from.path);
    const clerk = await new Caller(town.url).as("clerk");
    await clerk.post(`/tally/tallies/${ids[1]}/add`, { amounts: [poison] });
    await clerk.settle();
    await town.stop();
    await expect(exportTown(where(from.path), join(place.path, "busy"), nothing)).rejects.toThrow(/under way, or dead/);
  });

  it("does not arrive with a line changed, or as another town", async () => {
    const set = readFileSync(join(exported, "town.json"), "utf8");
    writeFileSync(join(exported, "town.json"), set.replace('"town": "guangtong"', '"town": "elsewhere"'));
    await expect(importTown(where(join(place.path, "other")), exported, nothing)).rejects.toThrow(/elsewhere/);
    writeFileSync(join(exported, "town.json"), set);
    appendFileSync(join(exported, "tally.jsonl"), "\n");
    await expect(importTown(where(join(place.path, "changed")), exported, nothing)).rejects.toThrow(/tally\.jsonl/);
  });
});
