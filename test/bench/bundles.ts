import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { bundle, entryOf } from "../../infra/bundling.ts";
import { relayRoutesOf } from "../../infra/relay-routes.ts";
import { services } from "../../infra/services.ts";
import { loadTownFrom } from "../../infra/towns/load.ts";
import type { FunctionKind } from "../../shared/service/index.ts";
import { ratio } from "./timing.ts";

const run = promisify(execFile);
const kinds: readonly FunctionKind[] = ["api", "relay", "reactions", "clockwork", "opening"];

/** A handler that imports nothing but the DynamoDB client, bundled with the same options. */
const bareEntry = `import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
const client = new DynamoDBClient({});
export const handler = async () => client.config.serviceId;`;

/** Size and import time of every function, as ratios to the bare handler; the fastest of `runs`, taken in turn. */
export async function bundles(runs: number) {
  const directory = await mkdtemp(join(tmpdir(), "qiangzhen-bundles-"));
  const { profile, lists } = loadTownFrom("guangtong");
  const entries = new Map([["bare", bareEntry]]);
  for (const service of services)
    for (const kind of kinds)
      entries.set(
        `${service.name}-${kind}`,
        entryOf(service, kind, { profile, lists, routes: relayRoutesOf(service, services, profile) }),
      );

  const sizes = new Map<string, number>();
  const times = new Map<string, number[]>();
  for (const [name, entry] of entries) {
    await mkdir(join(directory, name));
    const files = bundle(entry).filter((file) => !file.name.endsWith(".map"));
    for (const file of files) await writeFile(join(directory, name, file.name), file.contents);
    sizes.set(
      name,
      files.reduce((sum, file) => sum + file.contents.length, 0),
    );
    times.set(name, []);
  }
  for (let round = 0; round < runs; round += 1)
    for (const name of entries.keys()) times.get(name)?.push(await importTime(join(directory, name, "index.mjs")));
  await rm(directory, { recursive: true, force: true });

  const fastest = (name: string) => Math.min(...(times.get(name) ?? []));
  const size = (name: string) => sizes.get(name) ?? Number.NaN;
  return [...entries.keys()].map((name) => ({
    function: name,
    kilobytes: Math.round(size(name) / 1024),
    importMs: Math.round(fastest(name)),
    sizeRatio: ratio(size(name), size("bare")),
    importRatio: ratio(fastest(name), fastest("bare")),
  }));
}

/** What a Lambda finds in its environment. */
const environment = {
  AWS_REGION: "cn-north-1",
  TABLE_NAME: "bench",
  CURSOR_SECRET: "bench",
  POWERTOOLS_METRICS_DISABLED: "true",
  POWERTOOLS_TRACE_ENABLED: "false",
};

async function importTime(module: string): Promise<number> {
  const program = `const began = performance.now(); await import(${JSON.stringify(module)}); console.log(performance.now() - began);`;
  const { stdout } = await run(process.execPath, ["--input-type=module", "-e", program], {
    env: { ...process.env, ...environment },
  });
  return Number(stdout);
}
