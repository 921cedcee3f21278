import { spawnSync } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");

/** The lines that lint names in a file of this text and place, each once. */
async function named(file: string, text: string): Promise<readonly number[]> {
  const house = await mkdtemp(join(tmpdir(), "qiangzhen-lint-"));
  await cp(join(root, "biome.json"), join(house, "biome.json"));
  await cp(join(root, "infra/lint"), join(house, "infra/lint"), { recursive: true });
  await mkdir(dirname(join(house, file)), { recursive: true });
  await writeFile(join(house, file), text);
  const { stdout, stderr } = spawnSync(
    join(root, "node_modules/.bin/biome"),
    ["lint", "--colors=off", "--vcs-enabled=false", file],
    { cwd: house, encoding: "utf8" },
  );
  await rm(house, { recursive: true });
  const lines = `${stdout}${stderr}`.matchAll(/^\S+?:(\d+):\d+ plugin/gm);
  return [...new Set([...lines].map(([, line]) => Number(line)))];
}

const impure = `import { Temporal } from "temporal-polyfill";
export const a = () => Date.now();
export const b = () => new Date();
export const c = () => Temporal.Now.instant();
export const d = () => Math.random();
export const e = () => process.env.HOME;
export const f = () => setTimeout(() => undefined, 1);
export const pure = (performance: { how: string }, on: number) => [performance.how, new Date(on)];
`;

test("a rule that reads a clock, chance or the process is named; one that takes them from its context is not", async () => {
  expect(await named("services/permits/voices/domain/planted.ts", impure)).toEqual([2, 3, 4, 5, 6, 7]);
  expect(await named("services/permits/voices/api/planted.ts", impure)).toEqual([]);
});

const hidden = `const where = "../../permits/service.ts";
export const a = () => import(where);
export const b = (name: string) => import(\`../../\${name}/service.ts\`);
export const c = createRequire(import.meta.url);
export const written = () => import("./other.ts");
`;

test("an import that the walls cannot see through is named", async () => {
  expect(await named("services/finance/rewards/api/planted.ts", hidden)).toEqual([2, 3, 4]);
  expect(await named("shared/http/planted.ts", hidden)).toEqual([2, 3, 4]);
});
