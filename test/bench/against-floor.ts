import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import * as z from "zod";
import { type Contender, keepBusy, receive, startFloor } from "./contender.ts";
import { ratio } from "./timing.ts";
import { memoryOf, startTown, stopTown } from "./town.ts";

async function contenderOf(url: string): Promise<Contender> {
  const tokenFor = async (role: string, office: string, number = 1) => {
    const body = JSON.stringify({ sub: `${role}-${number}`, name: role, roles: [role], office });
    const headers = { "content-type": "application/json" };
    const response = await fetch(`${url}/_embedded/token`, { method: "POST", headers, body });
    return z.object({ token: z.string() }).parse(await response.json()).token;
  };
  const tokens = {
    clerk: await tokenFor("clerk", "service-centre"),
    reviewer: await tokenFor("reviewer", "agriculture-centre"),
    second: await tokenFor("reviewer", "agriculture-centre", 2),
    approver: await tokenFor("approver", "agriculture-centre"),
  };
  const town: Contender = { url, base: "/permits", tokens, given: [] };
  return { ...town, given: (await receive(town, [])).missing ?? [] };
}

/** Lifecycles per second of the running town, busy and then settled, beside the floor's before and after it. */
export async function againstFloor(seconds: number) {
  const directory = await mkdtemp(join(tmpdir(), "qiangzhen-floor-"));
  const floor = await startFloor(directory);
  const town = await startTown(join(directory, "town"));
  const contender = await contenderOf(town.url);
  await keepBusy(contender, 2);
  await keepBusy(floor.contender, 2);

  const floorSeconds = Math.max(5, seconds / 4);
  const before = (await keepBusy(floor.contender, floorSeconds)) / floorSeconds;
  let underLoad = 0;
  const pid = town.child.pid ?? 0;
  const watching = new AbortController();
  const watched = (async () => {
    while (!watching.signal.aborted) {
      underLoad = Math.max(underLoad, memoryOf(pid));
      await pause(500);
    }
  })();
  const began = performance.now();
  const done = await keepBusy(contender, seconds);
  const commands = done / ((performance.now() - began) / 1000);
  await fetch(`${town.url}/_embedded/settle`, { method: "POST" });
  const settled = done / ((performance.now() - began) / 1000);
  watching.abort();
  await watched;
  const after = (await keepBusy(floor.contender, floorSeconds)) / floorSeconds;

  floor.child.kill("SIGTERM");
  await stopTown(town.child);
  const bytes = sizeOf(join(directory, "town"));
  await rm(directory, { recursive: true, force: true });
  const ground = (before + after) / 2;
  return {
    seconds,
    floorPerSecond: { before, after },
    townPerSecond: { commands, settled },
    ratios: { answered: ratio(commands, ground), settled: ratio(settled, ground) },
    underLoadMegabytes: Math.round(underLoad),
    kilobytesPerCase: Math.round(bytes / 1024 / Math.max(1, done)),
  };
}

const sizeOf = (directory: string): number =>
  readdirSync(directory, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + readFileSync(join(entry.parentPath, entry.name)).length, 0);
