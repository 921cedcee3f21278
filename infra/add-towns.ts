import { Annotations, type App, Stack } from "aws-cdk-lib/core";
import type { Codes } from "./bundling/code.ts";
import { lacking } from "./partitions.ts";
import { servedFor } from "./served.ts";
import { services } from "./services.ts";
import { TownStage } from "./town-stage.ts";
import type { Town } from "./towns/load.ts";

/**
 * A stage for each of these towns. A town that cannot be loaded stops only itself: in its place stands an empty stack
 * whose error ends a synthesis or deployment of it, and no other's.
 */
export function addTowns(app: App, slugs: readonly string[], load: (slug: string) => Town, codes: Codes): void {
  for (const slug of slugs) {
    const town = loaded(slug, load);
    if (town instanceof Error) Annotations.of(new Stack(app, slug)).addError(town.message);
    else new TownStage(app, slug, { town, services, served: servedFor(services, town.profile), codes });
  }
}

function loaded(slug: string, load: (slug: string) => Town): Town | Error {
  try {
    const town = load(slug);
    const missing = lacking(town.profile.deployment);
    return missing.length === 0 ? town : new Error(`${slug}: ${missing.join("\n")}`);
  } catch (cause) {
    return cause instanceof Error ? cause : new Error(String(cause));
  }
}
