import { rmSync } from "node:fs";
import type { Template } from "aws-cdk-lib/assertions";
import { Code } from "aws-cdk-lib/aws-lambda";
import { layerCodes } from "../../infra/bundling/code.ts";
import { cloudApp } from "../../infra/cloud.ts";
import { services } from "../../infra/services.ts";
import { TownStage } from "../../infra/town-stage.ts";
import { loadTownFrom } from "../../infra/towns/load.ts";
import type { Service } from "../../shared/service/index.ts";
import type { Deployment } from "../../shared/town/deployment.ts";
import type { TownProfile } from "../../shared/town/profile.ts";
import { tallyService } from "../support/tally.ts";

export const guangtong = loadTownFrom("guangtong");

/** The town's own services, and one that uses everything a manifest can say. */
export const allServices: readonly Service[] = [...services, tallyService];

const inChina: Deployment = {
  runtime: "nodejs24.x",
  architecture: "arm64",
  icpLicence: "滇ICP备00000000号",
  region: "cn-northwest-1",
  partition: "aws-cn",
  logRetentionDays: 365,
  identity: { kind: "oidc", issuer: "https://id.example.cn/", audience: ["qiangzhen"] },
  alarmsTo: "ops@example.cn",
  corsOrigins: ["https://front.example.cn"],
};
const { icpLicence: _, ...anywhere } = inChina;
const elsewhere: Deployment = {
  ...anywhere,
  region: "ap-southeast-1",
  partition: "aws",
  identity: { kind: "cognito" },
};
export const deployments = { inChina, elsewhere };

export const townWith = (changes: Partial<TownProfile>): TownProfile => ({
  ...guangtong.profile,
  subscribers: guangtong.profile.subscribers.map((one) => ({ ...one, account: "123456789012" })),
  ...changes,
});

/** A template is JSON of any shape. */
export type Json = ReturnType<Template["toJSON"]>[string];

export interface Resource {
  readonly stack: string;
  readonly id: string;
  readonly type: string;
  readonly properties: Json;
  readonly resource: Json;
}

/** A synthesised town. Nothing is bundled: what the functions hold is another test's concern. */
export function synthesised(profile: TownProfile, of: readonly Service[] = allServices) {
  const app = cloudApp();
  const stage = new TownStage(app, profile.slug, {
    town: { profile, lists: guangtong.lists },
    services: of,
    served: {},
    codes: { bundled: () => Code.fromInline("export const handler = () => {};"), layered: layerCodes() },
  });
  const assembly = app.synth();
  const stacks = assembly.getNestedAssembly(stage.artifactId).stacks.map(({ stackName, template, environment }) => ({
    stackName,
    template,
    environment,
  }));
  const resources: Resource[] = stacks.flatMap(({ stackName, template }) =>
    Object.entries(template.Resources ?? {}).map(([id, resource]) => asResource(stackName, id, resource)),
  );
  rmSync(assembly.directory, { recursive: true, force: true });
  return { stacks, resources, of: (type: string) => resources.filter((one) => one.type === type) };
}

const asResource = (stack: string, id: string, resource: Json): Resource => ({
  stack,
  id,
  type: resource.Type,
  properties: resource.Properties ?? {},
  resource,
});
