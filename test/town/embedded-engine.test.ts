import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { DescribeTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import * as z from "zod";
import type { RunningTown } from "../../infra/embedded/start.ts";
import { aDataDirectory, Caller, startTestTown, testTown } from "../support/embedded.ts";
import { startEngine } from "../support/engine.ts";
import { ledgerService } from "../support/ledger.ts";
import { tallyService } from "../support/tally.ts";

let directory: Awaited<ReturnType<typeof aDataDirectory>>;
beforeEach(async () => {
  directory = await aDataDirectory();
});
afterEach(() => directory.remove());

const count = z.object({ records: z.int(), newest: z.int() });

/** How many stream records the tally table has kept, and the highest sequence number. */
function keptRecords() {
  const file = new DatabaseSync(join(directory.path, "town.db"), { readOnly: true });
  const found = file
    .prepare(
      "SELECT COUNT(*) AS records, MAX(CAST(sequence_number AS INTEGER)) AS newest FROM _stream_records WHERE table_name = 'guangtong-tally'",
    )
    .get();
  const index = file.prepare("SELECT 1 FROM sqlite_master WHERE name = 'qz_stream_order'").get();
  file.close();
  return { ...count.parse(found), indexed: index !== undefined };
}

async function writeSome(town: RunningTown): Promise<string> {
  const clerk = await new Caller(town.url).as("clerk");
  const id = await clerk.openTally();
  for (const amount of [1, 2, 3]) await clerk.post(`/tally/tallies/${id}/add`, { amounts: [amount] });
  await clerk.settle();
  return id;
}

describe("the data directory", () => {
  it("is the owner's alone", async () => {
    const town = await startTestTown({ dataDir: directory.path });
    await writeSome(town);
    await town.stop();
    for (const name of ["cursor-secret", "token-key.pem", "checkpoint.json"])
      expect([name, statSync(join(directory.path, name)).mode & 0o777]).toEqual([name, 0o600]);
    expect(readdirSync(directory.path).filter((name) => name.endsWith(".new"))).toEqual([]);
  });
});

describe("the stream", () => {
  it("is indexed, trimmed at the start of what all have consumed, and never numbered anew", async () => {
    const alone = { ...testTown, profile: { ...testTown.profile, subscribers: [] } };
    const first = await startTestTown({ dataDir: directory.path, town: alone });
    await writeSome(first);
    await first.stop();
    const before = keptRecords();
    expect(before.indexed).toBe(true);
    const second = await startTestTown({ dataDir: directory.path, town: alone });
    const trimmed = keptRecords();
    expect(trimmed.records).toBeLessThan(before.records);
    expect(trimmed.newest).toBe(before.newest);
    const id = await writeSome(second);
    const { body } = await new Caller(second.url).get(`/ledger/pages/${id}`);
    expect(body).toMatchObject({ entries: 3, sum: 6 });
    expect(keptRecords().newest).toBeGreaterThan(before.newest);
    await second.stop();
  });

  it("keeps what a department that never reads has not consumed", async () => {
    const first = await startTestTown({ dataDir: directory.path });
    await writeSome(first);
    await first.stop();
    const before = keptRecords();
    const second = await startTestTown({ dataDir: directory.path });
    expect(keptRecords().records).toBeGreaterThan(before.records / 2);
    await second.stop();
  });
});

describe("tables", () => {
  it("are given an index that a new version declares", async () => {
    await (await startTestTown({ dataDir: directory.path })).stop();
    const grown = {
      ...tallyService,
      indexes: [...tallyService.indexes, { name: "byHolder", projection: "all" as const }],
    };
    const town = await startTestTown({ dataDir: directory.path, services: [grown, ledgerService] });
    expect((await new Caller(town.url).get("/health")).status).toBe(200);
    await town.stop();
    const file = new DatabaseSync(join(directory.path, "town.db"), { readOnly: true });
    const row = file.prepare("SELECT gsi_definitions FROM _tables WHERE table_name = 'guangtong-tally'").get();
    file.close();
    expect(JSON.stringify(row)).toContain("byHolder");
  });

  it("may live in another engine, named as the SDK names it", async () => {
    const engine = await startEngine();
    const endpoint = process.env.AWS_ENDPOINT_URL_DYNAMODB;
    try {
      const town = await startTestTown({ dataDir: directory.path });
      const id = await writeSome(town);
      expect((await new Caller(town.url).get(`/ledger/pages/${id}`)).body).toMatchObject({ entries: 3 });
      expect(town.enginePid).toBeUndefined();
      await town.stop();
      expect(readdirSync(directory.path)).not.toContain("town.db");
      const client = new DynamoDBClient({ endpoint: endpoint ?? "" });
      const { Table } = await client.send(new DescribeTableCommand({ TableName: "guangtong-tally" }));
      client.destroy();
      expect(Table?.TableStatus).toBe("ACTIVE");
    } finally {
      await engine.stop();
      delete process.env.AWS_ENDPOINT_URL_DYNAMODB;
    }
  });
});
