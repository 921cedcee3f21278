import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import * as z from "zod";
import { verifyDirectory } from "../../infra/ops/verify.ts";
import { aDataDirectory, Caller, testServices, testTown } from "../support/embedded.ts";
import { startTownProcess } from "../support/town-process.ts";

let directory: Awaited<ReturnType<typeof aDataDirectory>>;
beforeEach(async () => {
  directory = await aDataDirectory();
});
afterEach(() => directory.remove());

/** No file of the process may grow beyond this: a write past it fails as on a full disk. */
const limitFiles = (pid: number, bytes: number | "unlimited") =>
  execFileSync("prlimit", ["--pid", String(pid), `--fsize=${bytes}:unlimited`]);

const health = z.object({ status: z.string(), parts: z.record(z.string(), z.string()) });
const partsOf = async (url: string) => health.parse((await new Caller(url).get("/health")).body).parts;

describe("a full disk (M4)", () => {
  it("refuses, is told within ten seconds, loses nothing acknowledged, and is over by itself", {
    timeout: 180_000,
  }, async () => {
    const town = await startTownProcess(directory.path);
    const clerk = await new Caller(town.url).as("clerk");
    const acknowledged: string[] = [];
    for (let count = 0; count < 20; count += 1) acknowledged.push(await clerk.openTally());
    await clerk.settle();
    const size = statSync(join(directory.path, "town.db-wal")).size;
    limitFiles(town.pid, size + 64 * 1024);
    let refused = 0;
    for (let count = 0; count < 200 && refused < 5; count += 1) {
      const { status, body } = await clerk.post("/tally/tallies", { book: "满" });
      if (status === 201) acknowledged.push(z.string().parse(body.id));
      else refused += 1;
    }
    expect(refused).toBe(5);
    await expect.poll(() => partsOf(town.url), { timeout: 10_000, interval: 500 }).toMatchObject({ data: "failing" });
    limitFiles(town.pid, "unlimited");
    await expect.poll(() => partsOf(town.url), { timeout: 30_000, interval: 500 }).toMatchObject({ data: "ok" });
    acknowledged.push(await clerk.openTally());
    await clerk.settle();
    // A backup that finds no room says so, and leaves nothing behind that looks like one
    const key = readFileSync(join(directory.path, "ops-key"), "utf8");
    const to = join(directory.path, "..", `${basename(directory.path)}-backup`);
    const backup = () => new Caller(town.url).post("/_ops/backup", { to }, { authorization: `Bearer ${key}` });
    limitFiles(town.pid, 16 * 1024);
    const { status, body } = await backup();
    limitFiles(town.pid, "unlimited");
    expect([status, body.code, readdirSync(to)]).toEqual([422, "ops.refused", []]);
    await expect.poll(() => partsOf(town.url), { timeout: 30_000, interval: 500 }).toMatchObject({ data: "ok" });
    expect((await backup()).status).toBe(200);
    expect((await verifyDirectory(to, testTown.profile, testServices, () => undefined)).faults).toEqual([]);
    rmSync(to, { recursive: true });
    for (const id of acknowledged) expect((await clerk.get(`/tally/tallies/${id}`)).status).toBe(200);
    expect(await town.interrupt()).toBe(0);
    const report = await verifyDirectory(directory.path, testTown.profile, testServices, () => undefined);
    expect(report.faults).toEqual([]);
  });
});
