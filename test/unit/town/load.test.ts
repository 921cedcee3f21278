import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadTownFrom, townSlugs } from "../../../infra/towns/load.ts";
import { itemCode } from "../../../shared/town/item-code.ts";
import { aTown } from "./a-town.ts";

describe("Guangtong as committed", () => {
  const { profile, lists } = loadTownFrom("guangtong");
  it("has 32 licences, 72 public services and 113 penalty powers", () => {
    expect([lists.licences.length, lists.services.length, lists.penalties.length]).toEqual([32, 72, 113]);
    expect(townSlugs()).toContain("guangtong");
  });
  it("gives each of them an implementation code of its own (ID-8)", () => {
    const items = [...lists.licences, ...lists.services, ...lists.penalties];
    expect(new Set(items.map((item) => itemCode(profile, item))).size).toBe(217);
  });
});

describe("A town is not loaded", () => {
  let town: ReturnType<typeof aTown>;
  beforeEach(() => {
    town = aTown();
    town.import();
  });
  afterEach(() => town.close());
  const load = () => loadTownFrom("guangtong", town.directory);
  const change = (file: string, edit: (json: string) => string) =>
    writeFileSync(join(town.folder, file), edit(readFileSync(join(town.folder, file), "utf8")));

  it("unless something is wrong", () => expect(load().lists.licences).toHaveLength(2));
  it("without its lists", () => {
    rmSync(join(town.lists, "services.json"));
    expect(load).toThrow(/services\.json: file missing; run npm run lists/);
  });
  it("from a file that is no JSON", () => {
    change("lists/services.json", () => "[");
    expect(load).toThrow(/services\.json: .*JSON/);
  });
  it("when a list was edited into a promise over the legal limit (S-7)", () => {
    change("lists/licences.json", (json) => json.replace('"promisedWorkingDays": 10', '"promisedWorkingDays": 21'));
    expect(load).toThrow(/licences\[0\]\.promisedWorkingDays: 21 is more than the statutory 20/);
  });
  it("when a list names a domain or department the profile lacks, or a code twice", () => {
    change("lists/licences.json", (json) => json.replace('"land"', '"mining"').replace("PL-002", "PL-001"));
    change("lists/penalties.json", (json) => json.replace("县综合行政执法局", "县铁路局"));
    expect(load).toThrow(
      /3 problem[\s\S]*licences\[0\]\.domain: no domain mining[\s\S]*licences\[1\]\.code: PL-001 appears twice[\s\S]*penalties\[0\]\.sourceDepartment: no department 县铁路局/,
    );
  });
  it("when a power is of a code on no list", () => {
    change("profile.json", (json) =>
      json.replace(
        '"byCode":{},"defaults"',
        '"byCode":{"PN-999":{"mode":"statutory","townRole":"decides"}},"defaults"',
      ),
    );
    expect(load).toThrow("powers.byCode.PN-999: PN-999 is on no list");
  });
  it("under another slug than its directory", () => {
    change("profile.json", (json) => json.replace('"slug":"guangtong"', '"slug":"elsewhere"'));
    expect(load).toThrow("slug is elsewhere, not guangtong");
  });
});
