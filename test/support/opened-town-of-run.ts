import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the workers of one run keep the town they open once. */
    readonly openedTown: string;
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const directory = await mkdtemp(join(tmpdir(), "qiangzhen-opened-"));
  project.provide("openedTown", directory);
  return () => rm(directory, { recursive: true, force: true });
}
