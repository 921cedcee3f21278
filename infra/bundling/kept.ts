import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { enableCompileCache } from "node:module";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import type { Service } from "../../shared/service/index.ts";
import { kindsOf } from "../kinds.ts";
import { learnPlacesHere } from "../on-demand/index.ts";
import { bundlesOfAll } from "./build.ts";
import { bundleName, entriesOf, exportedName } from "./entries.ts";
import { WrittenOnce } from "./written-once.ts";

const root = resolve(import.meta.dirname, "../..");
const home = join(root, "node_modules", ".cache", "qiangzhen-bundles");

/** All that a bundle is made of. */
const sources = [
  "package-lock.json",
  "infra/{bundling,functions,on-demand,watch}/**/*.ts",
  "infra/embedded/{ops/health,start-problem}.ts",
  "infra/{kinds,services}.ts",
  "{services,shared}/**/*.{ts,json}",
];

/** A directory with bundles, a directory each, and a hash over the content of each. */
export interface KeptBundles {
  readonly place: string;
  readonly hashes: Readonly<Record<string, string>>;
}

/**
 * The bundles of all services: built where none was kept of the same sources. What was built of other sources goes. No module of a
 * service may be loaded before. Where there is nothing to build, Node keeps what it compiles for the next time: to keep it takes
 * longer than to use it once.
 */
export async function keptBundles(): Promise<KeptBundles> {
  const place = join(home, digest());
  if (existsSync(place)) enableCompileCache(join(root, "node_modules", ".cache", "code"));
  else {
    const manifests = globSync("services/*/service.ts", { cwd: root }).toSorted();
    await learnPlacesHere(root, new Map(manifests.map((path) => [path, exportedName(basename(dirname(path)))])));
    const { services } = await import("../services.ts");
    await keep(services, place);
  }
  const hashes = z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(join(place, list), "utf8")));
  return { place, hashes };
}

const list = "hashes.json";

async function keep(services: readonly Service[], place: string): Promise<void> {
  mkdirSync(home, { recursive: true });
  const draft = mkdtempSync(join(home, "draft-"));
  const writing = new WrittenOnce(draft);
  for (const [bundle, files] of await bundlesOfAll(entriesOf(services)))
    for (const { name, contents } of files) writing.put(bundle, name, contents);
  for (const service of services)
    for (const kind of kindsOf(service))
      for (const [name, from] of Object.entries(service.assets?.[kind] ?? {}))
        writing.copy(bundleName(service, kind), name, fileURLToPath(import.meta.resolve(from)));
  writing.put(".", list, Buffer.from(JSON.stringify(writing.hashes())));
  for (const old of readdirSync(home).filter((one) => /^[0-9a-f]{64}$/.test(one) && one !== basename(place)))
    rmSync(join(home, old), { recursive: true, force: true });
  // Another process may have been faster: what it built is the same.
  if (existsSync(place)) rmSync(draft, { recursive: true, force: true });
  else renameSync(draft, place);
}

function digest(): string {
  const hash = createHash("sha256").update(`3 ${process.version}`);
  for (const path of globSync(sources, { cwd: root }).toSorted()) {
    const contents = readFileSync(join(root, path));
    hash.update(`${path} ${contents.length}\n`).update(contents);
  }
  return hash.digest("hex");
}
