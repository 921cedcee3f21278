import { rmSync } from "node:fs";
import { Code } from "aws-cdk-lib/aws-lambda";
import { expect, test } from "vitest";
import { addTowns } from "../../infra/add-towns.ts";
import { layerCodes } from "../../infra/bundling/code.ts";
import { cloudApp } from "../../infra/cloud.ts";
import { guangtong } from "./town.ts";

test("a town with a bad profile stops only itself: the others are synthesised, and its own place says why", () => {
  const app = cloudApp();
  const load = (slug: string) => {
    if (slug === "guangtong") return guangtong;
    throw new Error("profile.json: code has 11 digits");
  };
  const bundled = () => Code.fromInline("export const handler = () => {};");
  addTowns(app, ["bad", "guangtong"], load, { bundled, layered: layerCodes() });
  const assembly = app.synth();
  const [bad] = assembly.stacks;
  expect(bad?.messages.map(({ level, entry }) => [level, entry.data])).toEqual([
    ["error", "profile.json: code has 11 digits"],
  ]);
  const stacks = assembly.getNestedAssembly("assembly-guangtong").stacks;
  expect(stacks.map(({ stackName }) => stackName)).toContain("guangtong-permits");
  expect(stacks.flatMap(({ messages }) => messages.filter(({ level }) => level === "error"))).toEqual([]);
  rmSync(assembly.directory, { recursive: true, force: true });
});
