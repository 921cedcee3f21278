import type { App } from "aws-cdk-lib/core";
import { addTowns } from "../add-towns.ts";
import { codesFrom } from "../bundling/code.ts";
import type { KeptBundles } from "../bundling/kept.ts";
import { cloudApp } from "../cloud.ts";
import { loadTownFrom } from "../towns/load.ts";
import { slugsMeant } from "./slugs.ts";

/** Which town and where to; without them the CDK tells. */
export interface Asked {
  readonly town?: string;
  readonly output?: string;
}

/** The app with all towns, or with the one that is asked for. @throws Error if there is no such town */
export function appOf(kept: KeptBundles, { town, output }: Asked = {}): App {
  const app = cloudApp(output === undefined ? {} : { outdir: output });
  addTowns(app, slugsMeant(town ?? app.node.tryGetContext("town")), loadTownFrom, codesFrom(kept, app.outdir));
  return app;
}
