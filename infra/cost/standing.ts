import { rmSync } from "node:fs";
import { Code } from "aws-cdk-lib/aws-lambda";
import * as z from "zod";
import type { Service } from "../../shared/service/index.ts";
import { layerCodes } from "../bundling/code.ts";
import { cloudApp } from "../cloud.ts";
import { TownStage } from "../town-stage.ts";
import type { Town } from "../towns/load.ts";
import { watchedIn } from "../watch/watched.ts";
import type { Standing } from "./reckoning.ts";

const resource = z.object({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).default({}) });
const template = z.object({ Resources: z.record(z.string(), resource).default({}) });
export type CountedResource = z.output<typeof resource> & { readonly stack: string };

/** All resources of a town as it would be deployed; no code is bundled for it. */
export function resourcesOf(town: Town, services: readonly Service[]): readonly CountedResource[] {
  const app = cloudApp();
  const codes = { bundled: () => Code.fromInline("export const handler = () => {};"), layered: layerCodes() };
  const stage = new TownStage(app, town.profile.slug, { town, services, served: {}, codes });
  const assembly = app.synth();
  const found = assembly
    .getNestedAssembly(stage.artifactId)
    .stacks.flatMap((stack) =>
      Object.values(template.parse(stack.template).Resources).map((one) => ({ ...one, stack: stack.stackName })),
    );
  rmSync(assembly.directory, { recursive: true, force: true });
  return found;
}

/** What of them costs by the month. */
export function standingOf(
  resources: readonly CountedResource[],
  { profile }: Town,
  services: readonly Service[],
): Standing {
  const of = (type: string) => resources.filter(({ Type }) => Type === type);
  const functions = of("AWS::Lambda::Function").map(({ Properties }) => ({
    name: String(Properties.FunctionName),
    memoryMb: Number(Properties.MemorySize),
  }));
  const memory = (kind: string) =>
    functions.filter(({ name }) => name.endsWith(`-${kind}`)).map(({ memoryMb }) => memoryMb);
  const names = watchedIn(services, profile);
  const polled = of("AWS::Lambda::EventSourceMapping").filter(
    ({ Properties }) => Properties.StartingPosition === undefined,
  );
  return {
    alarms: of("AWS::CloudWatch::Alarm").length,
    secrets: of("AWS::SecretsManager::Secret").length,
    polledQueues: polled.length,
    watchedQueues: of("AWS::SQS::Queue").length,
    tables: names.tables.length,
    subscribers: profile.subscribers.length,
    traced: of("AWS::Lambda::Function").some(({ Properties }) => Properties.TracingConfig !== undefined),
    memoryMb: {
      ...{ api: memory("api"), reactions: memory("reactions"), relay: memory("relay") },
      ...{ clockwork: memory("clockwork"), watch: memory("watch") },
    },
  };
}
