import { existsSync } from "node:fs";
import { cp, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { inject } from "vitest";
import { systemCode } from "../../infra/embedded/start-problem.ts";
import { aDataDirectory } from "./embedded.ts";
import { startLaneTown } from "./lane.ts";

/**
 * A data directory of a Guangtong that has its powers and guides. Giving it those takes some seconds, so the first who
 * asks in a run opens one, and everybody lives on a copy.
 */
export async function anOpenedTown(): Promise<Awaited<ReturnType<typeof aDataDirectory>>> {
  const shared = inject("openedTown");
  const at = (name: string) => join(shared, name);
  const [model, ready, failed] = [at("model"), at("ready"), at("failed")];
  if (await isFirst(at("opening"))) await open(model, ready, failed);
  while (!existsSync(ready)) {
    if (existsSync(failed)) throw new Error("another suite could not open the town");
    await pause(50);
  }
  const directory = await aDataDirectory();
  await cp(model, directory.path, { recursive: true });
  return directory;
}

async function isFirst(claim: string): Promise<boolean> {
  try {
    await mkdir(claim);
    return true;
  } catch (error) {
    if (systemCode(error) === "EEXIST") return false;
    throw error;
  }
}

async function open(model: string, ready: string, failed: string): Promise<void> {
  try {
    const town = await startLaneTown({ dataDir: model, port: 0 });
    await town.settle(60_000);
    await town.stop();
    await writeFile(ready, "");
  } catch (error) {
    await writeFile(failed, "");
    throw error;
  }
}
