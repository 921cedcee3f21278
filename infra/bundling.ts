import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Code } from "aws-cdk-lib/aws-lambda";
import { type BuildOptions, buildSync } from "esbuild";
import type { RelayRoutes } from "../shared/messaging/relay.ts";
import type { FunctionKind, Service } from "../shared/service/index.ts";
import type { TownLists } from "../shared/town/lists.ts";
import type { TownProfile } from "../shared/town/profile.ts";
import type { Served } from "./functions/docs.ts";
import {
  acquaintSource,
  additionsSource,
  aggregatesSource,
  placesOf,
  routesSource,
  subscriptionsSource,
  textsSource,
} from "./on-demand/index.ts";
import type { Places } from "./on-demand/places.ts";

const root = resolve(import.meta.dirname, "..");

/**
 * The one place with esbuild's options. The SDK is bundled: the version tested is the version that runs. `module` before
 * `main` takes the packages' ES modules, of which only what is used remains; `splitting` leaves what the SDK loads on
 * occasion (other ways to credentials) and the tracer in files of their own, which a cold start does not read.
 */
export const bundlingOptions = {
  bundle: true,
  platform: "node",
  target: "node24",
  format: "esm",
  mainFields: ["module", "main"],
  minify: true,
  keepNames: false,
  treeShaking: true,
  splitting: true,
  sourcemap: "linked",
  sourcesContent: false,
  legalComments: "none",
  outExtension: { ".js": ".mjs" },
  entryNames: "index",
  // Of the texts that a bundle carries as data the name would be the data.
  chunkNames: "[hash]",
  alias: { "node:http": join(root, "infra", "functions", "node-http.ts") },
  logLevel: "warning",
} as const satisfies BuildOptions;

/** CommonJS inside an ES module: the X-Ray SDK asks for `require`; only files that do get it. */
const banner = 'import{createRequire as __cr}from"node:module";const require=__cr(import.meta.url);';

/** CommonJS that asks where it is (pdfmake). */
const place = "const __dirname=import.meta.dirname;";

export interface BundleFile {
  readonly name: string;
  readonly contents: Uint8Array;
}

/** The files of the function whose module is `entry` (TypeScript; imports are relative to the repository). */
export function bundle(entry: string): readonly BundleFile[] {
  const { outputFiles } = buildSync({
    ...bundlingOptions,
    stdin: { contents: entry, resolveDir: root, sourcefile: "function.ts", loader: "ts" },
    absWorkingDir: root,
    outdir: join(root, "bundle"),
    write: false,
  });
  return outputFiles.map(({ path, contents }) => {
    const name = relative(join(root, "bundle"), path);
    const text = name.endsWith(".mjs") ? Buffer.from(contents).toString("utf8") : "";
    const before = `${/\btypeof require\b/.test(text) ? banner : ""}${/\b__dirname\b/.test(text) ? place : ""}`;
    return { name, contents: before === "" ? contents : Buffer.concat([Buffer.from(before), contents]) };
  });
}

export interface Entry {
  readonly profile: TownProfile;
  readonly lists: TownLists;
  /** Event type → names of the queues that want it; the relay publishes these types. */
  readonly routes: RelayRoutes;
  /** The module of the service, from the repository's root; it exports the manifest by the service's name. */
  readonly module?: string;
}

/**
 * The module of one function of a service, with what it needs of the town written into it: the profile, for the opening
 * the lists too. The relay knows neither service nor profile. Routes, reactions and deciders are named in it, each with
 * where it is loaded from when it is first asked for.
 */
export function entryOf(service: Service, kind: FunctionKind, town: Entry): string {
  const { profile, lists, routes, module = `services/${service.name}/service.ts` } = town;
  const from = (path: string) => JSON.stringify(`./${path}`);
  const handler = `import { ${kind} } from ${from(`infra/functions/${kind}.ts`)};`;
  if (kind === "relay") {
    const settings = { service: service.name, townCode: profile.code, types: Object.keys(routes) };
    return `${handler}\nexport const handler = relay(${literal(settings)});`;
  }
  const exported = exportedName(service.name);
  if (kind === "opening") {
    const manifest = `import { ${exported} as service } from ${from(module)};`;
    return `${handler}\n${manifest}\nexport const handler = opening(service, ${literal(profile)}, ${literal(lists)});`;
  }
  const parts = Object.entries(partsOf(kind, placesOf(root, module, exported)));
  const said = parts.map(([name, source]) => `${name}: ${source}`).join(",\n");
  return `${handler}\nconst service = { name: "${service.name}",\n${said} };\nexport const handler = ${kind}(service, ${literal(profile)});`;
}

/** So much of a manifest as a function needs: by name the source of its value. */
function partsOf(kind: "api" | "reactions" | "clockwork", places: Places): Readonly<Record<string, string>> {
  if (kind === "reactions") return { subscriptions: subscriptionsSource(places) };
  if (kind === "clockwork") return { aggregates: aggregatesSource(places) };
  const additions = additionsSource(places);
  const acquaint = acquaintSource(places);
  return {
    ...{ routes: routesSource(places), problems: "{}", texts: textsSource(places), additions },
    ...(acquaint === undefined ? {} : { acquaint }),
  };
}

/** The module of the function that serves the town's health and documents. */
export const docsEntry = (served: Served) =>
  `import { docs } from "./infra/functions/docs.ts";\nexport const handler = docs(${literal(served)});`;

/** The module of the user pool's trigger. */
export const claimsEntry = (town: string) =>
  `import { claims } from "./infra/functions/claims.ts";\nexport const handler = claims(${JSON.stringify(town)});`;

/** `grid-events` is exported as `gridEvents`. */
export const exportedName = (name: string) => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** V8 reads JSON faster than a literal of the same value, above some ten kilobytes by far. */
const literal = (value: unknown) => `JSON.parse(${JSON.stringify(JSON.stringify(value))})`;

const bundled = new Map<string, Code>();

/** The bundle of the module that `write` writes, as code for Lambda, with `assets` (name → place in a package) beside it; bundled once. */
export function bundledCode(write: () => string, assets: Readonly<Record<string, string>> = {}): Code {
  const entry = write();
  const known = bundled.get(entry);
  if (known !== undefined) return known;
  const directory = mkdtempSync(join(tmpdir(), "qiangzhen-"));
  // The CDK copies an asset into its output; what it was copied from goes when the process does
  process.once("exit", () => rmSync(directory, { recursive: true, force: true }));
  for (const { name, contents } of bundle(entry)) writeFileSync(join(directory, name), contents);
  for (const [name, from] of Object.entries(assets))
    copyFileSync(fileURLToPath(import.meta.resolve(from)), join(directory, name));
  const code = Code.fromAsset(directory);
  bundled.set(entry, code);
  return code;
}
