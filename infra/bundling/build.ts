import { join, relative, resolve } from "node:path";
import { type BuildOptions, build, type Metafile, type Plugin } from "esbuild";

import type { Entries } from "./entries.ts";

const root = resolve(import.meta.dirname, "../..");

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

/** Name of a bundle → its files; `index.mjs` is where it starts. */
export type Bundles = ReadonlyMap<string, readonly BundleFile[]>;

/**
 * The bundles of these modules (name → TypeScript; imports are relative to the repository), built in one run: what
 * several share is read and written once. A bundle holds each file that its entry leads to.
 */
export async function bundlesOf(entries: Entries): Promise<Bundles> {
  const names = Object.keys(entries);
  const { outputFiles, metafile } = await build({
    ...bundlingOptions,
    entryPoints: names.map((name) => ({ in: `entry:${name}`, out: name })),
    plugins: [written(entries)],
    absWorkingDir: root,
    outdir: join(root, "bundle"),
    write: false,
    metafile: true,
  });
  const files = new Map(
    outputFiles.map(({ path, contents }) => [relative(root, path), runnable(path, contents)] as const),
  );
  return new Map(
    names.map((name) => {
      const entry = join("bundle", `${name}.mjs`);
      const found = reachedFrom(entry, metafile).flatMap((path) => {
        const own = path === entry ? "index.mjs" : relative("bundle", path);
        const [code, map] = [files.get(path), files.get(`${path}.map`)];
        if (code === undefined || map === undefined) throw new Error(`${path} was not written`);
        return [
          { name: own, contents: path === entry ? startingAs(own, name, code) : code },
          { name: `${own}.map`, contents: map },
        ];
      });
      return [name, found] as const;
    }),
  );
}

/** The bundles of several groups of modules. */
export async function bundlesOfAll(groups: readonly Entries[]): Promise<Bundles> {
  const built = await Promise.all(groups.map(bundlesOf));
  return new Map(built.flatMap((bundles) => [...bundles]));
}

/** Modules that are in no file. */
const written = (entries: Entries): Plugin => ({
  name: "written",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^entry:/ }, ({ path }) => ({ path: path.slice("entry:".length), namespace: "entry" }));
    onLoad({ filter: /./, namespace: "entry" }, ({ path }) => ({
      contents: entries[path] ?? "",
      resolveDir: root,
      loader: "ts",
    }));
  },
});

/** An output and all that it imports, at once or later, also by way of others. */
function reachedFrom(entry: string, { outputs }: Metafile): readonly string[] {
  const reached = new Set([entry]);
  for (const path of reached)
    for (const { path: imported, external } of outputs[path]?.imports ?? [])
      if (external !== true) reached.add(imported);
  return [...reached];
}

function runnable(path: string, contents: Uint8Array): Uint8Array {
  const text = path.endsWith(".mjs") ? Buffer.from(contents).toString("utf8") : "";
  const before = `${/\btypeof require\b/.test(text) ? banner : ""}${/\b__dirname\b/.test(text) ? place : ""}`;
  return before === "" ? contents : Buffer.concat([Buffer.from(before), contents]);
}

/** The file in which a bundle starts has the same name in each. */
const startingAs = (file: string, name: string, code: Uint8Array): Uint8Array =>
  Buffer.from(
    Buffer.from(code)
      .toString("utf8")
      .replace(`//# sourceMappingURL=${name}.mjs.map`, `//# sourceMappingURL=${file}.map`),
  );
