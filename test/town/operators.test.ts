import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { takeDirectory } from "../../infra/embedded/data-directory.ts";
import { aDataDirectory } from "../support/embedded.ts";

let directory: Awaited<ReturnType<typeof aDataDirectory>>;
beforeEach(async () => {
  directory = await aDataDirectory();
});
afterEach(() => directory.remove());

const house = resolve(import.meta.dirname, "../..");

/** A command as an operator types it. */
function typed(program: "ops" | "refold", words: readonly string[], settings: Readonly<Record<string, string>> = {}) {
  const { status, stderr } = spawnSync(process.execPath, [join(house, "infra", program, "main.ts"), ...words], {
    cwd: house,
    env: { PATH: process.env.PATH, TOWN: "guangtong", DATA_DIR: join(directory.path, "none"), ...settings },
    encoding: "utf8",
  });
  return { status, said: stderr };
}

describe("a command that cannot be right", () => {
  it.each([
    ["ops", ["verify", "here", "there"], {}, 64, "npm run ops -- COMMAND"],
    ["ops", ["verify"], { TOWN: "nowhere" }, 64, "no town nowhere"],
    ["ops", ["replay", "county-statistics", "2026-02-31"], {}, 64, "2026-02-31 is no day"],
    ["ops", ["backup", "/tmp/somewhere"], {}, 64, "no town runs on"],
    ["ops", ["export", "/proc/none/here"], {}, 64, "town.db is missing"],
    ["refold", ["--cluod"], {}, 64, "npm run refold [-- --cloud]"],
    ["refold", [], { TOWN: "nowhere" }, 64, "no town nowhere"],
    ["refold", [], {}, 64, "town.db is missing"],
  ] as const)("ends %s %j with a sentence, and makes nothing", (program, words, settings, code, sentence) => {
    const { status, said } = typed(program, words, settings);
    expect([status, said]).toEqual([code, expect.stringContaining(sentence)]);
    expect(said).not.toMatch(/\n\s+at /);
    expect(existsSync(join(directory.path, "none"))).toBe(false);
  });

  it("says that the directory is in use, by the code of a start", () => {
    const leave = takeDirectory(directory.path);
    const { status, said } = typed("ops", ["import", join(house, "test")], { DATA_DIR: directory.path });
    leave();
    expect([status, said]).toEqual([64, expect.stringContaining("is no whole export")]);
  });
});
