import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import type { Service } from "../../shared/service/index.ts";
import { kindsOf } from "../kinds.ts";
import { bundlesOfAll } from "./build.ts";
import { bundleName, entriesOf } from "./entries.ts";

const root = resolve(import.meta.dirname, "../..");
const home = join(root, "node_modules", ".cache", "qiangzhen-bundles");

/** All that a bundle is made of. */
const sources = [
  "package-lock.json",
  "infra/{bundling,functions,on-demand,watch}/**/*.ts",
  "infra/embedded/{ops/health,start-problem}.ts",
  "{services,shared}/**/*.{ts,json}",
];

/** A directory with bundles, a directory each, and a hash over the content of each. */
export interface KeptBundles {
  readonly place: string;
  readonly hashes: Readonly<Record<string, string>>;
}

/** The bundles of these services: built where none was kept of the same sources. What was built of other sources goes. */
export async function keptBundles(services: readonly Service[]): Promise<KeptBundles> {
  const name = digestOf(services);
  const place = join(home, name);
  if (!existsSync(place)) await keep(services, place);
  const hashes = z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(join(place, list), "utf8")));
  return { place, hashes };
}

const list = "hashes.json";

async function keep(services: readonly Service[], place: string): Promise<void> {
  mkdirSync(home, { recursive: true });
  const draft = mkdtempSync(join(home, "draft-"));
  for (const [bundle, files] of await bundlesOfAll(entriesOf(services))) {
    mkdirSync(join(draft, bundle));
    for (const file of files) writeFileSync(join(draft, bundle, file.name), file.contents);
  }
  for (const service of services)
    for (const kind of kindsOf(service))
      for (const [file, from] of Object.entries(service.assets?.[kind] ?? {}))
        copyFileSync(fileURLToPath(import.meta.resolve(from)), join(draft, bundleName(service, kind), file));
  const hashes = Object.fromEntries(readdirSync(draft).map((bundle) => [bundle, hashOf(join(draft, bundle))]));
  writeFileSync(join(draft, list), JSON.stringify(hashes));
  for (const old of readdirSync(home).filter((one) => /^[0-9a-f]{64}$/.test(one) && one !== basename(place)))
    rmSync(join(home, old), { recursive: true, force: true });
  // Another process may have been faster: what it built is the same.
  if (existsSync(place)) rmSync(draft, { recursive: true, force: true });
  else renameSync(draft, place);
}

/** Over the names and the content of a bundle's files. */
function hashOf(bundle: string): string {
  const hash = createHash("sha256");
  for (const name of readdirSync(bundle).toSorted()) {
    const contents = readFileSync(join(bundle, name));
    hash.update(`${name} ${contents.length}\n`).update(contents);
  }
  return hash.digest("hex");
}

function digestOf(services: readonly Service[]): string {
  const hash = createHash("sha256").update(`2 ${process.version} ${services.map(({ name }) => name).join(" ")}`);
  for (const path of globSync(sources, { cwd: root }).toSorted()) {
    const contents = readFileSync(join(root, path));
    hash.update(`${path} ${contents.length}\n`).update(contents);
  }
  return hash.digest("hex");
}
