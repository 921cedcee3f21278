import { describe, expect, test } from "vitest";
import { retentionOf } from "../../infra/constructs/log.ts";
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

test("a town in China cannot ask for a user pool, and is told so", () => {
  const deployment = { ...deployments.inChina, identity: { kind: "cognito" as const } };
  expect(() => synthesised(townWith({ deployment }))).toThrow(/no Cognito user pools in China/);
});

test("a finding nobody has answered for ends the synthesis", async () => {
  const { Stack } = await import("aws-cdk-lib/core");
  const { Queue } = await import("aws-cdk-lib/aws-sqs");
  const { cloudApp } = await import("../../infra/cloud.ts");
  const app = cloudApp();
  new Queue(new Stack(app, "careless"), "Queue");
  expect(() => app.synth()).toThrow(/AwsSolutions-SQS3/);
});

test("logs are kept for the next period CloudWatch knows, never a shorter one", () => {
  expect([183, 365, 366, 400, 401].map(retentionOf)).toEqual([365, 365, 400, 400, 545]);
  expect(() => retentionOf(4000)).toThrow(/no log for 4000 days/);
});
