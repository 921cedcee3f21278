import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { takeDirectory, unfinished } from "../../infra/embedded/data-directory.ts";
import { type RunningTown, startTown } from "../../infra/embedded/start.ts";
import { exportTown } from "../../infra/ops/move.ts";
import { restore } from "../../infra/ops/restore.ts";
import { OpsProblem } from "../../infra/ops/town-client.ts";
import { verifyDirectory } from "../../infra/ops/verify.ts";
import { aDataDirectory, Caller, testServices, testTown } from "../support/embedded.ts";

let town: RunningTown;
let clerk: Caller;
let directory: Awaited<ReturnType<typeof aDataDirectory>>;
let place: Awaited<ReturnType<typeof aDataDirectory>>;
let kept: string;

const start = (dataDir: string) => startTown({ town: testTown, services: testServices, port: 0, dataDir });
const { slug } = testTown.profile;
/** The same program, told that it is another town's. */
const elsewhere = { ...testTown, profile: { ...testTown.profile, slug: "elsewhere" } };
const verify = (path: string) => verifyDirectory(path, testTown.profile, testServices, () => undefined);

beforeAll(async () => {
  directory = await aDataDirectory();
  place = await aDataDirectory();
  town = await start(directory.path);
  clerk = await new Caller(town.url).as("clerk", "supervisor");
  kept = join(place.path, "kept");
  await drill(kept);
});

afterAll(async () => {
  await town.stop();
  await directory.remove();
  await place.remove();
});

const opsKey = () => readFileSync(join(directory.path, "ops-key"), "utf8");
const backupTo = (to: string) =>
  new Caller(town.url).post("/_ops/backup", { to }, { authorization: `Bearer ${opsKey()}` });

let written = 0;
/** Writes go on while the backup is made. */
async function drill(to: string): Promise<void> {
  let over = false;
  const writing = async () => {
    while (!over) {
      const id = await clerk.openTally();
      await clerk.post(`/tally/tallies/${id}/add`, { amounts: [1, 2] });
      written += 1;
    }
  };
  const writers = [writing(), writing(), writing()];
  while (written < 12) await new Promise((resolve) => setTimeout(resolve, 10));
  const answer = await backupTo(to);
  over = true;
  await Promise.all(writers);
  expect(answer.status).toBe(200);
}

describe("a backup of a town at work", () => {
  it("is one set: every history is whole, every file as it was", async () => {
    const report = await verify(kept);
    expect(report.faults).toEqual([]);
    expect(report.tables.tally?.states).toBeGreaterThanOrEqual(12);
  });

  it("is for its owner alone", () => {
    expect(statSync(kept).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(kept)) expect([name, statSync(join(kept, name)).mode & 0o077]).toEqual([name, 0]);
  });

  it("is refused where something is already, inside of the data, and without an absolute path", async () => {
    expect((await backupTo(kept)).body.code).toBe("ops.refused");
    expect((await backupTo(join(directory.path, "inside"))).body.code).toBe("ops.refused");
    expect((await backupTo("somewhere")).status).toBe(400);
  });

  it("restores into an empty directory, and the town goes on from there", async () => {
    const to = join(place.path, "restored");
    expect(await restore(kept, to, slug)).toBeGreaterThan(3);
    expect((await verify(to)).faults).toEqual([]);
    const again = await start(to);
    const caller = await new Caller(again.url).as("clerk");
    const { body } = await caller.get("/tally/tallies?book=%E4%B8%80&limit=5");
    await caller.openTally();
    await caller.settle();
    await again.stop();
    expect(body.items).toHaveLength(5);
    expect((await verify(to)).faults).toEqual([]);
  });

  it("is not restored over something, nor where a file has changed; then nothing is written", async () => {
    await expect(restore(kept, directory.path, slug)).rejects.toThrow(OpsProblem);
    const bad = copied("bad");
    writeFileSync(join(bad, "town-secret"), "another");
    const to = join(place.path, "never");
    await expect(restore(bad, to, slug)).rejects.toThrow(/town-secret/);
    expect(() => statSync(to)).toThrow();
    rmSync(join(bad, "backup.json"));
    await expect(restore(bad, to, slug)).rejects.toThrow(OpsProblem);
    await expect(restore(kept, join(kept, "inside"), slug)).rejects.toThrow(/inside of the backup/);
    expect((await verify(kept)).faults).toEqual([]);
  });

  it("is not opened while it is being restored, nor where that was cut off", async () => {
    const to = join(place.path, "half");
    const going = restore(kept, to, slug);
    while (!existsSync(join(to, "unfinished"))) await new Promise((resolve) => setImmediate(resolve));
    expect(() => takeDirectory(to)).toThrow(/restore was cut off/);
    await going;
    takeDirectory(to)();
    unfinished(to, "restore");
    await expect(start(to)).rejects.toThrow(/restore was cut off/);
    await expect(restore(kept, to, slug)).rejects.toThrow(/not empty/);
  });
});

describe("the data of a town that another name is told for", () => {
  const namesGuangtong = /is of the town guangtong, not of elsewhere/;

  it("are not opened as a second town beside the first", async () => {
    const to = copied("other");
    const before = statSync(join(to, "town.db")).size;
    await expect(startTown({ town: elsewhere, services: testServices, port: 0, dataDir: to })).rejects.toThrow(
      namesGuangtong,
    );
    expect(statSync(join(to, "town.db")).size).toBe(before);
    expect((await verify(to)).faults).toEqual([]);
  });

  it("are neither found whole, nor exported, nor restored", async () => {
    const { faults } = await verifyDirectory(kept, elsewhere.profile, testServices, () => undefined);
    expect(faults).toEqual([expect.stringMatching(namesGuangtong)]);
    const to = join(place.path, "elsewhere");
    await expect(restore(kept, to, "elsewhere")).rejects.toThrow(namesGuangtong);
    const where = { dataDir: kept, town: elsewhere.profile, services: testServices, version: "1" };
    await expect(exportTown({ ...where, cloud: false, account: undefined }, to, () => undefined)).rejects.toThrow(
      namesGuangtong,
    );
    expect(existsSync(to)).toBe(false);
  });

  it("are found wanting where there are none at all", async () => {
    const to = join(place.path, "empty");
    mkdirSync(to);
    new DatabaseSync(join(to, "town.db")).close();
    expect((await verify(to)).faults).toEqual([expect.stringMatching(/holds no data of a town/)]);
  });
});

/** The kept backup once more, without its list, as a data directory would be. */
function copied(name: string): string {
  const to = join(place.path, name);
  cpSync(kept, to, { recursive: true });
  return to;
}

describe("verify", () => {
  const tampered = (name: string, sql: string) => {
    const to = copied(name);
    rmSync(join(to, "backup.json"));
    const database = new DatabaseSync(join(to, "town.db"));
    database.exec(sql);
    database.close();
    return to;
  };

  it.each([
    [
      "a changed instant",
      `UPDATE "guangtong-tally" SET item = json_set(item, '$.time', '2026-01-01T00:00:00.000Z') WHERE sk = 'event#0000000002'`,
    ],
    [
      "a missing event",
      `DELETE FROM "guangtong-tally" WHERE seq = (SELECT max(seq) FROM "guangtong-tally" WHERE sk = 'event#0000000002')`,
    ],
    [
      "events without their state",
      `DELETE FROM "guangtong-tally" WHERE sk = 'state' AND seq = (SELECT max(seq) FROM "guangtong-tally" WHERE sk = 'state' AND pk LIKE 'tally#%')`,
    ],
  ])("finds %s", async (name, sql) => {
    expect((await verify(tampered(name, sql))).faults).not.toEqual([]);
  });

  it("finds a file that is missing", async () => {
    expect((await verify(join(place.path, "nowhere"))).faults).toHaveLength(1);
  });

  it("finds a backup of which a byte has changed", async () => {
    const bad = copied("byte");
    const path = join(bad, "town.db");
    const bytes = readFileSync(path);
    bytes[bytes.length - 100] = (bytes[bytes.length - 100] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    expect((await verify(bad)).faults).toEqual([expect.stringContaining("town.db")]);
  });
});
