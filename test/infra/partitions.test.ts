import { describe, expect, test } from "vitest";
import { retentionOf } from "../../infra/constructs/log.ts";
import { lacking } from "../../infra/partitions.ts";
import type { Deployment } from "../../shared/town/deployment.ts";
import { deployments, synthesised, townWith } from "./town.ts";

describe.each(["inChina", "elsewhere"] as const)("a town %s", (where) => {
  const deployment = deployments[where];
  const profile = townWith({ deployment });

  // cloudApp has cdk-nag on: synthesis itself fails on a finding nobody has answered for
  const town = synthesised(profile);

  test("is synthesised for its region, without a finding of cdk-nag", () => {
    expect(new Set(town.stacks.map(({ environment }) => environment.region))).toEqual(new Set([deployment.region]));
  });

  test("names no partition but its own", () => {
    const text = JSON.stringify(town.stacks.map(({ template }) => template));
    const partitions = [...text.matchAll(/arn:(aws[a-z-]*):/g)].map(([, partition]) => partition);
    expect(new Set(partitions)).toEqual(new Set(partitions.length === 0 ? [] : [deployment.partition]));
    expect(text).not.toMatch(/amazonaws\.com\/|\.amazonaws\.com\.cn\//);
  });
});

describe("what China's partition lacks", () => {
  const asked = (changes: Partial<Deployment>) => () =>
    synthesised(townWith({ deployment: { ...deployments.inChina, ...changes } }));

  test("is refused with a sentence: a user pool, traces, public routes without a licence", () => {
    expect(asked({ identity: { kind: "cognito" } })).toThrow(/no Cognito user pools in China/);
    expect(asked({ tracing: true })).toThrow(/no X-Ray in China/);
    expect(lacking({ ...deployments.inChina, icpLicence: undefined })).toEqual([expect.stringMatching(/ICP licence/)]);
    expect(lacking(deployments.inChina)).toEqual([]);
    expect(lacking(deployments.elsewhere)).toEqual([]);
  });

  test("is not asked for: no function is traced, and no event source has a tag", () => {
    const town = synthesised(townWith({ deployment: deployments.inChina }));
    for (const { properties } of town.of("AWS::Lambda::Function")) expect(properties.TracingConfig).toBeUndefined();
    for (const { properties } of town.of("AWS::Lambda::EventSourceMapping")) expect(properties.Tags).toBeUndefined();
    for (const { properties } of town.of("AWS::DynamoDB::Table"))
      expect(properties.Tags).toContainEqual({ Key: "town", Value: "guangtong" });
  });

  test("is there elsewhere for a profile that asks: money: only what people and queues call is traced", () => {
    const town = synthesised(townWith({ deployment: { ...deployments.elsewhere, tracing: true } }));
    for (const { properties } of town.of("AWS::Lambda::Function")) {
      const isTraced = /-(api|reactions)$/.test(properties.FunctionName);
      expect(properties.TracingConfig, properties.FunctionName).toEqual(isTraced ? { Mode: "Active" } : undefined);
    }
    const quiet = synthesised(
      townWith({
        deployment: { ...deployments.elsewhere, architecture: "x86_64", account: "123456789012" },
      }),
    );
    for (const { properties } of quiet.of("AWS::Lambda::Function"))
      expect([properties.TracingConfig, properties.Architectures]).toEqual([undefined, ["x86_64"]]);
    expect(new Set(quiet.stacks.map(({ environment }) => environment.account))).toEqual(new Set(["123456789012"]));
  });
});

test("a finding nobody has answered for ends the synthesis", async () => {
  const { Stack } = await import("aws-cdk-lib/core");
  const { Queue } = await import("aws-cdk-lib/aws-sqs");
  const { cloudApp } = await import("../../infra/cloud.ts");
  const app = cloudApp();
  new Queue(new Stack(app, "careless"), "Queue");
  const { LogGroup } = await import("aws-cdk-lib/aws-logs");
  new LogGroup(new Stack(app, "unanswered"), "Log");
  expect(() => app.synth()).toThrow(/AwsSolutions-SQS3[\s\S]*NIST\.800\.53\.R5-CloudWatchLogGroupEncrypted/);
});

test("logs are kept for the next period CloudWatch knows, never a shorter one", () => {
  expect([183, 365, 366, 400, 401].map(retentionOf)).toEqual([365, 365, 400, 400, 545]);
  expect(() => retentionOf(4000)).toThrow(/no log for 4000 days/);
});
