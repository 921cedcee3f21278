import { once } from "node:events";
import { createServer } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { aDataDirectory, Caller, startTestTown } from "../support/embedded.ts";
import { surviveKillInACrowd, surviveKills } from "../support/killing.ts";
import { anOpenedTown } from "../support/opened-town.ts";
import { outcomeOf, run, startTownProcess } from "../support/town-process.ts";

let directory: Awaited<ReturnType<typeof aDataDirectory>>;
beforeEach(async () => {
  directory = await aDataDirectory();
});
afterEach(() => directory.remove());

const main = "infra/embedded/npm-start.js";
describe("kill -9", () => {
  // A hundred times: test/crash.
  it("six times under load loses nothing acknowledged and consumes nothing twice", { timeout: 120_000 }, async () => {
    expect(await surviveKills(6)).toBeGreaterThanOrEqual(36);
  });

  it("does nothing twice in the midst of a crowd", { timeout: 60_000 }, () => surviveKillInACrowd(60));
});

describe("SIGTERM", () => {
  it.each(["deadline", "delivery"])("ends a town in which a %s hangs", { timeout: 60_000 }, async (hung) => {
    const child = run("test/support/hung-town-main.ts", [directory.path, hung]);
    const ended = once(child, "exit");
    const [said] = await once(child.stdout ?? child, "data");
    const clerk = await new Caller(String(said).trim()).as("clerk");
    await clerk.openTally({ book: "止", closesAt: "2026-01-01T00:00:00Z" });
    const settling = clerk.post("/_embedded/settle").catch(() => undefined);
    child.kill("SIGTERM");
    expect(await ended).toEqual([0, null]);
    await settling;
  });
});

describe("a data directory", () => {
  it("belongs to one town at a time, in this process or another", async () => {
    const town = await startTownProcess(directory.path);
    await expect(startTestTown({ dataDir: directory.path })).rejects.toMatchObject({ exitCode: 73 });
    const second = await outcomeOf(run(main, [], { DATA_DIR: directory.path, PORT: "0" }));
    expect(second.code).toBe(73);
    expect(second.said).toContain("in use by another running town");
    expect(second.said).not.toContain("    at ");
    expect(await town.interrupt()).toBe(0);
  });
});

describe("npm start", () => {
  it("greets, serves, and stops on Ctrl-C", async () => {
    const opened = await anOpenedTown();
    const child = run(main, [], { DATA_DIR: opened.path, PORT: "0" });
    const outcome = outcomeOf(child);
    let said = "";
    child.stdout?.on("data", (text) => {
      said += String(text);
    });
    await expect.poll(() => /http:\/\/127\.0\.0\.1:\d+(?=\n)/.exec(said)?.[0], { timeout: 90_000 }).toBeDefined();
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0] ?? "";
    expect((await new Caller(url).get("/health")).body).toMatchObject({ town: "guangtong" });
    child.kill("SIGINT");
    expect(await outcome).toMatchObject({ code: 0, said: expect.stringContaining("stopping") });
    await opened.remove();
  }, 120_000);

  it("says in one line what is wrong", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    const address = taken.address();
    const port = typeof address === "object" && address !== null ? String(address.port) : "";
    const inUse = await outcomeOf(run(main, [], { DATA_DIR: directory.path, PORT: port }));
    taken.close();
    const unknown = await outcomeOf(run(main, [], { DATA_DIR: directory.path, TOWN: "nowhere" }));
    const misspelt = await outcomeOf(run(main, ["--no-simulatoin"], { DATA_DIR: directory.path }));
    expect([inUse.code, unknown.code, misspelt.code]).toEqual([69, 65, 64]);
    expect(inUse.said).toContain(`port ${port} is in use`);
    expect(unknown.said).toContain("nowhere");
    for (const { said } of [inUse, unknown, misspelt]) expect(said).not.toContain("    at ");
  });
});
