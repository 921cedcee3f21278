import { readFileSync, rmSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import * as z from "zod";
import type { Files } from "./data-directory.ts";
import { readIfThere, writeWholeNow } from "./files.ts";
import { StartProblem } from "./start-problem.ts";

const remembered = z.object({ pid: z.int().min(2), born: z.string() });

/** Notes which process is the engine of this directory; pids are given again, so its birth is noted too. */
export function rememberEngine(files: Files, pid: number): void {
  writeWholeNow(files.enginePid, JSON.stringify({ pid, born: bornOf(pid) ?? "" }));
}

/**
 * Ends an engine of this very directory that an earlier run left behind. Usually its watch has done so already; this is
 * for a watch that was killed too. Nothing else is touched: pid, birth and command line must all agree.
 */
export async function endOrphan(files: Files): Promise<void> {
  const text = readIfThere(files.enginePid);
  if (text === undefined) return;
  const note = remembered.safeParse(parsed(text));
  for (let waited = 0; note.success && isOurs(note.data, files); waited += 1) {
    if (waited === 500)
      throw new StartProblem("engineFailed", `an old engine will not end: ${note.data.pid} / 旧引擎未退出`);
    if (waited === 0) process.kill(note.data.pid, "SIGKILL");
    await pause(10);
  }
  rmSync(files.enginePid, { force: true });
}

const isOurs = ({ pid, born }: z.infer<typeof remembered>, files: Files) =>
  bornOf(pid) === born && (procfs(pid, "cmdline") ?? "").split("\0").includes(files.database);

/** When the process was born, in ticks since the machine was; undefined when there is none, or only a zombie. */
function bornOf(pid: number): string | undefined {
  const [state, ...fields] = procfs(pid, "stat")?.split(") ").at(-1)?.split(" ") ?? [];
  return state === "Z" ? undefined : fields[18];
}

function procfs(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return undefined;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
