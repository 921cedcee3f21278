import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import * as z from "zod";

const run = promisify(execFile);
const root = join(import.meta.dirname, "../..");

/** A copy of the house's sources in a temporary directory, with the packages of this one. */
export async function copyOfHouse(): Promise<string> {
  const house = await mkdtemp(join(tmpdir(), "qiangzhen-house-"));
  for (const part of ["infra", "services", "shared", "docs", "tsconfig.json", "biome.json", "package.json"])
    await cp(join(root, part), join(house, part), { recursive: true });
  await symlink(join(root, "node_modules"), join(house, "node_modules"));
  return house;
}

/** Writes a file into the copy, with the folders on the way. */
export async function plant(house: string, path: string, text: string): Promise<void> {
  const file = join(house, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

const answer = z.object({
  modules: z.number(),
  breaches: z.array(z.object({ wall: z.string(), from: z.string(), to: z.string() })),
});

/** What the walls of the copy say: its breaches as `wall: from → to`. */
export async function wallsOf(house: string) {
  const { stdout } = await attempt(process.execPath, ["infra/lint/walls/main.ts", "--json"], house);
  const { modules, breaches } = answer.parse(JSON.parse(stdout));
  return { modules, breaches: breaches.map(({ wall, from, to }) => `${wall}: ${from} → ${to}`) };
}

/** Runs a program in the copy; its exit code is part of the answer. */
export async function attempt(program: string, args: readonly string[], cwd: string) {
  try {
    return { code: 0, ...(await run(program, [...args], { cwd, maxBuffer: 2 ** 26 })) };
  } catch (error) {
    return failure.parse(error);
  }
}

const failure = z.object({ code: z.number(), stdout: z.string(), stderr: z.string() });
