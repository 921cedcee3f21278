import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import * as z from "zod";
import { ratio } from "./timing.ts";
import { memoryOf, startTown, stopTown } from "./town.ts";

const floorTold = z.object({ url: z.string(), token: z.string() });
const told = z.looseObject({ id: z.string(), missing: z.array(z.string()).optional() });
const concurrency = 8;

/** A program that answers the five steps of an application over HTTP, and whom each step is done by. */
interface Contender {
  readonly url: string;
  readonly base: string;
  readonly tokens: Readonly<Record<"clerk" | "reviewer" | "approver", string>>;
  readonly given: readonly string[];
}

const applicant = { kind: "citizen", name: "张三", idNumber: "110101190001010014", phone: "13800001234" };

async function post({ url, base }: Contender, path: string, token: string, body: object) {
  const response = await fetch(`${url}${base}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
  return told.parse(JSON.parse(text));
}

const receive = (one: Contender, materials: readonly string[]) =>
  post(one, "/applications", one.tokens.clerk, { itemCode: "PL-015", applicant, materials });

/** Receive, accept, review, review, decide. */
async function lifecycle(one: Contender): Promise<void> {
  const { clerk, reviewer, approver } = one.tokens;
  const { id } = await receive(one, one.given);
  await post(one, `/applications/${id}/accept`, clerk, {});
  const seen = { opinion: "agree", inspectors: ["a", "b"], affectsThirdParties: false };
  await post(one, `/applications/${id}/review`, reviewer, seen);
  await post(one, `/applications/${id}/review`, reviewer, { opinion: "agree" });
  await post(one, `/applications/${id}/decide`, approver, { outcome: "granted" });
}

/** Eight clients at once, each one lifecycle after another; how many were finished. */
async function keepBusy(one: Contender, seconds: number): Promise<number> {
  const end = performance.now() + seconds * 1000;
  let done = 0;
  const client = async () => {
    while (performance.now() < end) {
      await lifecycle(one);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, client));
  return done;
}

async function startFloor(directory: string) {
  const main = join(import.meta.dirname, "floor/main.ts");
  const child = spawn(process.execPath, [main, directory], { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = await once(child.stdout, "data");
  const { url, token } = floorTold.parse(JSON.parse(String(line)));
  const tokens = { clerk: token, reviewer: token, approver: token };
  return { child, contender: { url, base: "", tokens, given: ["渔业捕捞许可证申请书"] } satisfies Contender };
}

async function contenderOf(url: string): Promise<Contender> {
  const tokenFor = async (role: string, office: string) => {
    const body = JSON.stringify({ sub: `${role}-1`, name: role, roles: [role], office });
    const headers = { "content-type": "application/json" };
    const response = await fetch(`${url}/_embedded/token`, { method: "POST", headers, body });
    return z.object({ token: z.string() }).parse(await response.json()).token;
  };
  const tokens = {
    clerk: await tokenFor("clerk", "service-centre"),
    reviewer: await tokenFor("reviewer", "agriculture-centre"),
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
