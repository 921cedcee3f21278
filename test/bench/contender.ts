import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

const floorTold = z.object({ url: z.string(), token: z.string() });
const told = z.looseObject({ id: z.string(), missing: z.array(z.string()).optional() });
const concurrency = 8;

/** A program that answers the six steps of an application over HTTP, and whom each step is done by. */
export interface Contender {
  readonly url: string;
  readonly base: string;
  readonly tokens: Readonly<Record<"clerk" | "reviewer" | "second" | "approver", string>>;
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

export const receive = (one: Contender, materials: readonly string[]) =>
  post(one, "/applications", one.tokens.clerk, { itemCode: "PL-015", applicant, materials });

/** Receive, accept, survey, sign, review, decide. */
async function lifecycle(one: Contender): Promise<void> {
  const { clerk, reviewer, second, approver } = one.tokens;
  const { id } = await receive(one, one.given);
  await post(one, `/applications/${id}/accept`, clerk, {});
  const seen = { opinion: "agree", inspectors: ["reviewer-1", "reviewer-2"], affectsThirdParties: false };
  await post(one, `/applications/${id}/review`, reviewer, seen);
  await post(one, `/applications/${id}/confirm-survey`, second, {});
  await post(one, `/applications/${id}/review`, reviewer, { opinion: "agree" });
  await post(one, `/applications/${id}/decide`, approver, { outcome: "granted" });
}

/** Eight clients at once, each one lifecycle after another; how many were finished. */
export async function keepBusy(one: Contender, seconds: number): Promise<number> {
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

/** Eight clients at once, until so many lifecycles are finished. */
export async function lifecycles(one: Contender, wanted: number): Promise<void> {
  let left = wanted;
  const client = async () => {
    while (left > 0) {
      left -= 1;
      await lifecycle(one);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, client));
}

/** A program that prints in one line where it listens, and is ready then. */
export async function startProgram(program: string, directory: string): Promise<{ child: ChildProcess; line: string }> {
  const main = join(import.meta.dirname, program);
  const child = spawn(process.execPath, [...process.execArgv, main, directory], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = await once(child.stdout, "data");
  return { child, line: String(line) };
}

export async function startFloor(directory: string) {
  const { child, line } = await startProgram("floor/main.ts", directory);
  const { url, token } = floorTold.parse(JSON.parse(line));
  const tokens = { clerk: token, reviewer: token, second: token, approver: token };
  return { child, contender: { url, base: "", tokens, given: ["渔业捕捞许可证申请书"] } satisfies Contender };
}

/** Milliseconds of processor that a process has used, from Linux's /proc. A tick is ten milliseconds. */
export function processorOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
