import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DailyLog } from "../../../infra/embedded/ops/daily-log.ts";
import { aDataDirectory } from "../../support/embedded.ts";

let directory: Awaited<ReturnType<typeof aDataDirectory>>;
let day: string;

beforeEach(async () => {
  directory = await aDataDirectory();
  day = "2026-11-27";
});
afterEach(() => directory.remove());

const open = (keptDays = 183) => new DailyLog(join(directory.path, "log"), keptDays, () => day);
const names = () => readdirSync(join(directory.path, "log")).toSorted();
const textOf = (name: string) => readFileSync(join(directory.path, "log", name));

describe("the log of a town (P-13)", () => {
  it("has a line of JSON for each thing that happened, in order", async () => {
    const log = open();
    for (const status of [200, 201, 409]) log.write({ kind: "request", status });
    await log.close();
    expect(textOf("2026-11-27.jsonl").toString()).toBe(
      '{"kind":"request","status":200}\n{"kind":"request","status":201}\n{"kind":"request","status":409}\n',
    );
  });

  it("begins a file with the day, and compresses the one that is over", async () => {
    const log = open();
    log.write({ at: 1 });
    await log.flush();
    day = "2026-11-28";
    log.write({ at: 2 });
    await log.close();
    expect(names()).toEqual(["2026-11-27.jsonl.gz", "2026-11-28.jsonl"]);
    expect(gunzipSync(textOf("2026-11-27.jsonl.gz")).toString()).toBe('{"at":1}\n');
  });

  it("keeps the oldest day it must, and removes the day before", async () => {
    const old = open();
    old.write({});
    await old.close();
    writeFileSync(join(directory.path, "log", "2026-05-28.jsonl.gz"), "");
    writeFileSync(join(directory.path, "log", "2026-05-27.jsonl.gz"), "");
    const log = open();
    log.write({});
    await log.close();
    expect(names()).toEqual(["2026-05-28.jsonl.gz", "2026-11-27.jsonl"]);
  });

  it("waits with its lines while the disk takes none, says so, and writes them when it does again", async () => {
    const log = open();
    const inTheWay = join(directory.path, "log", "2026-11-27.jsonl");
    rmSync(join(directory.path, "log"), { recursive: true });
    log.write({ at: 1 });
    await log.flush();
    expect(log.state).toEqual({ failure: expect.stringContaining("ENOENT"), dropped: 0 });
    const again = open();
    log.write({ at: 2 });
    await log.close();
    await again.close();
    expect(log.state.failure).toBeUndefined();
    expect(readFileSync(inTheWay, "utf8")).toBe('{"at":1}\n{"at":2}\n');
  });

  it("loses the oldest lines, and counts them, when too many wait", () => {
    const log = open();
    rmSync(join(directory.path, "log"), { recursive: true });
    for (let at = 0; at < 20_005; at += 1) log.write({ at });
    expect(log.state.dropped).toBe(5);
  });
});
