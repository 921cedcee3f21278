import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import * as z from "zod";
import { openapiWithoutWords } from "../../../infra/docs/index.ts";
import { asNode } from "../documents.ts";

const root = join(import.meta.dirname, "../../..");
const run = promisify(execFile);

const generator = z.object({
  default: z.custom<(document: URL, options: object) => Promise<unknown>>((value) => typeof value === "function"),
  astToString: z.custom<(nodes: unknown) => string>((value) => typeof value === "function"),
});

/**
 * A folder with the types that `openapi-typescript` makes of the committed document as `/openapi.json` serves it, without its
 * words, and a program that uses them with `openapi-fetch`. The generator needs the TypeScript that is written in JavaScript, which is here by another name.
 */
export async function aTypedClient() {
  const cache = join(root, "node_modules/.cache");
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, "typed-client-"));
  const at = (name: string) => join(folder, name);
  await build({
    stdin: { contents: 'export { default, astToString } from "openapi-typescript";', resolveDir: root },
    outfile: at("generator.mjs"),
    bundle: true,
    platform: "node",
    format: "esm",
    alias: { typescript: "typescript-for-walls" },
    external: ["typescript-for-walls"],
    banner: { js: requires },
    logLevel: "silent",
  });
  const { default: openapiTypescript, astToString } = generator.parse(
    await import(pathToFileURL(at("generator.mjs")).href),
  );
  const committed = asNode(JSON.parse(await readFile(join(root, "docs/openapi.json"), "utf8")));
  await writeFile(at("openapi.json"), JSON.stringify(openapiWithoutWords(committed)));
  const types = astToString(await openapiTypescript(pathToFileURL(at("openapi.json")), options));
  await writeFile(at("town.d.ts"), types);
  await copyFile(join(import.meta.dirname, "program.txt"), at("program.ts"));
  await build({
    entryPoints: [at("program.ts")],
    outfile: at("program.mjs"),
    bundle: true,
    platform: "node",
    format: "esm",
  });
  await writeFile(at("package.json"), '{ "type": "module" }');
  await writeFile(at("tsconfig.json"), JSON.stringify(strict));
  return {
    types,
    /** What `tsc --strict` says of the program; nothing where it is sound. */
    check: () => run(join(root, "node_modules/.bin/tsc"), ["--checkers", "1", "-p", folder]).then(() => "", said),
    /** What the program prints, run against a town. */
    run: async (url: string): Promise<unknown> => {
      const { stdout } = await run(process.execPath, [at("program.mjs"), url]);
      return JSON.parse(stdout);
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** What has a default need not be sent. */
const options = { defaultNonNullable: false };

/** What it bundles is in part written for `require`. */
const requires = `import { createRequire } from "node:module"; const require = createRequire(import.meta.url); const __dirname = import.meta.dirname;`;

const said = (error: { readonly stdout?: string }): string => error.stdout ?? String(error);

const strict = {
  compilerOptions: {
    strict: true,
    noEmit: true,
    target: "es2024",
    module: "nodenext",
    moduleResolution: "nodenext",
    allowImportingTsExtensions: true,
    skipLibCheck: false,
    types: ["node"],
  },
  include: ["program.ts", "town.d.ts"],
};
