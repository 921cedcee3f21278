import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** A town in a process, and a process group, of its own: it can be killed. */
export interface TownProcess {
  readonly url: string;
  readonly pid: number;
  /** `kill -9` of the whole group; settles when the process is gone. */
  killGroup(): Promise<void>;
  /** Ctrl-C. @returns the exit code */
  interrupt(): Promise<number | null>;
}

export interface Ended {
  readonly code: number | null;
  readonly said: string;
}

const clean = { ...process.env, AWS_ENDPOINT_URL_DYNAMODB: undefined, POWERTOOLS_LOG_LEVEL: "SILENT" };

export function run(script: string, args: readonly string[], env: Record<string, string> = {}): ChildProcess {
  const path = join(import.meta.dirname, "../..", script);
  return spawn(process.execPath, [path, ...args], {
    detached: true,
    stdio: ["pipe", "pipe", "pipe"],
    env: { ...clean, ...env },
  });
}

/** What a process said, and with which code it ended, when it is over. */
export async function outcomeOf(child: ChildProcess): Promise<Ended> {
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  await once(child, "close");
  return { code: child.exitCode, said };
}

/** Starts the town of the tests, or that of another script, on a data directory, in a process of its own. */
export async function startTownProcess(dataDir: string, script = "test/support/town-main.ts"): Promise<TownProcess> {
  const child = run(script, [dataDir]);
  let said = "";
  let complaints = "";
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    complaints += text;
  });
  const ended = once(child, "exit");
  // A busy machine takes long: this ends only a start that hangs.
  for (const until = Date.now() + 180_000; !said.includes("\n"); await pause(5))
    if (child.exitCode !== null || Date.now() > until) throw new Error(`the town did not start: ${complaints}`);
  const { pid } = child;
  if (pid === undefined) throw new Error("no process");
  return {
    url: said.trim(),
    pid,
    async killGroup() {
      process.kill(-pid, "SIGKILL");
      await ended;
    },
    async interrupt() {
      process.kill(pid, "SIGINT");
      await ended;
      return child.exitCode;
    },
  };
}
