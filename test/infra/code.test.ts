import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Architecture, Function as LambdaFunction, Runtime } from "aws-cdk-lib/aws-lambda";
import { App, Stack, Stage } from "aws-cdk-lib/core";
import { afterAll, expect, test } from "vitest";
import { codesFrom } from "../../infra/bundling/code.ts";
import { openapi } from "../../infra/docs/index.ts";
import { services } from "../../infra/services.ts";

const home = mkdtempSync(join(tmpdir(), "qiangzhen-code-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const files = ["index.mjs", "index.mjs.map", "part.mjs"];

/** Two bundles as they are kept, and an app whose towns run a function from each. */
function twoTowns() {
  const place = mkdtempSync(join(home, "kept-"));
  for (const bundle of ["relay", "docs"]) {
    mkdirSync(join(place, bundle));
    for (const file of files) writeFileSync(join(place, bundle, file), `// ${bundle}`);
  }
  const app = new App({ outdir: mkdtempSync(join(home, "out-")), analyticsReporting: false });
  const codes = codesFrom({ place, hashes: { relay: "1".repeat(64), docs: "2".repeat(64) } }, app.outdir);
  for (const town of ["east", "west"]) {
    const stack = new Stack(new Stage(app, town), "service");
    for (const bundle of ["relay", "docs"])
      new LambdaFunction(stack, bundle, {
        code: codes.bundled(bundle),
        runtime: Runtime.NODEJS_24_X,
        architecture: Architecture.ARM_64,
        handler: "index.handler",
      });
  }
  return { place, outdir: app.outdir, assembly: app.synth() };
}

const inode = (path: string) => statSync(path).ino;

test("ten towns hold each bundle once, and no file of it is read or copied for a town", () => {
  const { place, outdir, assembly } = twoTowns();
  const assets = readdirSync(outdir).filter((name) => name.startsWith("asset."));
  expect(assets).toHaveLength(2);
  const linked = assets.flatMap((asset) => files.map((file) => inode(join(outdir, asset, file))));
  const kept = ["relay", "docs"].flatMap((bundle) => files.map((file) => inode(join(place, bundle, file))));
  expect(new Set(linked)).toEqual(new Set(kept));
  const [east, west] = ["east", "west"].map((town) =>
    JSON.stringify(
      assembly.getNestedAssembly(`assembly-${town}`).stacks.map(({ assets: of }) => of.map(({ id }) => id)),
    ),
  );
  expect(east).toBe(west);
});

test("a bundle that was not kept is an error, not an empty function", () => {
  const codes = codesFrom({ place: home, hashes: {} }, home);
  expect(() => codes.bundled("relay")).toThrow("no bundle relay was kept");
});

test("the paths and schemas of the API are made once for all towns", () => {
  const [east, west] = ["东", "西"].map((zh) => openapi(services, { name: { zh, en: zh } }));
  expect(east?.paths).toBe(west?.paths);
  expect(east?.components).toBe(west?.components);
  expect(east?.info).not.toEqual(west?.info);
});
