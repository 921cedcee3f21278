import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import * as z from "zod";

const root = join(import.meta.dirname, "../..");
const read = (name: string) => readFileSync(join(root, name), "utf8");

const entry = z.object({
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  license: z.string().optional(),
  inBundle: z.boolean().optional(),
  hasInstallScript: z.boolean().optional(),
});
const { packages } = z.object({ packages: z.record(z.string(), entry) }).parse(JSON.parse(read("package-lock.json")));
const foreign = Object.entries(packages).filter(([path]) => path !== "");
const nameOf = (path: string) => path.split("node_modules/").at(-1) ?? "";
const manifest = z
  .object({
    dependencies: z.record(z.string(), z.string()),
    devDependencies: z.record(z.string(), z.string()),
    allowScripts: z.record(z.string(), z.boolean()),
  })
  .parse(JSON.parse(read("package.json")));

/** Licences under which a town may use and pass on a package. */
const allowed: readonly string[] = [
  ...["MIT", "MIT-0", "Apache-2.0", "ISC", "0BSD", "BSD-2-Clause", "BSD-3-Clause", "BlueOak-1.0.0", "Unlicense"],
  ...["MPL-2.0", "Zlib", "OFL-1.1", "CC0-1.0", "Python-2.0", "PSF-2.0"],
];
/** Packages whose manifest names no licence, or misspells it; what their licence file says. */
const readByHand: Readonly<Record<string, string>> = { "png-js": "MIT", "splaytree-ts": "BSD-3-Clause" };

/** An expression of SPDX: of a choice one part must do, of a sum each. */
const isAllowed = (expression: string): boolean => {
  const plain = expression.replace(/^\((.*)\)$/, "$1");
  if (plain.includes(" OR ")) return plain.split(" OR ").some(isAllowed);
  return plain.split(" AND ").every((one) => allowed.includes(one));
};

describe("what the program is made of", () => {
  test("comes from the registry, each package by its hash; what one brings along lies under its own", () => {
    const loose = foreign.filter(([, { integrity, inBundle }]) => integrity === undefined && inBundle !== true);
    expect(loose.map(([path]) => path)).toEqual([]);
    for (const [path, { integrity, resolved }] of foreign.filter(([, one]) => one.inBundle !== true)) {
      expect(integrity, path).toMatch(/^sha512-/);
      expect(resolved ?? "https://registry.npmjs.org/", path).toMatch(/^https:\/\/registry\.npmjs\.org\//);
    }
  });

  test("is named by exact version", () => {
    const named = { ...manifest.dependencies, ...manifest.devDependencies };
    for (const [name, version] of Object.entries(named))
      expect(version, name).toMatch(/^(npm:[\w-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/);
  });

  test("has a licence under which it may be used and passed on", () => {
    const refused = foreign
      .map(([path, { license }]) => [nameOf(path), readByHand[nameOf(path)] ?? license ?? "none"] as const)
      .filter(([, license]) => !isAllowed(license));
    expect(refused).toEqual([]);
    expect([isAllowed("GPL-3.0-only"), isAllowed("MIT AND GPL-3.0-only"), isAllowed("none")]).toEqual([
      false,
      false,
      false,
    ]);
  });

  test("runs a script when it is installed only where that is said by name", () => {
    const scripted = foreign
      .filter(([, { hasInstallScript }]) => hasInstallScript === true)
      .map(([path]) => nameOf(path));
    expect(Object.keys(manifest.allowScripts).toSorted()).toEqual([...new Set(scripted)].toSorted());
  });

  test("is tried by steps of others that a commit names, not a tag", () => {
    for (const file of globSync(".github/workflows/*.yml", { cwd: root }))
      for (const [, step = ""] of read(file).matchAll(/uses: (\S+)/g)) expect(step, file).toMatch(/@[0-9a-f]{40}$/);
  });
});
