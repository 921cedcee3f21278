import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import * as z from "zod";
import { freePort } from "../support/engine.ts";

const house = join(import.meta.dirname, "../..");
/** What `npm start` runs, without the name of Node. */
const started = z
  .object({ scripts: z.object({ start: z.string() }) })
  .parse(JSON.parse(readFileSync(join(house, "package.json"), "utf8")))
  .scripts.start.split(" ")
  .slice(1);

/** Start of the embedded town, first and second, to `/health` 200; and the memory of all its processes when idle. */
export async function embeddedTown() {
  const directory = await mkdtemp(join(tmpdir(), "qiangzhen-town-"));
  const first = await startTown(directory);
  await fetch(`${first.url}/_embedded/settle`, { method: "POST" });
  await stopTown(first.child);
  const second = await startTown(directory);
  await pause(5_000);
  const idleMegabytes = Math.round(memoryOf(second.child.pid ?? 0));
  await stopTown(second.child);
  await rm(directory, { recursive: true, force: true });
  return { firstStartMs: first.milliseconds, secondStartMs: second.milliseconds, idleMegabytes };
}

export async function startTown(directory: string) {
  const port = await freePort();
  const began = performance.now();
  const child = spawn(process.execPath, started, {
    cwd: house,
    env: { ...process.env, DATA_DIR: directory, PORT: String(port) },
    stdio: "ignore",
  });
  const url = `http://127.0.0.1:${port}`;
  while (!(await isHealthy(url))) {
    if (child.exitCode !== null) throw new Error(`the town ended with ${child.exitCode}`);
    await pause(20);
  }
  return { child, url, milliseconds: Math.round(performance.now() - began) };
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/health`)).ok;
  } catch {
    return false;
  }
}

export async function stopTown(child: ChildProcess): Promise<void> {
  child.kill("SIGTERM");
  if (child.exitCode === null) await once(child, "exit");
}

/** Resident megabytes of a process and all that came from it, from Linux's /proc. */
export function memoryOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const own = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024;
  const children = readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, "utf8").trim().split(/\s+/).filter(Boolean).map(Number),
  );
  return children.reduce((sum, child) => sum + memoryOf(child), own);
}
