import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { resumingAt } from "../../../infra/refold/resuming.ts";
import { profile } from "../../support/tally-town.ts";

const position = { pk: "power#PL-001", sk: "state" };
const kinds = [
  { aggregate: "power", shape: 3 },
  { aggregate: "officer", shape: 1 },
];
let folder = "";
let file = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "qiangzhen-refold-"));
  file = join(folder, "refold-powers.json");
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a run that was stopped goes on where it was; one that ended begins anew", () => {
  expect(resumingAt(file, kinds, profile).from).toBeUndefined();
  resumingAt(file, kinds, profile).reached(position);
  expect(resumingAt(file, kinds, profile).from).toEqual(position);
  resumingAt(file, kinds, profile).reached(undefined);
  expect(existsSync(file)).toBe(false);
});

test("a run of other shapes, or by another profile, passes again what the stopped one had passed", () => {
  resumingAt(file, kinds, profile).reached(position);
  const raised = kinds.map((one) => (one.aggregate === "power" ? { ...one, shape: 4 } : one));
  expect(resumingAt(file, raised, profile).from).toBeUndefined();
  expect(resumingAt(file, kinds, { ...profile, slug: "hexi" }).from).toBeUndefined();
  expect(resumingAt(file, kinds, profile).from).toEqual(position);
});

test("a place that an older program kept says not of what it was: the run begins anew", () => {
  writeFileSync(file, JSON.stringify(position));
  expect(resumingAt(file, kinds, profile).from).toBeUndefined();
});
