import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { bundlesOfAll } from "../../infra/bundling/build.ts";
import { bundleName, entriesOf } from "../../infra/bundling/entries.ts";
import { toldOf } from "../../infra/bundling/telling.ts";
import { kindsOf } from "../../infra/kinds.ts";
import { relayRoutesOf } from "../../infra/relay-routes.ts";
import { services } from "../../infra/services.ts";
import { loadTownFrom } from "../../infra/towns/load.ts";
import { ratio } from "./timing.ts";

const run = promisify(execFile);
/** A handler that imports nothing but the DynamoDB client, bundled with the same options. */
const bareEntry = `import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
const client = new DynamoDBClient({});
export const handler = async () => client.config.serviceId;`;

/** Size and import time of every function, as ratios to the bare handler; the median of `runs`, taken in turn. */
export async function bundles(runs: number) {
  const directory = await mkdtemp(join(tmpdir(), "qiangzhen-bundles-"));
  const town = loadTownFrom("guangtong");
  const built = await bundlesOfAll([{ bare: bareEntry }, ...entriesOf(services)]);
  const functions = new Map([["bare", "bare"]]);
  for (const service of services) {
    for (const kind of kindsOf(service)) functions.set(`${service.name}-${kind}`, bundleName(service, kind));
    const told = toldOf(service, town, relayRoutesOf(service, services, town.profile));
    for (const [name, text] of Object.entries(told)) await writeFile(join(directory, name), text);
  }

  const sizes = new Map<string, number>();
  const times = new Map<string, number[]>();
  for (const [name, bundle] of functions) {
    await mkdir(join(directory, name));
    const files = (built.get(bundle) ?? []).filter((file) => !file.name.endsWith(".map"));
    for (const file of files) await writeFile(join(directory, name, file.name), file.contents);
    sizes.set(
      name,
      files.reduce((sum, file) => sum + file.contents.length, 0),
    );
    times.set(name, []);
  }
  for (let round = 0; round < runs; round += 1)
    for (const name of functions.keys()) times.get(name)?.push(await importTime(join(directory, name, "index.mjs")));
  await rm(directory, { recursive: true, force: true });

  const median = (name: string) => times.get(name)?.toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? Number.NaN;
  const size = (name: string) => sizes.get(name) ?? Number.NaN;
  return [...functions.keys()].map((name) => ({
    function: name,
    kilobytes: Math.round(size(name) / 1024),
    importMs: Math.round(median(name)),
    sizeRatio: ratio(size(name), size("bare")),
    importRatio: ratio(median(name), median("bare")),
  }));
}

/** What a Lambda finds in its environment. */
const environment = {
  AWS_REGION: "cn-north-1",
  TABLE_NAME: "bench",
  TOWN_SECRET: "bench".repeat(8),
  POWERTOOLS_METRICS_DISABLED: "true",
  POWERTOOLS_TRACE_ENABLED: "false",
};

async function importTime(module: string): Promise<number> {
  const program = `const began = performance.now(); await import(${JSON.stringify(module)}); console.log(performance.now() - began);`;
  const { stdout } = await run(process.execPath, ["--input-type=module", "-e", program], {
    env: { ...process.env, ...environment, TOLD_IN: dirname(dirname(module)) },
  });
  return Number(stdout);
}
