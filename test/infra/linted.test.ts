import { rmSync } from "node:fs";
import { Code } from "aws-cdk-lib/aws-lambda";
import { CfnTopic } from "aws-cdk-lib/aws-sns";
import { Stack } from "aws-cdk-lib/core";
import { expect, test } from "vitest";
import { layerCodes } from "../../infra/bundling/code.ts";
import { cloudApp } from "../../infra/cloud.ts";
import { services } from "../../infra/services.ts";
import { TownStage } from "../../infra/town-stage.ts";
import { guangtong } from "./town.ts";

/** The linter of templates is on, and what it finds ends the synthesis. */
const strictApp = () =>
  cloudApp({
    builtinCloudFormationValidation: true,
    context: { "@aws-cdk/core:validateAgainstDefaultRules": true },
  });

test("the linter of templates finds nothing in a town", () => {
  const app = strictApp();
  const codes = { bundled: () => Code.fromInline("export const handler = () => {};"), layered: layerCodes() };
  const stage = new TownStage(app, "guangtong", { town: guangtong, services, served: {}, codes });
  const assembly = app.synth();
  expect(assembly.getNestedAssembly(stage.artifactId).stacks.length).toBeGreaterThan(services.length);
  rmSync(assembly.directory, { recursive: true, force: true });
  expect(process.exitCode ?? 0).toBe(0);
});

test("the linter ends a synthesis with a property that CloudFormation does not know", () => {
  const app = strictApp();
  const topic = new CfnTopic(new Stack(app, "wrong"), "Topic");
  topic.addPropertyOverride("NoSuchProperty", "x");
  expect(() => app.synth()).toThrow(/NoSuchProperty/);
});
